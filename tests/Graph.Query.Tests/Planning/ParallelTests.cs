using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>A scan that is dealt to all cores gives the same rows, in the same order, and the same error as one core does.</summary>
public sealed class ParallelTests
{
    private const int NodeCount = 60_000;

    private static readonly GraphStore Store = CreateGraph();

    public static TheoryData<string> Queries =>
    [
        "MATCH (a:Person) WHERE a.group = 3 RETURN a.id ORDER BY a.name DESC, a.id LIMIT 7",
        "MATCH (a:Person) WHERE a.group > 5 RETURN a.id AS id ORDER BY a.name",
        "MATCH (a:Person) RETURN a.group, count(*), count(a.name), min(a.id), max(a.name)",
        "MATCH (a:Person) WHERE a.id < 0 RETURN count(*), min(a.id)",
        "MATCH (a:Person)-[:KNOWS]->(b) WHERE a.group = 1 RETURN count(*), max(b.id)",
        "MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c) RETURN b.group, count(*)",
        "MATCH (a:Person)-[:KNOWS]->(b)-[:KNOWS]->(c)<-[:KNOWS]-(a) RETURN count(*)",
        "MATCH ()-[r:KNOWS]->() RETURN type(r), r.year, count(*)",
        "MATCH (a:Person) WHERE a.id > 5 RETURN a.group, sum(a.id), avg(a.id), collect(a.id)[0..3], count(DISTINCT a.name)",
        "MATCH (a:Person) WHERE EXISTS { (a)-[:KNOWS]->(b) WHERE b.group = 2 } RETURN count(*)",
        "MATCH (a:Person) RETURN max(10 / (40000 - a.id))",
        "MATCH (a:Person) WHERE a.group = 4 RETURN a.id + 1, a.name",
        "MATCH (a:Person) RETURN DISTINCT a.group, a.id % 3",
        "MATCH (a:Person)-[:KNOWS]->(b:Person)-[:KNOWS]->(c:Person) WHERE c.group = 2 AND b.group <> 2 RETURN a.group AS g, count(*), max(c.id)",
        "MATCH (a:Person) RETURN a.id % 3 AS m, sum(a.id * 2 - 1), avg(a.id / 2.0), sum(a.id / 2.0)",
        "MATCH (a:Person) OPTIONAL MATCH (a)-[:KNOWS]->(b:Person) WHERE b.group = 1 RETURN a.id % 7 AS m, count(b), collect(b.id)[0..4]",
        "MATCH (a:Person) WHERE a.id < 3 MATCH (a)-[:KNOWS*1..3]->(b) RETURN b.id, count(*)",
        "MATCH (a:Person) UNWIND [1, 2, a.id] AS x RETURN x % 10 AS m, sum(x), avg(x * 1.5)",
        "MATCH (a:Person) WITH a.group AS g, count(*) AS c MATCH (b:Person) WHERE b.group = g RETURN g, c, max(b.id)",
        "MATCH (a:Person)-[:KNOWS]->(b) RETURN a.id AS id, a, count(DISTINCT b.group) AS c, collect(b.id) AS ids, sum(b.id / 3.0) AS s SKIP 9000 LIMIT 1000",
        "MATCH (a:Person)-[:KNOWS]->(b) WITH a, count(DISTINCT b.group) AS c RETURN c, count(*), min(a.id)",
        "MATCH (a:Person)-[:KNOWS]->(b) WITH a, b.group AS g, count(*) AS c WITH a, max(c) AS m, count(g) AS n MATCH (a)<-[:KNOWS]-(d) RETURN m, n, count(*), max(d.id)",
        "MATCH (a:Person)-[:KNOWS]->(b) WITH a, collect(b.group) AS gs ORDER BY a.name, a.id LIMIT 9 RETURN a.id, gs",
        "MATCH (a:Person)-[:KNOWS]->(b) WITH DISTINCT a, b.group AS g RETURN g, count(*), max(a.id)",
        "MATCH (a:Person)-[:KNOWS]->(b) WHERE b.group < 5 RETURN DISTINCT a",
        "MATCH (a:Person)-[:KNOWS]->(b) WITH a, count(b) AS c WHERE c > 1 RETURN DISTINCT c UNION MATCH (a:Person) WITH a, collect(a.name) AS n RETURN size(n) AS c",
        "MATCH (a:Person)-[:KNOWS]->(b) WITH a, max(10 / (b.id - 40000)) AS c RETURN max(c)",
        "MATCH (a:Person)-[:KNOWS]->(b) WITH b, count(*) AS c, collect(a.id) AS ids RETURN b.id, c, ids",
        "MATCH (a:Person)-[r:KNOWS]->(b:Person) WHERE a.id > 7 RETURN b.group, r.year, count(DISTINCT a), count(DISTINCT a.id), count(*)",
        "MATCH (a:Person)-[r:KNOWS]->(b:Person) WHERE a.id > 7 RETURN b.group, count(DISTINCT a.group), count(DISTINCT a.name)",
        "MATCH (a:Person)-[:KNOWS]->(b:Person) WHERE a.id > 7 RETURN a.group, count(DISTINCT b), count(DISTINCT b.id), count(DISTINCT a.id)",
        "MATCH p = shortestPath((a:Person)-[:KNOWS*1..3]->(b:Person)) WHERE a.id < 9 RETURN length(p) AS steps, count(*), min(b.id)",
    ];

