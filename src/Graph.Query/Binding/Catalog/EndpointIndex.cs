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

            found = FindPairs(table);
            pairs.Add(table.Type, found);
            return found;
        }
    }

    /// <summary>Neighbours are sorted, so each node costs a search for each kind of neighbour it has, however many they are.</summary>
    private HashSet<(int Source, int Target)> FindPairs(EdgeTable table)
    {
        var found = new HashSet<(int, int)>();
        var view = table.Outgoing.View;
        for (var row = 0; row < view.RowCount; row++)
        {
            var run = view.GetRowRun(row);
            var neighbours = view.Neighbours[run.Start..run.End];
            while (!neighbours.IsEmpty)
            {
                var target = store.GetRange(neighbours[0]);
                found.Add((store.GetRange(view.GetRowNode(row)).Start, target.Start));
                var next = neighbours.BinarySearch(target.End, AfterEqual);
                neighbours = neighbours[~next..];
            }
        }

        return found;
    }

    // Never equal, so that a search ends before the first element that is not less.
    private static readonly Comparer<int> AfterEqual = Comparer<int>.Create((sought, element) => element < sought ? 1 : -1);
}
