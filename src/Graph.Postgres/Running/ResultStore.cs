namespace Graph.Postgres;

/// <summary>A store of a few elements of a graph, and their numbers in it. Its order is that of the graph.</summary>
internal sealed class ResultStore
{
    private readonly Dictionary<int, int> nodes = [];
    private readonly Dictionary<int, int> relations = [];

    public ResultStore(GraphLayout layout, IReadOnlyList<FoundNode> foundNodes, IReadOnlyList<FoundRelation> foundRelations)
    {
        var builder = new GraphBuilder(layout.Type);
        foreach (var node in foundNodes.OrderBy(node => node.Table).ThenBy(node => node.Id))
            nodes.Add(node.Id, builder.AddNode(layout.NodeTables[node.Table].Labels, node.Properties));

        // A store sorts relations by type and ends; those with the same keep the order in which they came.
        var sorted = foundRelations.OrderBy(relation => relation.Table)
            .ThenBy(relation => nodes[relation.Source]).ThenBy(relation => nodes[relation.Target]).ThenBy(relation => relation.Id).ToList();
        foreach (var relation in sorted)
        {
            relations.Add(relation.Id, relations.Count);
            builder.AddEdge(
                layout.RelationTables[relation.Table].Type, nodes[relation.Source], nodes[relation.Target], relation.Properties);
        }

        Store = builder.Build();
    }

    public GraphStore Store { get; }

    /// <summary>The same value with the numbers of this store.</summary>
    public Value Renumber(Value value) => value.Kind switch
    {
        ValueKind.Node => Value.FromNode(nodes[value.AsNode()]),
        ValueKind.Edge => Value.FromEdge(relations[value.AsEdge()]),
        ValueKind.Path => Value.FromPath(new PathValue(
            Array.ConvertAll(value.AsPath().Nodes.ToArray(), node => nodes[node]),
            Array.ConvertAll(value.AsPath().Edges.ToArray(), relation => relations[relation]))),
        ValueKind.List => Value.FromList(new ListValue([.. value.AsList().Select(Renumber)])),
        ValueKind.Map =>
            Value.FromMap(new MapValue([.. value.AsMap().Select(entry => KeyValuePair.Create(entry.Key, Renumber(entry.Value)))])),
        _ => value,
    };
}
