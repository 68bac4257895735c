using Graph.Oracle.Graphs;
using Graph.Query.Binding;

namespace Graph.Oracle.Evaluation;

/// <summary>What nodes, edges, maps and dates hold.</summary>
internal sealed class ElementValues(PlainGraph graph)
{
    public Value GetProperty(Value target, string key) => target.Kind switch
    {
        ValueKind.Null => Value.Null,
        ValueKind.Node => graph.Nodes[target.AsNode()].Properties.GetValueOrDefault(key),
        ValueKind.Edge => graph.Edges[target.AsEdge()].Properties.GetValueOrDefault(key),
        ValueKind.Map => target.AsMap()[key],
        ValueKind.Date => GetComponent(target.AsDate(), key),
        ValueKind.Point => Points.Component(target.AsPoint(), key),
        ValueKind.Duration => Times.Component(target, key),
        _ when target.IsTemporal => Times.Component(target, key),
        _ => throw new ExpectedErrorException($"{target} has no properties"),
    };

    /// <summary>The properties of a node or edge in the order of keys, or the map itself.</summary>
    public MapValue GetProperties(Value target) => target.Kind switch
    {
        ValueKind.Map => target.AsMap(),
        ValueKind.Node => InOrder(graph.Nodes[target.AsNode()].Properties),
        ValueKind.Edge => InOrder(graph.Edges[target.AsEdge()].Properties),
        _ => throw new ExpectedErrorException($"{target} has no properties"),
    };

    public bool? HasLabels(Value target, LabelExpression labels) => target.Kind switch
    {
        ValueKind.Null => null,
        ValueKind.Node => Matches(labels, graph.Nodes[target.AsNode()].Labels),
        ValueKind.Edge => Matches(labels, [graph.Edges[target.AsEdge()].Type]),
        _ => throw new ExpectedErrorException($"{target} has no labels"),
    };

    public static bool Matches(LabelExpression? labels, HashSet<string> names) => labels switch
    {
        null => true,
        LabelName name => names.Contains(name.Name),
        AnyLabel => names.Count > 0,
        LabelNot not => !Matches(not.Operand, names),
        LabelAnd and => and.Operands.All(operand => Matches(operand, names)),
        LabelOr or => or.Operands.Any(operand => Matches(operand, names)),
        _ => throw new InvalidOperationException($"Unknown label expression {labels}."),
    };

    private MapValue InOrder(Dictionary<string, Value> properties) =>
        new([.. graph.KeyOrder.Where(properties.ContainsKey).Select(key => KeyValuePair.Create(key, properties[key]))]);

    private static Value GetComponent(PartialDate date, string name)
    {
        var (start, end) = (date.Start, date.End);
        var sameYear = start.Year == end.Year;
        return name switch
        {
            "year" when sameYear => Value.FromInteger(start.Year),
            "month" when sameYear && start.Month == end.Month => Value.FromInteger(start.Month),
            "day" when start == end => Value.FromInteger(start.Day),
            "start" => Value.FromDate(PartialDate.FromDay(start)),
            "end" => Value.FromDate(PartialDate.FromDay(end)),
            "precision" =>
                Value.FromString(date.Text.Contains('/') ? "interval" : date.Text.Length switch { 4 => "year", 7 => "month", _ => "day" }),
            _ => Value.Null,
        };
    }
}
