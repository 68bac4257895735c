namespace Graph.Query.Binding;

/// <summary>Which kinds of nodes the relations of the data join, found by one pass over a relation type when first asked for.</summary>
internal sealed class EndpointIndex(GraphStore store)
{
    private readonly Dictionary<string, HashSet<(int Source, int Target)>> pairs = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Whether an edge of the table goes from a node that the first condition admits to one that the second admits.</summary>
    public bool Contains(EdgeTable table, LabelExpression? source, LabelExpression? target)
    {
        foreach (var (from, to) in GetPairs(table))
        {
            if (Admits(source, from) && Admits(target, to))
                return true;
        }

        return false;
    }

    private bool Admits(LabelExpression? labels, int firstNode) =>
        labels is null || labels.Matches([.. store.GetRange(firstNode).Labels.Select(label => store.Labels[label])]);

    // A range is known by its first node.
    private HashSet<(int Source, int Target)> GetPairs(EdgeTable table)
    {
        lock (gate)
        {
            if (pairs.TryGetValue(table.Type, out var found))
                return found;

            found = [];
            for (var edge = table.FirstEdge; edge < table.EndEdge; edge++)
                found.Add((store.GetRange(table.GetSource(edge)).Start, store.GetRange(table.GetTarget(edge)).Start));
            pairs.Add(table.Type, found);
            return found;
        }
    }
}
