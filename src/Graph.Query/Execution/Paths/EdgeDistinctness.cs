namespace Graph.Query.Execution;

/// <summary>
/// The rule that no edge stands twice in one match: an edge is tested against the edges, and lists of edges, that the same MATCH has
/// bound before.
/// </summary>
internal sealed class EdgeDistinctness(int[] edgeSlots, int[] listSlots)
{
    public static readonly EdgeDistinctness None = new([], []);

    public bool IsTrivial => edgeSlots.Length == 0 && listSlots.Length == 0;

    /// <summary>Whether only single edges were bound before, so that there are few to ask about.</summary>
    public bool IsOfEdges => listSlots.Length == 0;

    /// <summary>How many single edges were bound before.</summary>
    public int EdgeCount => edgeSlots.Length;

    /// <summary>An edge that a row has bound; false where an earlier one is the same.</summary>
    public bool TryGetEdge(Batch batch, int row, int index, out int edge)
    {
        edge = GetEdge(batch, row, index);
        for (var i = 0; i < index; i++)
        {
            if (GetEdge(batch, row, i) == edge)
                return false;
        }

        return true;
    }

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

    private int GetEdge(Batch batch, int row, int index) => batch[edgeSlots[index]].GetEdges(batch.Count)[row];

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
