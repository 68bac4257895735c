namespace Graph.Query.Execution;

/// <summary>
/// How far every node is from one start along a repeated edge, and how many shortest walks lead there: breadth first, without making any
/// walk. One search serves all rows of a query, as its arrays are as large as the graph.
/// </summary>
internal sealed class ShortestLengths
{
    private readonly EdgeStep step;
    private readonly int[] distances;
    private readonly long[] counts;
    private readonly List<Branch> branches = [];
    private int lastStart = -1;
    private StepMeter meter;

    /// <param name="countsWalks">Whether <see cref="GetCount"/> will be asked.</param>
    public ShortestLengths(ExecutionState state, EdgeStep step, bool countsWalks)
    {
        this.step = step;
        meter = new StepMeter(state);
        state.Allocate(state.Store.NodeCount * (sizeof(int) + (countsWalks ? sizeof(long) : 0L)));
        distances = new int[state.Store.NodeCount];
        Array.Fill(distances, -1);
        counts = countsWalks ? new long[state.Store.NodeCount] : [];
    }

    /// <summary>The nodes that the last search reached, without its start, nearest first.</summary>
    public List<Branch> Branches => branches;

    /// <summary>
    /// The length of a shortest walk from the start back to it along directed edges, and how many there are; no walks where there is none.
    /// </summary>
    public (int Length, long Count) WayBack { get; private set; }

    public int GetDistance(int node) => distances[node];

    public long GetCount(int node) => counts.Length == 0 ? 1 : counts[node];

    /// <summary>Follows walks of at most so many edges.</summary>
    public void Search(int start, long maximum)
    {
        Clear(start);
        distances[start] = 0;
        if (counts.Length > 0)
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

    private void Clear(int start)
    {
        foreach (var branch in branches)
            distances[branch.Node] = -1;
        if (lastStart >= 0)
            distances[lastStart] = -1;
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
            if (distances[neighbour] < 0)
            {
                distances[neighbour] = length;
                if (counts.Length > 0)
                    counts[neighbour] = counts[node];
                branches.Add(new Branch(neighbour, view.GetEdge(position), parent));
            }
            else if (neighbour == start)
            {
                AddWayBack(length, GetCount(node));
            }
            else if (counts.Length > 0 && distances[neighbour] == length)
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
