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
    public void RowsAreThoseOfTheText() => PlanSamples.Check(graphs: 20, leastChanged: 5, ["optional-first"], HubGraph.Create, CreateQuery);

    /// <summary>Taken below another step, a part would draw once for several rows, or the step would draw for each of its rows.</summary>
    [Theory]
    [InlineData("OPTIONAL MATCH (h)<-[s:B]-(q:P)", true)]
    [InlineData("OPTIONAL MATCH (h)<-[s:B]-(q:P) WHERE rand() < 0.5", false)]
    [InlineData("WITH p, h, rand() AS x OPTIONAL MATCH (h)<-[s:B]-(q:P)", false)]
    [InlineData("OPTIONAL MATCH (p)-[:D]->(z:H) WHERE rand() < 0.5 OPTIONAL MATCH (h)<-[s:B]-(q:P)", false)]
    public void NothingChangesPlacesWhereNumbersAreDrawn(string parts, bool changes)
    {
        var store = HubGraph.Create(new Random(1));
        var query = $"MATCH (p:P)-[r:A]->(h:H) {parts} RETURN p, q";
        var without = new RewriteSet([.. RewriteSet.All.Names.Except(["optional-first"])]);
        Assert.Equal(changes, PlannedRows.Explain(store, RewriteSet.All, query) != PlannedRows.Explain(store, without, query));
    }

    private static string CreateQuery(Random random) =>
        $"MATCH {HubGraph.Pick(random, Patterns)} OPTIONAL MATCH {HubGraph.Pick(random, Parts)}"
        + $"{HubGraph.Pick(random, Others)} RETURN {HubGraph.Pick(random, Returns)}";
}
