namespace Graph.Tck.Setup;

/// <summary>A store made from a draft, with the way between their numbers.</summary>
/// <param name="Nodes">The draft's number of each node of the store.</param>
/// <param name="Edges">The draft's number of each edge of the store.</param>
public sealed record NumberedStore(GraphStore Store, ImmutableArray<int> Nodes, ImmutableArray<int> Edges)
{
    /// <summary>A value of the store as one of the draft.</summary>
    public Value ToDraft(Value value) => Map(value, id => Nodes[id], id => Edges[id]);

    /// <summary>A value of the draft as one of the store.</summary>
    public Value ToStore(Value value) => Map(value, number => Nodes.IndexOf(number), number => Edges.IndexOf(number));

    private static Value Map(Value value, Func<int, int> node, Func<int, int> edge) => value.Kind switch
    {
        ValueKind.Node => Value.FromNode(node(value.AsNode())),
        ValueKind.Edge => Value.FromEdge(edge(value.AsEdge())),
        ValueKind.List => Value.FromList(new ListValue([.. value.AsList().Select(item => Map(item, node, edge))])),
        ValueKind.Map =>
            Value.FromMap(new MapValue([.. value.AsMap().Select(entry => KeyValuePair.Create(entry.Key, Map(entry.Value, node, edge)))])),
        ValueKind.Path => Value.FromPath(new PathValue(Map(value.AsPath().Nodes, node), Map(value.AsPath().Edges, edge))),
        _ => value,
    };

    private static int[] Map(ReadOnlySpan<int> ids, Func<int, int> number)
    {
        var numbers = new int[ids.Length];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = number(ids[i]);
        return numbers;
    }
}
