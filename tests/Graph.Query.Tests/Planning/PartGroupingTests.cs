using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>
/// Aggregates over two sides of a node with many edges, in random graphs of few nodes and many edges: whichever side is grouped first, the
/// rows are those of the pairs.
/// </summary>
public sealed class PartGroupingTests
{
    private static readonly string[] Keys = ["", "h.team AS a, ", "p.team AS a, ", "q.team AS a, ", "p.team AS a, q.team AS b, ", "r.w AS a, q.n AS b, "];

    private static readonly string[] Aggregates =
    [
        "count(*)", "count(q)", "count(s.w)", "sum(s.w - r.w)", "avg(s.w)", "sum(CASE WHEN r.w < s.w THEN 1 ELSE 0 END)", "max(r.w + s.w)",
        "min(q.team)", "count(DISTINCT q.team)", "count(DISTINCT h.n)", "count(DISTINCT p.team + q.team)", "sum(p.n * q.w)", "sum(p.f + q.n)", "sum(p.n - q.n)", "sum(q.n + p.n)",
        "sum(s.w - p.n)",
    ];

    private static readonly string[] Conditions =
        ["", " WHERE r.w < s.w", " WHERE p.team = q.team", " WHERE p.team <> q.team AND s.w > 1", " WHERE q.n > 2", " WHERE p.n < q.n", " WHERE r.d < s.d", " WHERE r.d >= s.d",
         " WHERE h.team = p.team OR s.w IS NULL"];

    private static readonly string[] Patterns =
    [
        "(p:P)-[r:A]->(h:H)<-[s:B]-(q:P)", "(q:P)-[s:B]->(h:H)<-[r:A]-(p:P)", "(p:P)-[r:A]->(h:H), (h)<-[s:B]-(q)",
        "(p:P)-[r:A]->(h:H)<-[s:A]-(q:P)", "(p:P)-[r:A]->(h:H)<-[s:B]-(q:P)-[:A]->(i:H)",
        "(h:H)<-[r:A]-(p:P), (h)<-[s:B]-(q:P), (h)<-[:C]-(t:P)", "(t:P)-[:C]->(h:H)<-[r:A]-(p:P)-[s:B]->(i:H)<-[:D]-(q:P)",
    ];

    [Fact]
    public void GroupsOfOneSideGiveTheRowsOfAllPairs() => Gen.Int[0, int.MaxValue].Sample(seed => Check(new Random(seed)), iter: 60, threads: 1);

    private static void Check(Random random)
    {
        var store = HubGraph.Create(random);
        for (var i = 0; i < 8; i++)
        {
            var query = $"MATCH {HubGraph.Pick(random, Patterns)}{HubGraph.Pick(random, Conditions)} "
                + $"RETURN {HubGraph.Pick(random, Keys)}{HubGraph.Pick(random, Aggregates)} AS x, {HubGraph.Pick(random, Aggregates)} AS y";
            var expected = PlannedRows.Bag(store, RewriteSet.None, BufferSizes.Default, query);
            foreach (var sizes in new[] { BufferSizes.Default, BufferSizes.Of(3, 1) })
            {
                var actual = PlannedRows.Bag(store, RewriteSet.All, sizes, query);
                Assert.True(expected == actual, $"{query}\nby pairs:\n{expected}\ngrouped:\n{actual}\n{PlannedRows.Explain(store, RewriteSet.All, query)}");
            }
        }
    }
}
