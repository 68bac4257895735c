namespace Graph.Query.Execution;

/// <summary>
/// Whether a walk leads from a node back to itself, told by the tree of shortest walks from it: an edge closes such a walk where it leads
/// to the start or, against the direction of the first edges too, joins two branches that left the start by different edges.
/// </summary>
internal sealed class WayBack
{
    private readonly ExecutionState state;
    private readonly EdgeStep step;
    private readonly bool edgesMayRepeat;
    private readonly int start;
    private readonly List<Branch> branches;
    private readonly Dictionary<int, int> places = [];
    private readonly int[] roots;
    private readonly int[] lengths;

    public WayBack(ExecutionState state, EdgeStep step, bool edgesMayRepeat, int start, List<Branch> branches)
    {
        this.state = state;
        this.step = step;
        this.edgesMayRepeat = edgesMayRepeat;
        this.start = start;
        this.branches = branches;
        roots = new int[branches.Count];
        lengths = new int[branches.Count];
        var meter = new StepMeter(state);
        for (var i = 0; i < roots.Length; i++)
        {
            meter.Count();
            var parent = branches[i].Parent;
            places.Add(branches[i].Node, i);
            roots[i] = parent < 0 ? i : roots[parent];
            lengths[i] = parent < 0 ? 1 : lengths[parent] + 1;
        }
    }

    /// <summary>Edges are followed both ways, so that a node is as far from the start as the start is from it.</summary>
    public bool IsUndirected => step.FollowsOutgoing && step.FollowsIncoming;

    /// <summary>The length of the shortest such walk; 0 where there is none.</summary>
    public int FindLength(long maximum)
    {
        var shortest = (int)Math.Min(maximum, int.MaxValue - 1) + 1;
        var none = shortest;
        var meter = new StepMeter(state);
        for (var i = -1; i < branches.Count; i++)
        {
            meter.Count(step.Runs.Length);
            foreach (var run in step.Runs)
                shortest = Math.Min(shortest, FindLength(run.View, i, shortest));
        }

        return shortest == none ? 0 : shortest;
    }

    /// <param name="limit">Only walks of fewer edges matter.</param>
    private int FindLength(AdjacencyView view, int from, int limit)
    {
        // The edges of a branch close no walk that is shorter than its own way and one more.
        if (from >= 0 && lengths[from] + 1 >= limit)
            return limit;

        var run = view.GetRun(from < 0 ? start : branches[from].Node);
        for (var position = run.Start; position < run.End; position++)
        {
            var length = GetLength(from, view.GetEdge(position), view.Neighbours[position]);
            limit = length > 0 ? Math.Min(limit, length) : limit;
        }

        return limit;
    }

    /// <summary>The length of the walk that an edge closes; 0 where it closes none.</summary>
    private int GetLength(int from, int edge, int to)
    {
        var length = from < 0 ? 0 : lengths[from];
        if (to == start)
            return from < 0 || edgesMayRepeat || !IsUndirected || branches[from].Parent >= 0 || branches[from].Edge != edge
                ? length + 1
                : 0;
        if (!IsUndirected || from < 0 || !places.TryGetValue(to, out var place))
            return 0;
        return roots[place] != roots[from] ? length + lengths[place] + 1 : 0;
    }
}
