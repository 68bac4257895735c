namespace Graph.Query.Schema;

/// <summary>Types without what the reader adds by itself: implied labels, inherited properties and tags.</summary>
internal sealed class CompactForm(GraphType graphType)
{
    private readonly Dictionary<string, IReadOnlyList<string>> directLabels = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<SchemaTag>> ownTags = new(StringComparer.Ordinal);

    public NodeType Reduce(NodeType type)
    {
        var labels = GetDirectLabels(type);
        var implied = labels.Select(FindType).OfType<NodeType>().ToList();
        return type with
        {
            Labels = [type.KeyLabel, .. labels],
            Properties = [.. ImplicitProperties.ReduceNode(type.Properties).Where(property => !IsInherited(property, implied))],
            Hints = type.Hints with { Tags = GetOwnTags(type) },
        };
    }

    public EdgeType Reduce(EdgeType type) => type with { Properties = ImplicitProperties.ReduceEdge(type.Properties) };

    /// <summary>The labels that no other one brings along, if reading these gives the same labels in the same order; else all.</summary>
    private IReadOnlyList<string> GetDirectLabels(NodeType type)
    {
        if (directLabels.TryGetValue(type.KeyLabel, out var known))
            return known;
        var implied = type.Labels[1..];
        var direct = implied.Where(label => !implied.Any(other => other != label && Implies(other, label))).ToList();
        return directLabels[type.KeyLabel] = Close(type.KeyLabel, direct).SequenceEqual(type.Labels) ? direct : implied;
    }

    /// <summary>What the reader makes of a key and labels, breadth first, when all types are written in this form.</summary>
    private List<string> Close(string key, IReadOnlyList<string> direct)
    {
        List<string> labels = [key, .. direct];
        for (var i = 1; i < labels.Count; i++)
        {
            if (FindType(labels[i]) is { } type)
                labels.AddRange(GetDirectLabels(type).Where(label => !labels.Contains(label)).ToList());
        }

        return labels;
    }

    private bool Implies(string label, string other) => FindType(label) is { } type && type.Labels.Contains(other);

    private NodeType? FindType(string label) => graphType.TryGetNodeType(label, out var type) ? type : null;

    private static bool IsInherited(PropertyDefinition property, IReadOnlyList<NodeType> implied) =>
        implied.Any(type => type.FindProperty(property.Name) == property)
        && implied.All(type => type.FindProperty(property.Name) is not { } other || other.Type.Name == property.Type.Name);

    private ImmutableArray<SchemaTag> GetOwnTags(NodeType type) =>
        ownTags.TryGetValue(type.KeyLabel, out var known) ? known : ownTags[type.KeyLabel] = FindOwnTags(type);

    /// <summary>
    /// The fewest first tags that, completed as the reader does from what the other types are written with, give them all.
    /// </summary>
    private ImmutableArray<SchemaTag> FindOwnTags(NodeType type)
    {
        var all = type.Hints.Tags;
        var implied = type.Labels.Skip(1).Select(label => FindType(label) is { } other ? GetOwnTags(other) : []).ToList();
        for (var count = 0; count < all.Length; count++)
        {
            if (SchemaBinder.CompleteTags(all[..count], implied).SequenceEqual(all))
                return all[..count];
        }

        return all;
    }
}
