namespace Graph.Query.Tests.Execution;

/// <summary>Queries that would run for ages stop when they are told to, wherever they are.</summary>
public sealed class LimitTests
{
    /// <summary>Queries that need longer than anybody waits: each keeps another part of the engine busy.</summary>
    public static TheoryData<string> EndlessQueries =>
    [
        "MATCH (a), (b), (c), (d), (e), (f) RETURN sum(size(a.name + f.name))",
        "MATCH (a)-[*]-(b) RETURN count(*)",
        "MATCH p = (a)-[*]-(b) RETURN length(p) ORDER BY length(p) LIMIT 1",
        "MATCH p = SHORTEST 100000 TRAIL GROUPS (a {name: 'n0'})-[*]-(b {name: 'n1'}) RETURN p",
        "MATCH ACYCLIC (a)-[]-{1,}(b) RETURN count(*)",
        "UNWIND range(1, 100000) AS x UNWIND range(1, 100000) AS y RETURN sum(x * y)",
        "MATCH (a) WHERE EXISTS { MATCH (a)-[*]-(b) WHERE b.name = 'none' } RETURN a",
        "MATCH (a), (b), (c), (d), (e), (f) RETURN a, count(b.name + f.name)",
    ];

    private static readonly GraphStore Store = CreateCompleteGraph(20);

    [Theory]
    [MemberData(nameof(EndlessQueries))]
    public void CancellationStopsAQuery(string query)
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(20));
        Assert.Throws<OperationCanceledException>(() => Drain(query, null, cancellation.Token));
    }

    [Theory]
    [MemberData(nameof(EndlessQueries))]
    public void ATimeLimitStopsAQuery(string query)
    {
        var error = Assert.Throws<QueryException>(() => Drain(query, new QueryLimits(Timeout: TimeSpan.FromMilliseconds(20)), default));
        Assert.Equal("GR5006", error.Diagnostic.Id);
    }

    [Theory]
    [InlineData("MATCH (a), (b), (c), (d), (e) RETURN a.name AS x ORDER BY x")]
    [InlineData("MATCH (a), (b), (c), (d), (e) RETURN collect(a.name) AS x")]
    [InlineData("MATCH (a), (b), (c), (d), (e) RETURN DISTINCT a.name + b.name + c.name + d.name + e.name AS x")]
    [InlineData("MATCH (a), (b), (c), (d), (e) RETURN a, b, c, d, e, count(*) AS x")]
    public void AMemoryLimitStopsAQuery(string query)
    {
        var error = Assert.Throws<QueryException>(() => Drain(query, new QueryLimits(MaximumMemory: 1_000_000), default));
        Assert.Equal("GR5006", error.Diagnostic.Id);
    }

    /// <summary>20 nodes to the 15th power: more rows than there are 64-bit integers, none of which is made.</summary>
    [Theory]
    [InlineData("MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m), (n), (o) RETURN count(*)")]
    [InlineData("MATCH (a), (b), (c), (d), (e), (f), (g), (h), (i), (j), (k), (l), (m), (n), (o) RETURN a.name STARTS WITH 'n' AS x, count(*)")]
    public void ACountBeyondTheIntegersIsAnError(string query)
    {
        var error = Assert.Throws<QueryException>(() => Drain(query, null, default));
        Assert.Equal("GR5001 count goes beyond the 64-bit integers.", $"{error.Diagnostic.Id} {error.Diagnostic.Message}");
    }

    [Fact]
    public void TheFirstRowsComeWithoutTheRest()
    {
        var engine = new QueryEngine(Store);
        var result = engine.Run(engine.Prepare(new SourceText("MATCH (a)-[*]-(b) RETURN a.name LIMIT 3")));
        Assert.Equal(3, result.Batches.Sum(batch => batch.Count));
    }

    private static void Drain(string query, QueryLimits? limits, CancellationToken cancellation)
    {
        var engine = new QueryEngine(Store);
        var prepared = engine.Prepare(new SourceText(query), null, cancellation);
        Assert.False(prepared.HasErrors, string.Join('\n', prepared.Diagnostics.Select(diagnostic => diagnostic.Message)));
        foreach (var batch in engine.Run(prepared, limits: limits, cancellation: cancellation).Batches)
            Assert.True(batch.Count > 0);
    }

    private static GraphStore CreateCompleteGraph(int size)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, size)
            .Select(i => builder.AddNode(["N"], [KeyValuePair.Create("name", Value.FromString($"n{i}"))]))
            .ToArray();
        foreach (var source in nodes)
        {
            foreach (var target in nodes.Where(target => target != source))
                builder.AddEdge("E", source, target, []);
        }

        return builder.Build();
    }
}
