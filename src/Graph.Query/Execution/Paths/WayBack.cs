namespace Graph.Query.Execution;

/// <summary>
/// Whether a walk leads from a node back to itself, told by the tree of shortest walks from it: an edge closes such a walk where it leads
/// to the start or, against the direction of the first edges too, joins two branches that left the start by different edges.
/// </summary>
internal sealed class WayBack
{
    private readonly EdgeStep step;
    private readonly bool edgesMayRepeat;
    private readonly int start;
    private readonly List<Branch> branches;
    private readonly Dictionary<int, int> places = [];
    private readonly int[] roots;
    private readonly int[] lengths;

    public WayBack(EdgeStep step, bool edgesMayRepeat, int start, List<Branch> branches)
    {
        this.step = step;
        this.edgesMayRepeat = edgesMayRepeat;
        this.start = start;
        this.branches = branches;
        roots = new int[branches.Count];
        lengths = new int[branches.Count];
        for (var i = 0; i < roots.Length; i++)
        {
            var parent = branches[i].Parent;
            places.Add(branches[i].Node, i);
            roots[i] = parent < 0 ? i : roots[parent];
            lengths[i] = parent < 0 ? 1 : lengths[parent] + 1;
        }
    }

    private bool IsUndirected => step.FollowsOutgoing && step.FollowsIncoming;

    /// <param name="maximum">The most edges of such a walk.</param>
    public bool Exists(long maximum)
    {
        if (maximum < 1)
            return false;
        for (var i = -1; i < branches.Count; i++)
        {
            if (Closes(i, maximum))
                return true;
        }

        return false;
    }

    private bool Closes(int from, long maximum)
    {
        foreach (var table in step.Tables)
        {
            if ((step.FollowsOutgoing && Closes(table.Outgoing.View, from, maximum)) || (step.FollowsIncoming && Closes(table.Incoming.View, from, maximum)))
                return true;
        }

        return false;
    }

    private bool Closes(AdjacencyView view, int from, long maximum)
    {
        var run = view.GetRun(from < 0 ? start : branches[from].Node);
        for (var position = run.Start; position < run.End; position++)
        {
            if (Closes(from, view.GetEdge(position), view.Neighbours[position], maximum))
                return true;
        }

        return false;
    }

    private bool Closes(int from, int edge, int to, long maximum)
    {
        var length = from < 0 ? 0 : lengths[from];
        if (to == start)
            return length + 1 <= maximum && (from < 0 || edgesMayRepeat || !IsUndirected || branches[from].Parent >= 0 || branches[from].Edge != edge);
        if (!IsUndirected || from < 0 || !places.TryGetValue(to, out var place))
            return false;
        return roots[place] != roots[from] && length + lengths[place] + 1 <= maximum;
    }
}
