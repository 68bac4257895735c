namespace Graph.Query.Schema;

/// <summary>Edge types as plain GQL has them, between one concrete node type at each end.</summary>
internal static class ExpandedForm
{
    public static IEnumerable<EdgeType> GetEdgeTypes(GraphType type)
    {
        var pairs = new Dictionary<(string Label, string Source, string Target), EdgeType>();
        var order = new List<(string Label, string Source, string Target)>();
        foreach (var edge in type.EdgeTypes)
        {
            foreach (var source in GetConcreteTypes(type, edge.Source))
            {
                foreach (var target in GetConcreteTypes(type, edge.Target))
                {
                    var pair = (edge.Label, source, target);
                    if (!pairs.TryGetValue(pair, out var other))
                        order.Add(pair);
                    pairs[pair] = Merge(other, WithoutKnownHints(edge)) with { Name = edge.Label, Source = source, Target = target };
                }
            }
        }

        return order.Select(pair => pairs[pair]);
    }

    /// <summary>What every edge type has needs no description at each of them.</summary>
    private static EdgeType WithoutKnownHints(EdgeType edge) => edge with
    {
        Properties =
        [
            .. edge.Properties.Select(property =>
                ImplicitProperties.OfEdges.Contains(property) ? property with { Hints = SchemaHints.None } : property),
        ],
    };

    private static IEnumerable<string> GetConcreteTypes(GraphType type, string? label) =>
        type.NodeTypes.Where(node => !node.IsAbstract && (label is null || node.Labels.Contains(label))).Select(node => node.KeyLabel);

    /// <summary>Two edge types that admit the same pair admit the properties of both.</summary>
    private static EdgeType Merge(EdgeType? first, EdgeType second)
    {
        if (first is null)
            return second;
        var more = second.Properties.Where(property => first.Properties.All(other => other.Name != property.Name));
        return first with { Properties = [.. first.Properties, .. more] };
    }
}
