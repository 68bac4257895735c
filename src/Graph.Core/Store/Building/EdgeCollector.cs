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
        if (!groups.TryGetValue(relationType, out var group))
            groups.Add(relationType, group = new EdgeGroup());
        group.Properties.Add(group.Sources.Count, properties);
        group.Evidence.Add(evidence, fragments);
        group.Sources.Add(source);
        group.Targets.Add(target);
        return count++;
    }

    public ImmutableArray<EdgeTable> Build(GraphType? type, int[] nodeIds)
    {
        var tables = ImmutableArray.CreateBuilder<EdgeTable>(groups.Count);
        foreach (var relationType in SchemaOrder.SortRelationTypes(type, groups.Keys))
            tables.Add(groups[relationType].Build(type, relationType, tables.Count == 0 ? 0 : tables[^1].EndEdge, nodeIds));
        return tables.ToImmutable();
    }

    private sealed class EdgeGroup
    {
        public List<int> Sources { get; } = [];

        public List<int> Targets { get; } = [];

        public PropertyBuffer Properties { get; } = new();

        public EvidenceBuffer Evidence { get; } = new();

        public EdgeTable Build(GraphType? type, string relationType, int firstEdge, int[] nodeIds)
        {
            var adjacency = AdjacencyBuilder.Build(Resolve(Sources, nodeIds), Resolve(Targets, nodeIds), firstEdge);
            return new EdgeTable(
                relationType,
                firstEdge,
                Sources.Count,
                adjacency.Outgoing,
                adjacency.Incoming,
                Properties.Build(type, adjacency.Order, Sources.Count, static _ => false),
                Evidence.BuildIfAny(adjacency.Order, nodeIds, adjacency.Outgoing));
        }

        private static int[] Resolve(List<int> handles, int[] nodeIds)
        {
            var nodes = new int[handles.Count];
            for (var i = 0; i < nodes.Length; i++)
                nodes[i] = nodeIds[handles[i]];
            return nodes;
        }
    }
}
