namespace Graph.Oracle.Graphs;

/// <summary>A graph as two lists, with the ids that its store gives to nodes and edges.</summary>
/// <param name="LabelOrder">The order in which <c>labels(n)</c> lists them.</param>
/// <param name="KeyOrder">The order in which <c>keys(n)</c> lists them.</param>
internal sealed record PlainGraph(PlainNode[] Nodes, PlainEdge[] Edges, ImmutableArray<string> LabelOrder, ImmutableArray<string> KeyOrder)
{
    /// <summary>Reads a store value by value.</summary>
    public static PlainGraph Read(GraphStore store)
    {
        var nodes = new PlainNode[store.NodeCount];
        for (var id = 0; id < nodes.Length; id++)
            nodes[id] = new PlainNode(id, ReadLabels(store, id), ReadProperties(store, key => store.GetNodeProperty(id, key)));
        var edges = new PlainEdge[store.EdgeCount];
        for (var id = 0; id < edges.Length; id++)
        {
            var table = store.GetEdgeTable(id);
            var edge = new PlainEdge(
                id, table.Type, nodes[table.GetSource(id)], nodes[table.GetTarget(id)],
                ReadProperties(store, key => store.GetEdgeProperty(id, key)));
            edges[id] = edge;
            edge.Source.Edges.Add(edge);
            if (edge.Target != edge.Source)
                edge.Target.Edges.Add(edge);
        }

        return new PlainGraph(nodes, edges, store.Labels, store.PropertyKeys);
    }

    private static HashSet<string> ReadLabels(GraphStore store, int node) =>
        [.. store.GetRange(node).Labels.Select(label => store.Labels[label])];

    private static Dictionary<string, Value> ReadProperties(GraphStore store, Func<string, Value> read)
    {
        var properties = new Dictionary<string, Value>(StringComparer.Ordinal);
        foreach (var key in store.PropertyKeys)
        {
            if (read(key) is { IsNull: false } value)
                properties.Add(key, value);
        }

        return properties;
    }
}

internal sealed record PlainNode(int Id, HashSet<string> Labels, Dictionary<string, Value> Properties)
{
    /// <summary>Every edge that begins or ends here, a loop once.</summary>
    public List<PlainEdge> Edges { get; } = [];
}

internal sealed record PlainEdge(int Id, string Type, PlainNode Source, PlainNode Target, Dictionary<string, Value> Properties);
