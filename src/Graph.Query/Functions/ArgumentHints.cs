using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary>What to write where a function is asked for a value of a kind that another one takes.</summary>
internal static class ArgumentHints
{
    private const string Text = "write toString(x)";
    private const string Place = "write point(properties(n)), or point({latitude: n.lat, longitude: n.lon})";

    private const string Either = "write x = 1 OR y = 2";

    private static readonly Dictionary<(string Function, TypeKind Kind), string> Hints = new()
    {
        [("length", TypeKind.String)] = "write size(text)",
        [("length", TypeKind.List)] = "write size(list)",
        [("size", TypeKind.Path)] = "write length(p)",
        [("type", TypeKind.Node)] = "write labels(n)",
        [("labels", TypeKind.Edge)] = "write type(r)",
        [("[]", TypeKind.String)] = "write substring(text, 0, 1)",
        [("head", TypeKind.String)] = "write left(text, 1)",
        [("last", TypeKind.String)] = "write right(text, 1)",
        [("tail", TypeKind.String)] = "write substring(text, 1)",
        [("startNode", TypeKind.Path)] = "write head(nodes(p))",
        [("endNode", TypeKind.Path)] = "write last(nodes(p))",
        [("point", TypeKind.Node)] = Place,
        [("point", TypeKind.Edge)] = Place,
        [("||", TypeKind.Boolean)] = Either,
        [("||", TypeKind.Integer)] = Either,
        [("sum", TypeKind.List)] = "write reduce(sum = 0, x IN list | sum + x)",
        [("avg", TypeKind.List)] = "write COLLECT { UNWIND list AS x RETURN avg(x) }[0]",
    };

    public static IEnumerable<string> All => Hints.Values.Append(Text).Distinct();

    /// <param name="index">Which argument is of the kind, from 0.</param>
    public static string? Find(string function, int index, TypeKind kind) => index == 0 ? Hints.GetValueOrDefault((function, kind)) : null;

    /// <summary>
    /// What to write for a number or a time where a function takes texts: in a table they were texts to whoever wrote it.
    /// </summary>
    /// <param name="wanted">What the function takes, as <c>a string</c>.</param>
    public static string? FindText(string wanted, TypeKind kind) =>
        wanted is "a string" or "a string or a list" or "a list or a string" && IsWrittenAsText(kind) ? Text : null;

    private static bool IsWrittenAsText(TypeKind kind) => kind is TypeKind.Number or TypeKind.Integer or TypeKind.Float or TypeKind.Date
        or TypeKind.LocalTime or TypeKind.Time or TypeKind.LocalDateTime or TypeKind.DateTime or TypeKind.Duration;
}
