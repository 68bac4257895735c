namespace Graph.Generator.SchemaFile;

/// <summary>A type without what the reader adds by itself: implied labels, inherited properties and tags.</summary>
internal static class CompactForm
{
    public static NodeType Of(NodeType type, GraphType graphType)
    {
        var labels = GetDirectLabels(type, graphType);
        var implied = labels.Select(label => graphType.TryGetNodeType(label, out var found) ? found : null).OfType<NodeType>().ToList();
        return type with
        {
            Labels = [type.KeyLabel, .. labels],
            Properties = [.. ImplicitProperties.ReduceNode(type.Properties).Where(property => !IsInherited(property, implied))],
            Hints = type.Hints with { Tags = GetOwnTags(type, graphType) },
        };
    }

    public static EdgeType Of(EdgeType type) => type with { Properties = ImplicitProperties.ReduceEdge(type.Properties) };

    /// <summary>The labels that no other one brings along, if reading these gives the same labels in the same order; else all.</summary>
    private static IReadOnlyList<string> GetDirectLabels(NodeType type, GraphType graphType)
    {
        var implied = type.Labels[1..];
        var direct = implied.Where(label => !implied.Any(other => other != label && GetLabels(other, graphType).Contains(label))).ToList();
        return Close(type.KeyLabel, direct, graphType).SequenceEqual(type.Labels) ? direct : implied;
    }

    private static IReadOnlyList<string> Close(string key, IReadOnlyList<string> direct, GraphType graphType)
    {
        var labels = new List<string> { key };
        labels.AddRange(direct);
        for (var i = 1; i < labels.Count; i++)
            labels.AddRange(CompactLabels(labels[i], graphType).Where(label => !labels.Contains(label)).ToList());
        return labels;
    }

    /// <summary>What a label implies as this form writes it, which decides the order when it is read again.</summary>
    private static IReadOnlyList<string> CompactLabels(string label, GraphType graphType) =>
        graphType.TryGetNodeType(label, out var type) ? GetDirectLabels(type, graphType) : [];

    private static ImmutableArray<string> GetLabels(string label, GraphType graphType) =>
        graphType.TryGetNodeType(label, out var type) ? type.Labels : [label];

    private static bool IsInherited(PropertyDefinition property, IReadOnlyList<NodeType> implied) =>
        implied.Any(type => type.FindProperty(property.Name) is { } other && other == property)
        && implied.All(type => type.FindProperty(property.Name) is not { } other || other.Type.Name == property.Type.Name);

    /// <summary>The fewest first tags that, completed as the reader does, give them all.</summary>
    private static ImmutableArray<SchemaTag> GetOwnTags(NodeType type, GraphType graphType)
    {
        var all = type.Hints.Tags;
        for (var count = 0; count < all.Length; count++)
        {
            if (SchemaBinder.CompleteTags(all[..count], GetImpliedTags(type, graphType)).SequenceEqual(all))
                return all[..count];
        }

        return all;
    }

    private static IEnumerable<ImmutableArray<SchemaTag>> GetImpliedTags(NodeType type, GraphType graphType) => type.Labels
        .Skip(1)
        .Select(label => graphType.TryGetNodeType(label, out var found) ? found.Hints.Tags : []);
}
