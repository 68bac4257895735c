namespace Graph.Query.Execution;

/// <summary>A breadth-first search that can be run from many nodes in turn; nodes are marked by the number of the search.</summary>
internal sealed class ReachSearch
{
    private readonly ExecutionState state;
    private readonly WalkRule rule;
    private readonly int[] marks;
    private int search;
    private int untilCheck = ExecutionState.CheckInterval;

    public ReachSearch(ExecutionState state, WalkRule rule)
    {
        this.state = state;
        this.rule = rule;
        marks = new int[state.Store.NodeCount];
        state.Allocate(marks.Length * sizeof(int));
    }

    /// <summary>The nodes reached, nearest first; the start only by a walk of length 0 or one that returns.</summary>
    public List<int> Find(Batch batch, int row, int start)
    {
        state.Check();
        search++;
        var reached = new List<int>();
        var level = new List<int> { start };
        if (rule.Minimum == 0)
            Mark(start, reached);
        for (var length = 0L; length < rule.Maximum && level.Count > 0; length++)
        {
            var next = new List<int>();
            foreach (var node in level)
                Visit(batch, row, node, next, reached);

            // The start has gone on already; being met again makes it an end, not a new place to go on from.
            next.Remove(start);
            level = next;
        }

        return reached;
    }

    public void Release() => state.Release(marks.Length * sizeof(int));

    private void Visit(Batch batch, int row, int node, List<int> next, List<int> reached)
    {
        foreach (var table in rule.Step.Tables)
        {
            var view = rule.Step.FollowsOutgoing ? table.Outgoing.View : table.Incoming.View;
            var run = view.GetRun(node);
            var allowed = rule.Where is null || run.Count == 0 ? null : Test(batch, row, view, run);
            var neighbours = view.Neighbours[run.Start..run.End];
            for (var i = 0; i < neighbours.Length; i++)
            {
                if (--untilCheck == 0)
                {
                    state.Check();
                    untilCheck = ExecutionState.CheckInterval;
                }

                var neighbour = neighbours[i];
                if (marks[neighbour] == search || (allowed is not null && !allowed[i]))
                    continue;
                Mark(neighbour, reached);
                next.Add(neighbour);
            }
        }
    }

    private void Mark(int node, List<int> reached)
    {
        marks[node] = search;
        if (rule.Targets is null || rule.Targets.Contains(node))
            reached.Add(node);
    }

    private bool[] Test(Batch batch, int row, AdjacencyView view, Range32 run)
    {
        var edges = new int[run.Count];
        for (var i = 0; i < edges.Length; i++)
            edges[i] = view.GetEdge(run.Start + i);
        return EdgeCondition.Test(state, batch, row, rule.EdgeSlot, edges, rule.Where!);
    }
}
