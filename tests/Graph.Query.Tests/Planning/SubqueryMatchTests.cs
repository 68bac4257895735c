using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>
/// Subqueries that compare what they find with their outer row, where rows come by few nodes again and again: whether rows are made or only
/// matched with a table, they are found and counted alike.
/// </summary>
public sealed class SubqueryMatchTests
{
    private static readonly string[] Outer =
    [
        "(p:P)-[r:A]->(h:H)", "(p:P)-[r:A]->(h:H)<-[:B]-(o:P)", "(p:P) OPTIONAL MATCH (p)-[r:A]->(h:H)", "(h:H)<-[r:A]-(p:P), (h)<-[:C]-(o)",
    ];

    private static readonly string[] Inner =
    [
        "(h)<-[s:B]-(q)", "(h)<-[s:A]-(q)", "(p)-[s:B]->(q:H)", "(h)<-[:C]-(o)-[s:B]->(q)", "(q:P {team: p.team})-[s:D]->(h)", "(h)--(q)-[s]-()",
        "(q:P)-[s:B]->()", "(h)<-[s:B]-(q), (h)<-[:C]-(t)",
    ];

    private static readonly string[] Conditions =
    [
        "s.w > r.w", "q.team = p.team", "s.d <= r.d", "q.team <> p.team", "s.w >= r.w AND s.w < r.w + 2", "q.team = p.team AND s.w <> r.w",
        "q.n > p.n AND s.w = 1", "q <> p AND q.team = p.team", "s.w = r.w OR q = p", "s.w > 1", "q.w / r.w > 0 AND s.w = r.w",
        "EXISTS { (q)-[u:C]->() WHERE u.w > r.w }",
    ];

    private static readonly string[] Uses =
    [
        "WHERE EXISTS {{ MATCH {0} WHERE {1} }} RETURN p, r", "WHERE NOT EXISTS {{ MATCH {0} WHERE {1} }} RETURN p, r",
        "RETURN p, r, COUNT {{ {0} WHERE {1} }} AS c", "WHERE COUNT {{ {0} WHERE {1} }} > 2 RETURN count(*) AS n, count(DISTINCT p) AS m",
        "RETURN EXISTS {{ {0} WHERE {1} }} AS e, count(*) AS n", "WHERE EXISTS {{ MATCH {0} WHERE {1} RETURN s }} RETURN p, r",
    ];

    [Fact]
    public void RowsAreFoundAndCountedAlike()
    {
        var matched = 0;
        Gen.Int[0, int.MaxValue].Sample(seed => Interlocked.Add(ref matched, Check(new Random(seed))), iter: 10, threads: 1);
        Assert.InRange(matched, 8, int.MaxValue);
    }

    /// <returns>How many of the queries were answered by a table.</returns>
    private static int Check(Random random)
    {
        var store = HubGraph.Create(random);
        var matched = 0;
        for (var i = 0; i < 8; i++)
        {
            var use = string.Format(null, HubGraph.Pick(random, Uses), HubGraph.Pick(random, Inner), HubGraph.Pick(random, Conditions));
            var query = $"MATCH {HubGraph.Pick(random, Outer)} WITH * {use}";
            var expected = PlannedRows.BagOrError(store, RewriteSet.None, BufferSizes.Default, query);
            var plan = PlannedRows.Explain(store, RewriteSet.All, query);
            matched += plan.Contains("Count matches", StringComparison.Ordinal) ? 1 : 0;
            foreach (var sizes in new[] { BufferSizes.Default, BufferSizes.Of(3, 1) })
            {
                var actual = PlannedRows.BagOrError(store, RewriteSet.All, sizes, query);
                Assert.True(expected == actual || expected.StartsWith("GR", StringComparison.Ordinal), $"{query}\nrow by row:\n{expected}\nmatched:\n{actual}\n{plan}");
            }
        }

        return matched;
    }
}
