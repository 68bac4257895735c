using System.Globalization;
using Graph.Query.Binding;

namespace Graph.Query;

/// <summary><c>x.key</c> and <c>x['key']</c>: a property of a node or relation, an entry of a map, a component of a date.</summary>
public static class PropertyAccess
{
    private static readonly ImmutableArray<KeyValuePair<string, StaticType>> Components =
    [
        new("year", StaticType.Integer),
        new("month", StaticType.Integer),
        new("day", StaticType.Integer),
        new("start", StaticType.Date),
        new("end", StaticType.Date),
        new("precision", StaticType.String),
    ];

    /// <summary>The names of the components of a date.</summary>
    public static IEnumerable<string> DateComponents => Components.Select(component => component.Key);

    /// <summary>The type of a component of a date, or null where a date has no such component.</summary>
    public static StaticType? FindDateComponent(string name) => Components.FirstOrDefault(component => component.Key == name).Value;

    /// <summary>Null where the target is null or does not have the key.</summary>
    /// <exception cref="EvaluationException">The target has no properties at all.</exception>
    public static Value Get(EvaluationContext context, Value target, string key) => target.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Node => context.Store.GetNodeProperty(target.AsNode(), key),
        ValueKind.Edge => context.Store.GetEdgeProperty(target.AsEdge(), key),
        ValueKind.Map => target.AsMap()[key],
        ValueKind.Date => GetDateComponent(target.AsDate(), key),
        _ => throw RuntimeDiagnostics.WrongOperand($".{key}", "a node, a relation, a map or a date", target),
    };

    private static Value GetDateComponent(PartialDate date, string name) => name switch
    {
        "year" => Agreed(date.Start.Year, date.End.Year),
        "month" when date.Start.Year == date.End.Year => Agreed(date.Start.Month, date.End.Month),
        "day" when date.Start == date.End => Value.FromInteger(date.Start.Day),
        "start" => FromDay(date.Start),
        "end" => FromDay(date.End),
        "precision" => Value.FromString(GetPrecision(date.Text)),
        _ => Value.Null,
    };

    private static Value Agreed(int start, int end) => start == end ? Value.FromInteger(start) : Value.Null;

    private static Value FromDay(DateOnly day)
    {
        var text = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return PartialDate.TryParse(text, out var date, out _) ? Value.FromDate(date) : Value.Null;
    }

    // The precision is that of the text: '2022-01-01/2022-12-31' is an interval, although it covers a year.
    private static string GetPrecision(string text) => text switch
    {
        _ when text.Contains('/') => "interval",
        { Length: 4 } => "year",
        { Length: 7 } => "month",
        _ => "day",
    };
}
