using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>What lies between two nodes that are known by name is met from both, where one of them has more neighbours than that.</summary>
public sealed class KnownEndsTests
{
    private static readonly GraphStore Store = NewsGraph.Create(articles: 400, entities: 400);

    [Theory]
    [InlineData("MATCH (a:Person {name: 'Person One'})-[:MET_WITH]-(x)-[:MET_WITH]-(b:Person {name: 'Person Zero'}) RETURN x.name", 2)]
    [InlineData("MATCH (a:Person {name: 'Person One'})<-[:MENTIONS]-(x:Article)-[:MENTIONS]->(b:Person {name: 'Person Zero'}) RETURN x.id", 2)]
    [InlineData("MATCH (a:Person)<-[:MENTIONS]-(x:Article), (x)-[:MENTIONS]->(b:Person), (x)-[:MENTIONS]->(c:Place) WHERE a.name = 'Person One' AND b.id = 1 AND c.name = 'Place Zero' RETURN x.id", 3)]
    [InlineData("MATCH (a:Person {name: 'Person One'})-[:MET_WITH*1..2]-(b:Person {name: 'Person Zero'}) RETURN count(*)", 1)]
    [InlineData("MATCH (a:Person {name: 'Person One'})-[r:MET_WITH]-(x) WITH r MATCH (p)-[r]-(b:Person {name: 'Person Zero'}) RETURN p.name", 1)]
    [InlineData("MATCH (a:Person {name: 'Person One'})-[:MET_WITH]-(x {country: 'US'}) RETURN x.name", 1)]
    public void EachIsLookedUpFirst(string query, int lookUps)
    {
        var plan = PlannedRows.Explain(Store, RewriteSet.All, query);
        Assert.True(plan.Split("Seek ").Length - 1 == lookUps, plan);
        Assert.Equal(Ask(RewriteSet.None, query), Ask(RewriteSet.All, query));
    }

    private static IEnumerable<string> Ask(RewriteSet rewrites, string query) =>
        PlannedRows.Of(Store, rewrites, BufferSizes.Default, query).Order(StringComparer.Ordinal);
}
