using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>What to write where a function is asked for a value of a kind that another one takes.</summary>
internal static class ArgumentHints
{
    private const string Text = "write toString(x)";
    private const string Place = "write point(properties(n)), or point({latitude: n.lat, longitude: n.lon})";

    private const string Part = "write text CONTAINS part";
    private const string Between = "write duration.between(y, x)";
    private const string Either = "write x = 1 OR y = 2";

    private static readonly Dictionary<(string Function, TypeKind First), string> Hints = new()
    {
        [("length", TypeKind.String)] = "write size(text)",
        [("length", TypeKind.List)] = "write size(list)",
        [("size", TypeKind.Path)] = "write length(p)",
        [("type", TypeKind.Node)] = "write labels(n)",
        [("labels", TypeKind.Edge)] = "write type(r)",
        [("[]", TypeKind.String)] = "write substring(text, 0, 1)",
        [("[]", TypeKind.Path)] = "write nodes(p)[0]",
        [("type", TypeKind.List)] = "write [r IN list | type(r)]",
        [("UNWIND", TypeKind.Path)] = "write UNWIND nodes(p) AS n",
        [("head", TypeKind.String)] = "write left(text, 1)",
        [("last", TypeKind.String)] = "write right(text, 1)",
        [("tail", TypeKind.String)] = "write substring(text, 1)",
        [("startNode", TypeKind.Path)] = "write head(nodes(p))",
        [("endNode", TypeKind.Path)] = "write last(nodes(p))",
        [("point", TypeKind.Node)] = Place,
        [("point", TypeKind.Edge)] = Place,
        [("||", TypeKind.Boolean)] = Either,
        [("||", TypeKind.Integer)] = Either,
        [("+", TypeKind.Map)] = "write m {.*, key: 1}",
        [("sum", TypeKind.Boolean)] = "write sum(CASE WHEN x > 1 THEN 1 ELSE 0 END)",
        [("avg", TypeKind.Boolean)] = "write avg(CASE WHEN x > 1 THEN 1 ELSE 0 END)",
        [("sum", TypeKind.List)] = "write reduce(sum = 0, x IN list | sum + x)",
        [("avg", TypeKind.List)] = "write COLLECT { UNWIND list AS x RETURN avg(x) }[0]",
    };

    // Of what stands behind a date or a time.
    private static readonly Dictionary<(string Function, TypeKind Second), string> TimeHints = new()
    {
        [("+", TypeKind.Integer)] = "write x + duration({days: 1})",
        [("-", TypeKind.Integer)] = "write x - duration({days: 1})",
        [("-", TypeKind.Date)] = Between,
        [("-", TypeKind.LocalTime)] = Between,
        [("-", TypeKind.Time)] = Between,
        [("-", TypeKind.LocalDateTime)] = Between,
        [("-", TypeKind.DateTime)] = Between,
    };

    public static IEnumerable<string> All => Hints.Values.Concat(TimeHints.Values).Append(Text).Append(Part).Distinct();

    /// <param name="index">Which argument is of the kind, from 0.</param>
    public static string? Find(string function, int index, TypeKind kind) => index == 0 ? Hints.GetValueOrDefault((function, kind)) : null;

    /// <summary>The same of a second argument: a number or a time behind a date or time, and a text that is no list.</summary>
    public static string? FindSecond(string function, TypeKind first, TypeKind second) =>
        function == "IN" && second == TypeKind.String ? Part
        : IsTime(first) ? TimeHints.GetValueOrDefault((function, second))
        : null;

    /// <summary>
    /// What to write for a number or a time where a function takes texts: in a table they were texts to whoever wrote it.
    /// </summary>
    /// <param name="wanted">What the function takes, as <c>a string</c>.</param>
    public static string? FindText(string wanted, TypeKind kind) =>
        wanted is "a string" or "a string or a list" or "a list or a string" && IsWrittenAsText(kind) ? Text : null;

    private static bool IsWrittenAsText(TypeKind kind) =>
        IsTime(kind) || kind is TypeKind.Number or TypeKind.Integer or TypeKind.Float or TypeKind.Duration;

    private static bool IsTime(TypeKind kind) =>
        kind is TypeKind.Date or TypeKind.LocalTime or TypeKind.Time or TypeKind.LocalDateTime or TypeKind.DateTime;
}
