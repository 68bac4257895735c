namespace Graph.Query.Execution;

/// <summary>
/// A point of a path search: the walk so far, as a chain back to its start. Instructions that bind something add a link; the chain is
/// shared by all searches that go on from it.
/// </summary>
/// <param name="Next">The instruction to go on with.</param>
/// <param name="Repetitions">How often the body of the current loop was finished.</param>
/// <param name="Bound">The instruction that this link has executed; -1 for the start.</param>
/// <param name="Edge">The edge this link moved along; -1 where it only tested a node.</param>
internal sealed record PathState(PathState? Previous, int Next, long Repetitions, int Node, int Bound, int Edge, int Length)
{
    /// <summary>The place of this state's edges among those of its length, in the order of edge ids; set by searches that sort.</summary>
    public int Rank { get; set; }

    public bool UsesEdge(int edge)
    {
        for (var state = this; state is not null; state = state.Previous)
        {
            if (state.Edge == edge)
                return true;
        }

        return false;
    }

    /// <summary>True where the walk has been at the node, save at its start if that may be met again.</summary>
    public bool HasVisited(int node, bool mayMeetStart)
    {
        for (var state = this; state is not null; state = state.Previous)
        {
            if (state.Previous is null)
                return !mayMeetStart && state.Node == node;
            if (state.Edge >= 0 && state.Node == node)
                return true;
        }

        return false;
    }

    public int GetStart()
    {
        var state = this;
        while (state.Previous is not null)
            state = state.Previous;
        return state.Node;
    }

    /// <summary>All edges in walking order.</summary>
    public int[] GetEdges()
    {
        var edges = new int[Length];
        for (var state = this; state is not null; state = state.Previous)
        {
            if (state.Edge >= 0)
                edges[state.Length - 1] = state.Edge;
        }

        return edges;
    }

    /// <summary>The node or edge that an instruction bound last.</summary>
    public int FindBound(int instruction)
    {
        for (var state = this; state is not null; state = state.Previous)
        {
            if (state.Bound == instruction)
                return state.Edge >= 0 ? state.Edge : state.Node;
        }

        return -1;
    }

    /// <summary>Everything that an instruction bound, in walking order.</summary>
    public List<int> GetAllBound(int instruction)
    {
        var ids = new List<int>();
        for (var state = this; state is not null; state = state.Previous)
        {
            if (state.Bound == instruction)
                ids.Add(state.Edge >= 0 ? state.Edge : state.Node);
        }

        ids.Reverse();
        return ids;
    }
}
