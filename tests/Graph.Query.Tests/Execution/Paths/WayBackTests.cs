using Graph.Query.Execution;
using Graph.Query.Syntax;

namespace Graph.Query.Tests.Execution.Paths;

/// <summary>Whether a walk leads back is told by the tree of shortest walks, however many branches it has.</summary>
public sealed class WayBackTests
{
    private const int Neighbours = 2 * QueryBudget.CheckInterval;

    [Fact]
    public void AStarHasNone() => Assert.Equal(0, FindLength(CancellationToken.None));

    [Fact]
    public void CancellationStopsTheSearchWithinItsBranches() =>
        Assert.Throws<OperationCanceledException>(() => FindLength(new CancellationToken(canceled: true)));

    private static int FindLength(CancellationToken cancellation)
    {
        var builder = new GraphBuilder();
        var hub = builder.AddNode(["Hub"], []);
        for (var i = 0; i < Neighbours; i++)
            builder.AddEdge("R", hub, builder.AddNode(["Leaf"], []), []);
        var store = builder.Build();
        var budget = new QueryBudget(new QueryLimits(), CancellationToken.None);
        var step = EdgeStep.Create(store, EdgeDirection.Right, null, null);

        // Nodes are numbered by their labels.
        var start = store.NodeRanges[0].Start;
        var branches = new ShortestTree(CreateState(store, budget), step).Grow(start, 1);
        return new WayBack(CreateState(store, new QueryBudget(new QueryLimits(), cancellation)), step, false, start, branches).FindLength(
            9);
    }

    private static ExecutionState CreateState(GraphStore store, QueryBudget budget) =>
        new(store, ImmutableDictionary<string, Value>.Empty, new SourceText(""), budget, BufferSizes.Default);
}
