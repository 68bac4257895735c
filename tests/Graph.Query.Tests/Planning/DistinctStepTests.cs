using CsCheck;
using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>A DISTINCT of all nodes gives the same rows where the steps leave nothing for it to drop; many edges lie side by side.</summary>
public sealed class DistinctStepTests
{
    private static readonly string[] Patterns =
    [
        "(p:P)-[:A]->(h:H)", "(h:H)<-[:A]-(p:P)", "(p:P)-[:A]->(h:H)<-[:B]-(q:P)", "(p:P)-[:A]->(h:H)<-[:A]-(q:P)", "(p:P)-[:A|B]->(h:H)",
        "(p:P)-[r:A]->(h:H) WHERE r.w > 0", "(p:P)-[:A]-(h:H)", "(p:P {n: 1})-[:A]->(h:H)<-[:B]-(q) WHERE p.n < q.n",
    ];

    private static readonly string[] Columns = ["p, h", "p.n, h", "p.n, h.n, p.team, h.team", "p.n, p.f, h.team", "p, p.w, p.team, h.w", "h, p.team, p", "p.team, h", "p", "h.n AS hub, p.n AS person"];

    [Fact]
    public void RowsAreThoseOfTheText()
    {
        var changed = 0;
        Gen.Int[0, int.MaxValue].Sample(seed => Interlocked.Add(ref changed, Check(new Random(seed))), iter: 30, threads: 1);
        Assert.InRange(changed, 20, int.MaxValue);
    }

    /// <returns>How many plans the rewrite changed.</returns>
    private static int Check(Random random)
    {
        var store = HubGraph.Create(random);
        var without = new RewriteSet(RewriteSet.All.Names.Remove("distinct-steps"));
        var changed = 0;
        for (var i = 0; i < 6; i++)
        {
            var pattern = HubGraph.Pick(random, Patterns);
            var others = pattern.Contains("(q", StringComparison.Ordinal) && random.Next(4) > 0 ? ", q" : "";
            var query = $"MATCH {pattern} RETURN DISTINCT {HubGraph.Pick(random, Columns)}{others}";
            var expected = PlannedRows.Bag(store, RewriteSet.None, BufferSizes.Default, query);
            changed += PlannedRows.Explain(store, without, query) == PlannedRows.Explain(store, RewriteSet.All, query) ? 0 : 1;
            var actual = PlannedRows.Bag(store, RewriteSet.All, BufferSizes.Of(3, 1), query);
            Assert.True(
                expected == actual, $"{query}\nas written:\n{expected}\nplanned:\n{actual}\n{PlannedRows.Explain(store, RewriteSet.All, query)}");
        }

        return changed;
    }
}
