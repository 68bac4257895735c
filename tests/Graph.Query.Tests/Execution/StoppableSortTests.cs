using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

/// <summary>What stops a query inside a sort is no failure of the sort.</summary>
public sealed class StoppableSortTests
{
    private static readonly int[] Rows = [.. Enumerable.Range(0, 5000).Reverse()];

    [Fact]
    public void ACancelStopsASort() =>
        Assert.Throws<OperationCanceledException>(() => Sort(new QueryBudget(new QueryLimits(), new CancellationToken(canceled: true))));

    [Fact]
    public void ATimeLimitStopsASort()
    {
        var error = Assert.Throws<QueryException>(() => Sort(new QueryBudget(new QueryLimits(Timeout: TimeSpan.FromTicks(-1)), default)));
        Assert.Equal("GR5006", error.Diagnostic.Id);
    }

    private static void Sort(QueryBudget budget)
    {
        var state = new ExecutionState(
            TestGraph.Store, ImmutableDictionary<string, Value>.Empty, new SourceText(""), budget, BufferSizes.Default);
        StoppableSort.Sort<int>(state, Rows.ToArray(), (left, right) => left.CompareTo(right));
    }
}
