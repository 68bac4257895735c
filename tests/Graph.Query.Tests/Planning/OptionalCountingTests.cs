using Graph.Query.Execution;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>What an optional part or one side of a join finds last is counted instead of made, where nobody asks for more.</summary>
public sealed class OptionalCountingTests
{
    private static readonly GraphStore Store = NewsGraph.Create(articles: 400, entities: 400);

    [Theory]
    [InlineData("MATCH (p:Person)-[r:MET_WITH]->(q) WITH p, q, count(r) AS n OPTIONAL MATCH (q)-[s:MEMBER_OF]->(o) RETURN p.id, q.id, n, count(s)")]
    [InlineData("MATCH (p:Person)-[r:MET_WITH]->(q) WITH p, q, count(r) AS n OPTIONAL MATCH (q)-[s:MEMBER_OF]->(o) RETURN p.id, q.id, count(s), count(o), max(n)")]
    [InlineData("MATCH (p:Person) OPTIONAL MATCH (p)-[:MEMBER_OF]->(o)<-[s:MEMBER_OF]-(q) WITH p, p.country AS c, count(q) AS n RETURN c, sum(n), max(n), min(n)")]
    [InlineData("MATCH (p:Person) WITH p, p.id % 7 AS k OPTIONAL MATCH (p)-[:MEMBER_OF]->(o)<-[s:MEMBER_OF]-(q) RETURN k, count(s), count(DISTINCT o.id)")]
    [InlineData("MATCH (o:Organization) WITH o.country AS c, max(o.id) AS m MATCH (q:Organization {country: c})<-[n:MENTIONS]-(:Article) RETURN c, m, q.id, count(n)")]
    [InlineData("MATCH (o:Organization) WITH o.country AS c, max(o.id) AS m MATCH (q:Organization {country: c})<-[n:MENTIONS]-(a:Article) RETURN c, m, count(*), count(a)")]
    public void RowsThatAreOnlyCountedAreNotMade(string query)
    {
        Check(query);
        Assert.Contains("Count rows of Expand", PlannedRows.Explain(Store, RewriteSet.All, query), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MATCH (p:Person) WITH p, p.id % 7 AS k OPTIONAL MATCH (p)-[s:MEMBER_OF]->(o) RETURN k, count(s), count(*)")]
    [InlineData("MATCH (p:Person) WITH p, p.id % 7 AS k OPTIONAL MATCH (p)-[s:MEMBER_OF]->(o) RETURN k, count(s), sum(p.id)")]
    [InlineData("MATCH (p:Person) WITH p, p.id % 7 AS k OPTIONAL MATCH (p)-[s:MEMBER_OF]->(o) RETURN k, count(s), sum(s.year)")]
    [InlineData("MATCH (p:Person) WITH p, p.id % 7 AS k OPTIONAL MATCH (p)-[s:MEMBER_OF]->(o) RETURN k, count(s), count(s.year)")]
    [InlineData("MATCH (p:Person) WITH p, p.id % 7 AS k OPTIONAL MATCH (p)-[s:MEMBER_OF]->(o) RETURN k, count(p), collect(DISTINCT k)")]
    [InlineData("MATCH (p:Person) WITH p, p.id % 7 AS k OPTIONAL MATCH (p)-[s:MEMBER_OF]->(o) WHERE s.year > 2015 OR o.id < 9 RETURN k, count(s)")]
    [InlineData("MATCH (p:Person) WITH p, p.id % 7 AS k OPTIONAL MATCH (p)-[s:MEMBER_OF]->(o) RETURN k, o.id, count(s)")]
    [InlineData("MATCH (p:Person) WITH collect(p)[0] AS p WHERE false OPTIONAL MATCH (p)-[s:MEMBER_OF]->(o) RETURN count(s)")]
    public void OtherAggregatesAreRightBesideIt(string query) => Check(query);

    private static void Check(string query)
    {
        foreach (var sizes in new[] { BufferSizes.Default, BufferSizes.Of(3, 1) })
        {
            Assert.Equal(
                PlannedRows.Bag(Store, RewriteSet.None, sizes, query), PlannedRows.Bag(Store, RewriteSet.All, sizes, query));
        }
    }
}
