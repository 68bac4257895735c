namespace Graph.Core;

/// <summary>
/// The labels that say what a node is: those that no other of its labels implies by the graph type. A <c>:Country</c> need not be
/// called a <c>:Place:Actor:Entity</c> too. On an open graph, all labels.
/// </summary>
public sealed class NodeLabels(GraphStore store)
{
    private readonly Dictionary<int, ImmutableArray<string>> byRange = [];

    public ImmutableArray<string> GetSpecific(int node)
    {
        var range = store.GetRange(node);
        if (!byRange.TryGetValue(range.Start, out var specific))
            byRange.Add(range.Start, specific = FindSpecific(range));
        return specific;
    }

    private ImmutableArray<string> FindSpecific(NodeRange range)
    {
        var all = range.Labels.Select(label => store.Labels[label]).ToList();
        return [.. all.Where(label => !all.Any(other => other != label && Implies(other, label)))];
    }

    private bool Implies(string label, string implied) =>
        store.Type is { } type && type.TryGetNodeType(label, out var nodeType) && nodeType.Labels.Contains(implied);
}
