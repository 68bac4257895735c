namespace Graph.Query.Execution;

/// <summary>A breadth-first search from one or many nodes, which can be run again and again.</summary>
internal sealed class ReachSearch(ExecutionState state, WalkRule rule)
{
    private readonly NodeBits isStart = new(state);
    private readonly NodeBits isReached = new(state);
    private readonly List<int> starts = [];
    private int untilCheck = ExecutionState.CheckInterval;

    /// <summary>Adds a node that the next search begins at; one that was added before counts once.</summary>
    public void AddStart(int node)
    {
        if (isStart.Add(node))
            starts.Add(node);
    }

    /// <summary>The nodes reached, nearest first; a start only by a walk of length 0 or one that returns.</summary>
    /// <param name="row">The row that a condition on the edges is tested for.</param>
    public List<int> Find(Batch batch, int row)
    {
        state.Check();
        var met = new List<int>();
        if (rule.Minimum == 0)
            met.AddRange(starts.Where(isReached.Add));
        var level = starts;
        for (var length = 0L; length < rule.Maximum && level.Count > 0; length++)
        {
            var next = new List<int>();
            foreach (var node in level)
                Visit(batch, row, node, next, met);
            level = next;
        }

        isStart.RemoveAll(starts);
        isReached.RemoveAll(met);
        starts.Clear();
        return rule.Targets is { } targets ? met.FindAll(targets.Contains) : met;
    }

    public void Release()
    {
        isStart.Release();
        isReached.Release();
    }

    private void Visit(Batch batch, int row, int node, List<int> next, List<int> met)
    {
        foreach (var table in rule.Step.Tables)
        {
            if (rule.Step.FollowsOutgoing)
                Visit(batch, row, table.Outgoing.View, node, next, met);
            if (rule.Step.FollowsIncoming)
                Visit(batch, row, table.Incoming.View, node, next, met);
        }
    }

    private void Visit(Batch batch, int row, AdjacencyView view, int node, List<int> next, List<int> met)
    {
        var run = view.GetRun(node);
        if (run.Count == 0)
            return;

        Count(run.Count);
        var allowed = rule.Where is null ? null : Test(batch, row, view, run);
        var neighbours = view.Neighbours[run.Start..run.End];
        for (var i = 0; i < neighbours.Length; i++)
        {
            var neighbour = neighbours[i];
            if ((allowed is not null && !allowed[i]) || !isReached.Add(neighbour))
                continue;

            met.Add(neighbour);

            // A start has gone on already; being met again makes it an end, not a new place to go on from.
            if (!isStart.Contains(neighbour))
                next.Add(neighbour);
        }
    }

    private void Count(int steps)
    {
        untilCheck -= steps;
        if (untilCheck > 0)
            return;
        state.Check();
        untilCheck = ExecutionState.CheckInterval;
    }

    private bool[] Test(Batch batch, int row, AdjacencyView view, Range32 run)
    {
        var edges = new int[run.Count];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = view.GetEdge(run.Start + i);
        return EdgeCondition.Test(state, batch, row, rule.EdgeSlot, edges, rule.Where!);
    }
}
