namespace Graph.Query.Tests.Planning;

/// <summary>Cycles, closed by meeting from both ends or planned over several MATCHes, give the same rows as the text.</summary>
public sealed class CycleTests
{
    private static readonly string[] Cycles =
    [
        "MATCH (a:X)-[r:A]->(b)-[s:B]->(c)<-[t:B]-(a)", "MATCH (a)-[r:A]->(b:Y)<-[s:A]-(c:X)-[t:A]->(a)",
        "MATCH (a:X)-[r:A]-(b)-[s:A]-(c)-[t:A]-(a)", "MATCH (a)-[r:B]->(b)-[s:A|B]-(c:Y)<-[t:A]-(a)",
        "MATCH (a:X)-[r]->(b)-[s:A]-(c)-[t]-(a)", "MATCH (a)-[r:A]->(b) MATCH (b)-[s:A]->(c) MATCH (c)-[t:A]-(a)",
        "MATCH (a:X)-[r:A]->(b)-[u:B]->(d:Y) MATCH (d)<-[s:B]-(c)<-[t:A]-(a)", "MATCH (a)-[r:B]-(b) MATCH (b)-[s:B]-(c:X)-[t:B]-(a)",
        "MATCH (a {n: 1})-[r:A]->(b) WHERE b.n > 2 MATCH (b)-[s:B*1..2]->(c)<-[t:A]-(a)", "MATCH (a:Y) MATCH (b:X)-[r:A]->(a)-[s:B]-(c)-[t:A]-(b)",
    ];

    private static readonly string[] Conditions =
        ["", " WHERE c.n > 3", " WHERE c.n > a.n AND r.w = t.w", " WHERE b.n < c.n", " WHERE NOT c:X AND r.w > 0", " WHERE EXISTS { (b)-[:B]-(c) }"];

    private static readonly string[] Returns = ["a, b, c, r, t", "a.n, count(*)", "count(*) AS n", "c, count(t)", "DISTINCT b, c", "count(DISTINCT a) AS n"];

    [Fact]
    public void RowsAreThoseOfTheText() =>
        PlanSamples.Check(graphs: 30, leastChanged: 20, ["intersect-cycles", "merge-matches"], CreateGraph, CreateQuery);

    private static string CreateQuery(Random random) =>
        $"{HubGraph.Pick(random, Cycles)}{HubGraph.Pick(random, Conditions)} RETURN {HubGraph.Pick(random, Returns)}";

    /// <summary>Few nodes, so that each has many neighbours; some edges are loops, and some lie side by side.</summary>
    private static GraphStore CreateGraph(Random random)
    {
        var builder = new GraphBuilder();
        var nodes = Enumerable.Range(0, random.Next(3, 24))
            .Select(index => builder.AddNode([random.Next(3) == 0 ? "Y" : "X"], [KeyValuePair.Create("n", Value.FromInteger(index % 7))]))
            .ToArray();
        foreach (var type in new[] { "A", "B" })
        {
            for (var edge = random.Next(nodes.Length, nodes.Length * 7); edge > 0; edge--)
            {
                builder.AddEdge(
                    type, HubGraph.Pick(random, nodes), HubGraph.Pick(random, nodes), [KeyValuePair.Create("w", Value.FromInteger(random.Next(3)))]);
            }
        }

        return builder.Build();
    }
}
