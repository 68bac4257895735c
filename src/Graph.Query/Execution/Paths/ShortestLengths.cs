namespace Graph.Query.Execution;

/// <summary>
/// How far every node is from one start along a repeated edge, and how many shortest walks lead there: breadth first, without making any
/// walk. One search serves all rows of a query.
/// </summary>
internal sealed class ShortestLengths
{
    private readonly EdgeStep step;

    // Each plus one, so that what was not reached is 0.
    private readonly NodeTable<int> distances;
    private readonly NodeTable<long>? counts;
    private readonly List<Branch> branches = [];
    private int lastStart = -1;
    private StepMeter meter;

    /// <param name="countsWalks">Whether <see cref="GetCount"/> will be asked.</param>
    public ShortestLengths(ExecutionState state, EdgeStep step, bool countsWalks)
    {
        this.step = step;
        meter = new StepMeter(state);
        distances = new NodeTable<int>(state);
        counts = countsWalks ? new NodeTable<long>(state) : null;
    }

    /// <summary>The nodes that the last search reached, without its start, nearest first.</summary>
    public List<Branch> Branches => branches;

    /// <summary>
    /// The length of a shortest walk from the start back to it along directed edges, and how many there are; no walks where there is none.
    /// </summary>
    public (int Length, long Count) WayBack { get; private set; }

    public int GetDistance(int node) => distances.Get(node) - 1;

    public long GetCount(int node) => counts?.Get(node) ?? 1;

    /// <summary>Follows walks of at most so many edges.</summary>
    public void Search(int start, long maximum)
    {
        Clear(start);
        distances[start] = 1;
        if (counts is not null)
            counts[start] = 1;
        for (int length = 1, level = -1; length <= maximum; length++)
        {
            var end = branches.Count;
            foreach (var run in step.Runs)
                Follow(run, start, level, end, length);
            if (branches.Count == end)
                break;
            level = end;
        }
    }

    public void Release()
    {
        distances.Release();
        counts?.Release();
    }

    private void Clear(int start)
    {
        foreach (var branch in branches)
            distances[branch.Node] = 0;
        if (lastStart >= 0)
            distances[lastStart] = 0;
        lastStart = start;
        WayBack = default;
        branches.Clear();
    }

    /// <param name="level">The first branch of the level before; -1 where that is the start alone.</param>
    private void Follow(EdgeRuns run, int start, int level, int end, int length)
    {
        var view = run.View;
        if (level < 0)
            Follow(view, start, -1, start, length);
        for (var i = Math.Max(level, 0); level >= 0 && i < end; i++)
            Follow(view, branches[i].Node, i, start, length);
    }

    private void Follow(AdjacencyView view, int node, int parent, int start, int length)
    {
        var run = view.GetRun(node);
        meter.Count(run.Count + 1);
        for (var position = run.Start; position < run.End; position++)
        {
            var neighbour = view.Neighbours[position];
            ref var distance = ref distances[neighbour];
            if (distance == 0)
            {
                distance = length + 1;
                if (counts is not null)
                    counts[neighbour] = counts[node];
                branches.Add(new Branch(neighbour, view.GetEdge(position), parent));
            }
            else if (neighbour == start)
            {
                AddWayBack(length, GetCount(node));
            }
            else if (counts is not null && distance == length + 1)
            {
                counts[neighbour] = Sums.Add(counts[neighbour], counts[node]);
            }
        }
    }

    private void AddWayBack(int length, long count)
    {
        if (WayBack.Count == 0 || WayBack.Length == length)
            WayBack = (length, Sums.Add(WayBack.Count, count));
    }
}
