namespace Graph.Query.Execution;

/// <summary>
/// The rule that no edge stands twice in one match: an edge is tested against the edges, and lists of edges, that the same MATCH has
/// bound before.
/// </summary>
internal sealed class EdgeDistinctness(int[] edgeSlots, int[] listSlots)
{
    public static readonly EdgeDistinctness None = new([], []);

    public bool IsTrivial => edgeSlots.Length == 0 && listSlots.Length == 0;

    public bool IsUsed(Batch batch, int row, int edge)
    {
        foreach (var slot in edgeSlots)
        {
            if (batch[slot].GetEdges(batch.Count)[row] == edge)
                return true;
        }

        foreach (var slot in listSlots)
        {
            if (Contains(batch[slot][row], edge))
                return true;
        }

        return false;
    }

    private static bool Contains(Value list, int edge)
    {
        if (list.IsNull)
            return false;

        foreach (var item in list.AsList().Span)
        {
            if (item.IsEdge && item.AsEdge() == edge)
                return true;
        }

        return false;
    }
}
