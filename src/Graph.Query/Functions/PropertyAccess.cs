using Graph.Query.Algorithms;
using Graph.Query.Binding;
using Graph.Query.Types;

namespace Graph.Query.Functions;

/// <summary><c>x.key</c> and <c>x['key']</c>: a property of a node or relation, an entry of a map, a component of a date.</summary>
internal static class PropertyAccess
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
    /// <exception cref="QueryException">The target has no properties at all.</exception>
    public static Value Get(ExecutionState context, Value target, string key) => target.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Node => context.Store.GetNodeProperty(target.AsNode(), key),
        ValueKind.Edge => context.Store.GetEdgeProperty(target.AsEdge(), key),
        ValueKind.Map => target.AsMap()[key],
        ValueKind.Date => GetDateComponent(target.AsDate(), key),
        _ => throw RuntimeErrors.WrongOperand($".{key}", "a node, a relation, a map or a date", target),
    };

    private static Value GetDateComponent(PartialDate date, string name) => name switch
    {
        "year" => FromInteger(date.Year),
        "month" => FromInteger(date.Month),
        "day" => FromInteger(date.Day),
        "start" => Value.FromDate(PartialDate.FromDay(date.Start)),
        "end" => Value.FromDate(PartialDate.FromDay(date.End)),
        "precision" => Value.FromString(date.Precision.ToString().ToLowerInvariant()),
        _ => Value.Null,
    };

    private static Value FromInteger(int? number) => number is null ? Value.Null : Value.FromInteger(number.Value);
}
