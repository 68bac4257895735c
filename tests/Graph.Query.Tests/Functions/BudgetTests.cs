namespace Graph.Query.Tests.Functions;

/// <summary>Functions and procedures stop at the limits of the query, before they take what is not theirs.</summary>
public sealed class BudgetTests
{
    private const long MaximumMemory = 1_000_000;

    private static readonly QueryEngine Engine = new(BuildRing(2000));

    [Theory]
    [InlineData("RETURN range(1, 100000)")]
    [InlineData("RETURN range(1, 1000000000)")]
    [InlineData("RETURN reduce(s = 'ab', i IN range(1, 60) | s + s)")]
    [InlineData("RETURN reduce(s = [1], i IN range(1, 60) | s + s)")]
    [InlineData("RETURN reduce(s = 'ab', i IN range(1, 60) | replace(s, 'a', s))")]
    public void NoValueGoesBeyondTheMemoryLimit(string query) =>
        Assert.Equal(
            $"Stopped: memory limit of {MaximumMemory} bytes reached after 0 rows.",
            RunToError(query, new QueryLimits(MaximumMemory: MaximumMemory)));

    [Theory]
    [InlineData("graph.pageRank()")]
    [InlineData("graph.betweenness()")]
    [InlineData("graph.components()")]
    [InlineData("graph.components({mode: 'strong'})")]
    [InlineData("graph.communities()")]
    public void ProceduresStopAtTheTimeLimit(string call) =>
        Assert.StartsWith(
            "Stopped: time limit", RunToError($"CALL {call}", new QueryLimits(Timeout: TimeSpan.Zero)), StringComparison.Ordinal);

    [Fact]
    public void ProceduresStopWhenTheyAreCancelled()
    {
        var query = Engine.Prepare(new SourceText("CALL graph.betweenness() YIELD node RETURN count(node)"));

        Assert.Throws<OperationCanceledException>(
            () => Engine.Run(query, cancellation: new CancellationToken(canceled: true)).Batches.ToList());
    }

    private static string RunToError(string text, QueryLimits limits)
    {
        var query = Engine.Prepare(new SourceText(text));
        return Assert.Throws<QueryException>(() => Engine.Run(query, limits: limits).Batches.ToList()).Message;
    }

    private static GraphStore BuildRing(int count)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, count).Select(_ => builder.AddNode(["N"], [])).ToArray();
        for (var i = 0; i < count; i++)
            builder.AddEdge("R", nodes[i], nodes[(i + 1) % count], []);
        return builder.Build();
    }
}
