namespace Graph.Core;

/// <summary>Edges while a graph is built: a group for each relation type, in order of arrival.</summary>
internal sealed class EdgeCollector
{
    private readonly Dictionary<string, EdgeGroup> groups = new(StringComparer.Ordinal);
    private int count;

    public int Add(
        string relationType,
        int source,
        int target,
        IEnumerable<KeyValuePair<string, Value>> properties,
        Evidence? evidence,
        IReadOnlyList<TextSpan>? fragments)
    {
        var group = FindGroup(relationType);
        group.Properties.Add(group.Sources.Count, properties);
        if (evidence is not null)
            group.Evidence.Add(group.Sources.Count, evidence.Value, fragments);
        group.Sources.Add(source);
        group.Targets.Add(target);
        return count++;
    }

    public int Add(
        string relationType,
        ReadOnlyMemory<int> sources,
        ReadOnlyMemory<int> targets,
        IReadOnlyList<PropertyColumn> columns,
        EvidenceColumns? evidence)
    {
        // A table without rows is no relation type of the graph.
        if (sources.IsEmpty)
            return count;
        var group = FindGroup(relationType);
        var firstRow = group.Sources.Count;
        group.Properties.Add(firstRow, sources.Length, columns);
        if (evidence is not null && evidence.Articles.Span.ContainsAnyExcept(-1))
            group.Evidence.Add(firstRow, evidence);
        group.Sources.Add(sources);
        group.Targets.Add(targets);
        count += sources.Length;
        return count - sources.Length;
    }

    public ImmutableArray<EdgeTable> Build(GraphType? type, int[] nodeIds)
    {
        var types = SchemaOrder.SortRelationTypes(type, groups.Keys);
        var firstEdges = new int[types.Length];
        for (var i = 1; i < types.Length; i++)
            firstEdges[i] = firstEdges[i - 1] + groups[types[i - 1]].Sources.Count;

        var tables = new EdgeTable[types.Length];
        Parallel.For(0, types.Length, i => tables[i] = groups[types[i]].Build(type, types[i], firstEdges[i], nodeIds));
        return ImmutableArray.Create(tables);
    }

    private EdgeGroup FindGroup(string relationType)
    {
        if (!groups.TryGetValue(relationType, out var group))
            groups.Add(relationType, group = new EdgeGroup());
        return group;
    }

    private sealed class EdgeGroup
    {
        public HandleList Sources { get; } = new();

        public HandleList Targets { get; } = new();

        public PropertyBuffer Properties { get; } = new();

        public EvidenceBuffer Evidence { get; } = new();

        public EdgeTable Build(GraphType? type, string relationType, int firstEdge, int[] nodeIds)
        {
            var edges = AdjacencyBuilder.Order(Sources.TakeNodes(nodeIds), Targets.TakeNodes(nodeIds));
            var outgoing = AdjacencyBuilder.BuildOutgoing(edges, firstEdge);
            Adjacency? incoming = null;
            ImmutableArray<PropertyColumn> columns = [];
            EvidenceTable? evidence = null;
            Parallel.Invoke(
                () => incoming = AdjacencyBuilder.BuildIncoming(edges, firstEdge),
                () => columns = Properties.Build(type, edges.Arrivals, edges.Arrivals.Length, static _ => false),
                () => evidence = Evidence.BuildIfAny(edges.Arrivals, nodeIds, outgoing));
            return new EdgeTable(relationType, firstEdge, edges.Arrivals.Length, outgoing, incoming!, columns, evidence);
        }
    }
}
