namespace Graph.Query.Execution;

/// <summary>
/// The paths between two nodes, one length after another, where the pattern is one repeated edge: a walk waits until its own edges and
/// those that lead from it to the end at least (Hart, Nilsson and Raphael 1968) are as many as the length that is looked for.
/// </summary>
internal sealed class GuidedPathSearch
{
    private readonly ExecutionState state;
    private readonly PathStepper stepper;
    private readonly ShortestLengths ways;
    private readonly long maximum;
    private readonly int end;

    // By the length that a path must have at least which begins so.
    private readonly List<List<PathState>> waiting = [];
    private StepMeter meter;
    private long bytes;

    /// <param name="ways">Searches from the end against the direction of the edges.</param>
    /// <param name="maximum">The most edges of a path.</param>
    public GuidedPathSearch(ExecutionState state, PathStepper stepper, ShortestLengths ways, int end, long maximum)
    {
        this.state = state;
        this.stepper = stepper;
        this.maximum = maximum;
        this.end = end;
        meter = new StepMeter(state);
        this.ways = ways;
        ways.Search(end, maximum);
    }

    public List<PathState> Find(int start, ChosenPaths chosen)
    {
        Keep(PathStepper.Start(start));
        for (var length = 0; length < waiting.Count && !chosen.IsComplete(end); length++)
        {
            state.Check();
            foreach (var path in Sort(FindOfLength(length)))
                chosen.Add(path);
        }

        state.Release(bytes);
        return chosen.Paths;
    }

    private List<PathState> FindOfLength(int length)
    {
        var accepted = new List<PathState>();
        var settled = new List<PathState>();
        var moved = new List<PathState>();

        // What goes on towards the end comes to the same list.
        var level = waiting[length];
        for (var i = 0; i < level.Count; i++)
        {
            settled.Clear();
            stepper.Settle(level[i], settled, accepted);
            foreach (var at in settled)
            {
                moved.Clear();
                stepper.Move(at, moved, (_, node) => CanLead(at.Length + 1, node));
                meter.Count(1 + moved.Count);
                moved.ForEach(Keep);
            }
        }

        waiting[length] = [];
        accepted.RemoveAll(path => path.Node != end);
        return accepted;
    }

    private void Keep(PathState at)
    {
        if (!CanLead(at.Length, at.Node))
            return;

        var length = at.Length + ways.GetDistance(at.Node);
        while (waiting.Count <= length)
            waiting.Add([]);
        waiting[length].Add(at);
        bytes += SelectivePathSearch.BytesOfState;
        state.Allocate(SelectivePathSearch.BytesOfState);
    }

    /// <summary>Whether a path of so many edges to a node can still reach the end.</summary>
    private bool CanLead(int edges, int node) =>
        ways.GetDistance(node) is >= 0 and var distance && (long)edges + distance <= maximum;

    /// <summary>In the order of edge ids, from the first edge on.</summary>
    private IEnumerable<PathState> Sort(List<PathState> paths)
    {
        var edges = paths.ConvertAll(path => path.GetEdges());
        var order = Enumerable.Range(0, paths.Count).ToArray();
        StoppableSort.Sort<int>(state, order, (left, right) => edges[left].AsSpan().SequenceCompareTo(edges[right]));
        return order.Select(i => paths[i]);
    }
}
