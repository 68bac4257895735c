namespace Graph.Tck.Setup;

/// <summary>A graph that set-up statements change; elements keep their number until the end, and deleted ones leave a hole.</summary>
public sealed class GraphDraft
{
    // Ties the elements of a store to those of the draft while a set-up statement reads. No scenario can write this name.
    private const string NumberKey = "\u0001number";

    private readonly List<DraftNode?> nodes = [];
    private readonly List<DraftEdge?> edges = [];

    public int AddNode(IReadOnlyList<string> labels, MapValue properties)
    {
        nodes.Add(new DraftNode(labels, properties));
        return nodes.Count - 1;
    }

    public int AddEdge(string type, int source, int target, MapValue properties)
    {
        edges.Add(new DraftEdge(type, source, target, properties));
        return edges.Count - 1;
    }

    public void DeleteEdge(int edge) => edges[edge] = null;

    /// <exception cref="SetupException">The node still has relations.</exception>
    public void DeleteNode(int node, bool detach)
    {
        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i] is not { } edge || (edge.Source != node && edge.Target != node))
                continue;
            if (!detach)
                throw new SetupException("A node that still has relations cannot be deleted.");
            edges[i] = null;
        }

        nodes[node] = null;
    }

    public GraphStore Build() => Build((_, properties) => properties);

    /// <summary>The graph as a store, with the way from the numbers of its elements to those of the draft and back.</summary>
    public NumberedStore BuildNumbered()
    {
        var store = Build((number, properties) => properties.Append(new(NumberKey, Value.FromInteger(number))));
        var numberedNodes = Enumerable.Range(0, store.NodeCount).Select(id => (int)store.GetNodeProperty(id, NumberKey).AsInteger());
        var numberedEdges = Enumerable.Range(0, store.EdgeCount).Select(id => (int)store.GetEdgeProperty(id, NumberKey).AsInteger());
        return new NumberedStore(store, [.. numberedNodes], [.. numberedEdges]);
    }

    private GraphStore Build(Func<int, IEnumerable<KeyValuePair<string, Value>>, IEnumerable<KeyValuePair<string, Value>>> complete)
    {
        var builder = new GraphBuilder();
        var handles = new int[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            if (nodes[i] is { } node)
                handles[i] = builder.AddNode(node.Labels, complete(i, node.Properties));
        }

        for (var i = 0; i < edges.Count; i++)
        {
            if (edges[i] is { } edge)
                builder.AddEdge(edge.Type, handles[edge.Source], handles[edge.Target], complete(i, edge.Properties));
        }

        return builder.Build();
    }

    private sealed record DraftNode(IReadOnlyList<string> Labels, MapValue Properties);

    private sealed record DraftEdge(string Type, int Source, int Target, MapValue Properties);
}
