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
    public void RowsAreThoseOfTheText() => PlanSamples.Check(graphs: 30, leastChanged: 20, ["distinct-steps"], HubGraph.Create, CreateQuery);

    private static string CreateQuery(Random random)
    {
        var pattern = HubGraph.Pick(random, Patterns);
        var others = pattern.Contains("(q", StringComparison.Ordinal) && random.Next(4) > 0 ? ", q" : "";
        return $"MATCH {pattern} RETURN DISTINCT {HubGraph.Pick(random, Columns)}{others}";
    }
}
