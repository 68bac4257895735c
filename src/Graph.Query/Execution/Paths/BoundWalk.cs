namespace Graph.Query.Execution;

/// <summary>Checks that a list of edges, bound by an earlier clause, is a walk that a pattern allows.</summary>
internal sealed class BoundWalk(ExecutionState state, Batch batch, int row, WalkRule rule)
{
    /// <summary>Where the walk along the list ends, or -1 where the list is no such walk.</summary>
    public int FindEnd(int from, ListValue list)
    {
        if (list.Count < rule.Minimum || list.Count > rule.Maximum || !AreAllowed(list))
            return -1;

        var node = from;
        foreach (var item in list)
        {
            node = FollowEdge(node, item.AsEdge());
            if (node < 0)
                return -1;
        }

        return rule.Targets is null || rule.Targets.Contains(node) ? node : -1;
    }

    private bool AreAllowed(ListValue list)
    {
        var edges = new int[list.Count];
        for (var i = 0; i < edges.Length; i++)
        {
            if (!list[i].IsEdge)
                return false;

            edges[i] = list[i].AsEdge();
            if (!rule.AllowsRepeats && edges.AsSpan(0, i).Contains(edges[i]))
                return false;
            if (rule.Distinctness.IsUsed(batch, row, edges[i]))
                return false;
        }

        return rule.Where is null
            || Array.TrueForAll(EdgeCondition.Test(state, batch, row, rule.EdgeSlot, edges, rule.Where), allowed => allowed);
    }

    private int FollowEdge(int node, int edge)
    {
        foreach (var table in rule.Step.Tables)
        {
            if (edge < table.FirstEdge || edge >= table.EndEdge)
                continue;
            if (rule.Step.FollowsOutgoing && table.GetSource(edge) == node)
                return table.GetTarget(edge);
            if (rule.Step.FollowsIncoming && table.GetTarget(edge) == node)
                return table.GetSource(edge);
        }

        return -1;
    }
}
