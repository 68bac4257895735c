namespace Graph.Query.Execution;

/// <summary>
/// The shortest walks of a repeated edge from one node to every other one, as a tree: breadth first, each node met once. Nodes come by
/// length and then by the edge ids of their walks, of which each is the first among the shortest.
/// </summary>
internal sealed class ShortestTree(ExecutionState state, EdgeStep step)
{
    private readonly NodeBits met = new(state);
    private readonly List<(int Edge, int Node)> unmet = [];
    private StepMeter meter = new(state);

    /// <summary>The nodes that walks of at most so many edges reach, without the start itself.</summary>
    public List<Branch> Grow(int start, long maximum)
    {
        var branches = new List<Branch>();
        met.Add(start);
        AddNeighbours(branches, start, -1);
        for (var (length, levelStart) = (1L, 0); length < maximum && levelStart < branches.Count; length++)
        {
            var levelEnd = branches.Count;
            for (var i = levelStart; i < levelEnd; i++)
                AddNeighbours(branches, branches[i].Node, i);
            levelStart = levelEnd;
        }

        met.RemoveAll([start, .. branches.Select(branch => branch.Node)]);
        return branches;
    }

    public void Release() => met.Release();

    private void AddNeighbours(List<Branch> branches, int node, int index)
    {
        unmet.Clear();
        foreach (var table in step.Tables)
        {
            if (step.FollowsOutgoing)
                CollectUnmet(table.Outgoing.View, node);
            if (step.FollowsIncoming)
                CollectUnmet(table.Incoming.View, node);
        }

        unmet.Sort();
        foreach (var (edge, neighbour) in unmet)
        {
            if (met.Add(neighbour))
                branches.Add(new Branch(neighbour, edge, index));
        }
    }

    private void CollectUnmet(AdjacencyView view, int node)
    {
        var run = view.GetRun(node);
        meter.Count(run.Count + 1);
        for (var position = run.Start; position < run.End; position++)
        {
            if (!met.Contains(view.Neighbours[position]))
                unmet.Add((view.GetEdge(position), view.Neighbours[position]));
        }
    }
}

/// <summary>A node of a tree of walks.</summary>
/// <param name="Edge">The last edge of its walk.</param>
/// <param name="Parent">The place of the node before it; -1 for the start.</param>
internal readonly record struct Branch(int Node, int Edge, int Parent);