    [Theory]
    [MemberData(nameof(Queries))]
    public void ManyCoresAnswerAsOneDoes(string query)
    {
        var parallel = new RewriteSet(RewriteSet.All.Names) { LeastParallelRows = 1 };
        var serial = new RewriteSet(RewriteSet.All.Names) { LeastParallelRows = long.MaxValue };
        Assert.Contains("Deal to all cores", Ask(parallel, $"EXPLAIN {query}"));
        Assert.Equal(Ask(serial, query), Ask(parallel, query));
    }

    /// <summary>What is grouped by the scanned node comes together only behind the group, and goes on in its chunk where it can.</summary>
    [Theory]
    [InlineData("MATCH (a:Person)-[:KNOWS]->(b) RETURN a, count(DISTINCT b) AS c", "Gather in order < Project a, #2 AS c < Aggregate count(DISTINCT b), by a < Expand")]
    [InlineData("MATCH (a:Person)-[:KNOWS]->(b) WITH a, count(DISTINCT b) AS c RETURN c, count(*) AS n", "Aggregate count(*), by c < Gather in order < Project a, #2 AS c < Aggregate count(DISTINCT b), by a < Expand")]
    [InlineData("MATCH (a:Person)-[:KNOWS]->(b) WITH a, b.group AS g, count(*) AS n WITH a, collect(g) AS gs RETURN gs", "Gather in order < Project gs < Project a, #3 AS gs < Aggregate collect(g), by a < Project a, g, #2 AS n < Aggregate count(*), by a, by b.group < Expand")]
    [InlineData("MATCH (a:Person)-[:KNOWS]->(b) RETURN DISTINCT a, b.group AS g", "Gather in order < Distinct a, g < Project")]
    [InlineData("MATCH (a:Person)-[:KNOWS]->(b) WITH b, count(DISTINCT a) AS c RETURN b, c", "Gather in order < Project b, c < Project b, #2 AS c < Aggregate count(DISTINCT a), by b < Expand (b)<-[:KNOWS]-(a:Person)")]
    [InlineData("MATCH (a:Person)-[:KNOWS]->(b:Person) RETURN a.id, b.id, count(*) AS c", "Aggregate count(*), by a, by b < Expand (a)-[:KNOWS]->(b:Person) < Deal to all cores")]
    [InlineData("MATCH (a:Person {id: 1})-[:KNOWS]->(b)-[:KNOWS]->(c) WITH c, count(DISTINCT a) AS n RETURN c, n", "Aggregate count(DISTINCT a), by c < Gather in order < Expand")]
    [InlineData("MATCH (a:Person)-[:KNOWS]->(b:Person) WHERE a.id > 7 RETURN b.group AS g, count(DISTINCT a.id) AS c", "Aggregate count(DISTINCT a.id), by g < Gather in order < Aggregate count(DISTINCT a.id), by b.group < Expand (a)-[:KNOWS]->(b:Person)")]
    public void GroupsOfTheScannedNodeAreCompleteInTheirChunk(string query, string plan)
    {
        var parallel = new RewriteSet(RewriteSet.All.Names) { LeastParallelRows = 1 };
        var steps = string.Join(" < ", PlannedRows.Explain(Store, parallel, query).Split('\n').Select(line => line.Trim()));
        Assert.True(steps.Contains(plan, StringComparison.Ordinal), steps);
    }

    [Fact]
    public void ATimeLimitStopsAllCores()
    {
        var engine = new QueryEngine(Store, new RewriteSet(RewriteSet.All.Names) { LeastParallelRows = 1 }, BufferSizes.Default);
        var prepared = engine.Prepare(
            new SourceText("MATCH (a:Person) WHERE all(x IN range(1, 100000) WHERE x + a.id > 0) RETURN count(*)"));
        var result = engine.Run(prepared, limits: new QueryLimits(Timeout: TimeSpan.FromMilliseconds(20)));
        Assert.Equal("GR5006", Assert.Throws<QueryException>(() => result.Batches.Count()).Diagnostic.Id);
    }

    private static string Ask(RewriteSet rewrites, string query)
    {
        var engine = new QueryEngine(Store, rewrites, BufferSizes.Default);
        var prepared = engine.Prepare(new SourceText(query));
        Assert.False(prepared.HasErrors, string.Join('\n', prepared.Diagnostics.Select(diagnostic => diagnostic.Message)));
        var result = engine.Run(prepared);
        try
        {
            return string.Join('\n', result.Batches.SelectMany(batch => Enumerable.Range(0, batch.Count).Select(row =>
                string.Join(", ", Enumerable.Range(0, result.Columns.Length).Select(column => batch.GetValue(column, row))))));
        }
        catch (QueryException error)
        {
            return error.Diagnostic.Message;
        }
    }

    private static GraphStore CreateGraph()
    {
        var random = new Random(7);
        var builder = new GraphBuilder();
        for (var id = 0; id < NodeCount; id++)
        {
            builder.AddNode(
                ["Person"],
                [
                    KeyValuePair.Create("id", Value.FromInteger(id)),
                    KeyValuePair.Create("group", Value.FromInteger(random.Next(9))),
                    KeyValuePair.Create("name", random.Next(5) == 0 ? Value.Null : Value.FromString($"n{random.Next(500)}")),
                ]);
        }

        for (var i = 0; i < NodeCount * 2; i++)
            builder.AddEdge(
                "KNOWS", random.Next(NodeCount), random.Next(NodeCount), [KeyValuePair.Create("year", Value.FromInteger(random.Next(5)))]);
        return builder.Build();
    }
}
