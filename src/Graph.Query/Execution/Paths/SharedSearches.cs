namespace Graph.Query.Execution;

/// <summary>The searches along one repeated edge, whose tables serve all rows of a run; each is made when it is first asked for.</summary>
internal sealed class SharedSearches(ExecutionState state, PathProgram program)
{
    private BidirectionalSearch? shortest;
    private ShortestTree? tree;
    private ShortestLengths? wayToEnd;

    /// <summary>Between two nodes.</summary>
    public BidirectionalSearch Shortest => shortest ??= new BidirectionalSearch(state, Step);

    /// <summary>From one node to all others.</summary>
    public ShortestTree Tree => tree ??= new ShortestTree(state, Step);

    /// <summary>How far all nodes are from one that they lead to.</summary>
    public ShortestLengths WayToEnd => wayToEnd ??= new ShortestLengths(state, Step.Reverse(), countsWalks: false);

    private EdgeStep Step => program.FindLoop()!.Value.Edge.Step;

    public void Release()
    {
        shortest?.Release();
        tree?.Release();
        wayToEnd?.Release();
    }
}
