namespace Graph.Query.Execution;

/// <summary>A breadth-first search from one or many nodes, which can be run again and again.</summary>
internal sealed class ReachSearch(ExecutionState state, WalkRule rule)
{
    private readonly NodeBits isStart = new(state);
    private readonly NodeBits isReached = new(state);
    private readonly List<int> starts = [];
    private readonly EdgeTests tests = new(state, rule);
    private StepMeter meter = new(state);

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
        foreach (var node in rule.Maximum > 0 ? starts : [])
            Visit(batch, row, node, met);
        var level = rule.Minimum == 0 ? starts.Count : 0;
        for (var length = 1L; length < rule.Maximum && level < met.Count; length++)
        {
            // A start has gone on already; being met again makes it an end, not a new place to go on from.
            for (var end = met.Count; level < end; level++)
            {
                if (!isStart.Contains(met[level]))
                    Visit(batch, row, met[level], met);
            }
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
        tests.Release();
    }

    private void Visit(Batch batch, int row, int node, List<int> met)
    {
        foreach (var table in rule.Step.Tables)
        {
            if (rule.Step.FollowsOutgoing)
                Visit(batch, row, table, isIncoming: false, node, met);
            if (rule.Step.FollowsIncoming)
                Visit(batch, row, table, isIncoming: true, node, met);
        }
    }

    private void Visit(Batch batch, int row, EdgeTable table, bool isIncoming, int node, List<int> met)
    {
        var view = isIncoming ? table.Incoming.View : table.Outgoing.View;
        var run = view.GetRun(node);
        if (run.Count == 0)
            return;

        meter.Count(run.Count);
        if (tests.Test(batch, row, table, isIncoming, node) is { } allowed)
            VisitAllowed(view, run, allowed, met);
        else
            isReached.Add(view.Neighbours[run.Start..run.End], met);
    }

    private void VisitAllowed(AdjacencyView view, Range32 run, bool[] allowed, List<int> met)
    {
        for (var i = 0; i < allowed.Length; i++)
        {
            var neighbour = view.Neighbours[run.Start + i];
            if (allowed[i] && isReached.Add(neighbour))
                met.Add(neighbour);
        }
    }
}
