using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>Optional parts give the same rows wherever they stand among the steps before them.</summary>
public sealed class OptionalFirstTests
{
    private static readonly string[] Patterns =
    [
        "(p:P)-[r:A]->(h:H)", "(p:P)-[r:A]->(h:H)<-[:B]-(o:P) WHERE o.n > 2", "(h:H)<-[r:A]-(p:P)", "(h:H {n: 0})<-[r:A]-(p:P) WHERE r.w > 0",
        "(p:P)-[r:A]->(h:H) OPTIONAL MATCH (p)-[t:D]->(g)",
    ];

    private static readonly string[] Parts =
    [
        "(h)<-[s:B]-(q:P) WHERE q.team = h.team", "(p)-[s:B]->(q)", "(h)<-[s:C]-(q) WHERE s.w = r.w", "(h)<-[s:D]-(q) WHERE q.n / q.w > 1",
        "(h)<-[s:B]-(q:P {team: 'x'})", "(h)<-[s:A]-(q) WHERE q.n = 3",
    ];

    private static readonly string[] Others = ["", " OPTIONAL MATCH (h)<-[:C]-(z)", " OPTIONAL MATCH (p)-[:D]->(z:H) WHERE z.n = p.n"];

    private static readonly string[] Returns =
        ["p, h, s, q", "p.team, count(q)", "h.n, collect(DISTINCT q.n)", "count(*) AS n", "p.n AS a, q.n AS b ORDER BY a, b, r, s LIMIT 5"];

    [Fact]
    public void RowsAreThoseOfTheText()
    {
        var moved = 0;
        Gen.Int[0, int.MaxValue].Sample(seed => Interlocked.Add(ref moved, Check(new Random(seed))), iter: 20, threads: 1);
        Assert.InRange(moved, 5, int.MaxValue);
    }

    /// <returns>How many plans the rewrite changed.</returns>
    private static int Check(Random random)
    {
        var store = HubGraph.Create(random);
        var without = new RewriteSet(RewriteSet.All.Names.Remove("optional-first"));
        var moved = 0;
        for (var i = 0; i < 6; i++)
        {
            var query = $"MATCH {HubGraph.Pick(random, Patterns)} OPTIONAL MATCH {HubGraph.Pick(random, Parts)}"
                + $"{HubGraph.Pick(random, Others)} RETURN {HubGraph.Pick(random, Returns)}";
            var expected = PlannedRows.BagOrError(store, RewriteSet.None, BufferSizes.Of(3, 1), query);
            moved += PlannedRows.Explain(store, without, query) == PlannedRows.Explain(store, RewriteSet.All, query) ? 0 : 1;
            var actual = PlannedRows.BagOrError(store, RewriteSet.All, BufferSizes.Of(3, 1), query);
            Assert.True(
                expected == actual || expected.StartsWith("GR", StringComparison.Ordinal),
                $"{query}\nas written:\n{expected}\nmoved:\n{actual}\n{PlannedRows.Explain(store, RewriteSet.All, query)}");
        }

        return moved;
    }
}
