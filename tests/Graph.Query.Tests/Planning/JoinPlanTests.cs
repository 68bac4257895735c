using System.Text;
using Graph.Query.Execution;
using Graph.Query.Planning;
using Graph.Testing;

namespace Graph.Query.Tests.Planning;

/// <summary>The plans of queries whose parts meet in values or in a node: as the text has it, and rewritten.</summary>
public sealed class JoinPlanTests
{
    private static readonly string[] Rewritten = ["disjoint-ends", "count-matches", "join-parts", "count-rows", "sum-by-node",
        "split-branches", "split-sides"];

    private static readonly string[] Queries =
    [
        "MATCH (p:Person)-[r:LEADS]->(o), (q:Person)-[s:FOUNDED]->(x) WHERE r.article = s.article RETURN count(*)",
        "MATCH (p:Person)-[r:LEADS]->(o), (q:Person)-[s:FOUNDED]->(x) WHERE r.article = s.article RETURN p.id, q.id",
        "MATCH (p:Person)-[r:LEADS]->(o), (q:Person)-[s:LEADS]->(x) WHERE r.article = s.article RETURN count(*)",
        "MATCH (p:Person), (o:Organization) WHERE p.id + 1 = o.id RETURN p.name, o.name",
        "MATCH (a:Person)-[r:LEADS]->(), (b:Person)-[s:FOUNDED]->(), (c:Person)-[t:MEMBER_OF]->() WHERE r.article = s.article AND s.article = t.article RETURN count(*)",
        "MATCH (a:Person)-[r:LEADS]->(), (b:Person)-[s:FOUNDED]->(), (c:Person)-[t:MEMBER_OF]->() WHERE r.article = t.article AND t.article = s.article RETURN count(*)",
        "MATCH (p:Person)-[r:LEADS]->(o)<-[s:FOUNDED]-(q:Person), (x:Place) WHERE r.article = x.id AND x.id = s.article RETURN p.id, q.id",
        "MATCH (p:Person) WITH p.country AS country, count(*) AS people MATCH (o:Organization) WHERE o.country = country RETURN country, people, count(o)",
        "MATCH (o:Organization) OPTIONAL MATCH (q:Person) WHERE q.country = o.country RETURN o.id, count(q)",
        "MATCH (p:Person)-[:MEMBER_OF]->(o)<-[:LEADS]-(q:Person) WHERE p.country = q.country RETURN count(*)",
        "MATCH (p:Person)-[:MEMBER_OF]->(o)<-[:MEMBER_OF]-(q:Person) WHERE p.id < q.id RETURN o.country, count(*)",
        "MATCH (p:Person)-[:MEMBER_OF]->(o)<-[:MEMBER_OF]-(q:Person) WHERE p.country = 'UA' AND q.country = 'US' RETURN count(*)",
        "MATCH (p:Person)-[r:MEMBER_OF]->(o)<-[s:LEADS]-(q:Person) WHERE r.article = s.article RETURN p.id, q.id",
        "MATCH (p:Person)-[r:MEMBER_OF]->(o)<-[s:LEADS]-(q:Person) WHERE s.article = r.article + 1 RETURN p.id, q.id",
        "MATCH (p:Person)-[r:MEMBER_OF]->(o)<-[s:LEADS]-(q:Person) WHERE left(p.country, 1) = left(q.country, 1) RETURN p.id, q.id",
        "MATCH (p:Person)-->(o:Organization)-->(l:Place) RETURN count(*)",
        "MATCH (p:Person)-->(o:Organization)-->(l:Place) RETURN l.country, count(*), sum(l.id)",
        "MATCH (p:Person)-[:MET_WITH]->(q)-[:LEADS]->(o)-[:BASED_IN]->(l) RETURN count(*)",
        "MATCH (p:Person)-[r:MEMBER_OF]->(o)<-[s:LEADS]-(q:Person) WHERE s.article >= r.article AND s.article < r.article + 2 RETURN count(*)",
        "MATCH (o:Organization) OPTIONAL MATCH (o)<-[r:LEADS]-(p:Person) OPTIONAL MATCH (o)-[s:BASED_IN]->(l) RETURN o.country, count(r), count(DISTINCT p.id), count(DISTINCT l.id), count(*)",
        "MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:BASED_IN]->(l:Place) WHERE p.country <> l.country RETURN o.country, count(DISTINCT p.id), count(l), count(*)",
        "MATCH (o:Organization) OPTIONAL MATCH (o)<-[:LEADS]-(p:Person) OPTIONAL MATCH (o)-[:BASED_IN]->(l) RETURN count(DISTINCT o.id), count(DISTINCT l.id)",
        "MATCH (p:Person {id: 3})-[:MEMBER_OF]->(o)<-[:LEADS]-(q:Person) WHERE p.country = q.country RETURN count(*)",
        "MATCH (a:Person)-[:MET_WITH]->(p:Person)-[r:LEADS]->(o) WHERE a.id = r.article RETURN count(*)",
        "MATCH (p:Person)-[r:LEADS]->(o) MATCH (o)<-[:MEMBER_OF]-(q:Person {id: r.article}) RETURN p.id, q.id",
    ];

    [Fact]
    public void EachJoinIsPlannedAsPinned()
    {
        var store = CreateGraph();
        var text = new StringBuilder();
        foreach (var query in Queries)
        {
            text.Append(query).Append('\n');
            AppendPlan(store, new RewriteSet([.. RewriteSet.All.Names.Except(Rewritten)]), query, "  before", text);
            AppendPlan(store, RewriteSet.All, query, "  after", text);
        }

        Verifier.Verify(text.ToString());
    }

    private static void AppendPlan(GraphStore store, RewriteSet rewrites, string query, string title, StringBuilder text)
    {
        var engine = new QueryEngine(store, rewrites, BufferSizes.Default);
        text.Append(title).Append('\n');
        foreach (var batch in engine.Run(engine.Prepare(new SourceText($"EXPLAIN {query}"))).Batches)
        {
            for (var row = 0; row < batch.Count; row++)
                text.Append($"    {batch.GetValue(0, row).AsString()}\n");
        }
    }

    private static GraphStore CreateGraph()
    {
        var random = new Random(3);
        var builder = new GraphBuilder();
        string[] labels = ["Person", "Organization", "Place"];
        var nodes = labels.ToDictionary(label => label, _ => new List<int>());
        for (var id = 0; id < 300; id++)
        {
            var label = labels[id % 3];
            nodes[label].Add(builder.AddNode(
                [label],
                [
                    KeyValuePair.Create("id", Value.FromInteger((id * 7) % 300)),
                    KeyValuePair.Create("name", Value.FromString($"n{id}")),
                    KeyValuePair.Create("country", Value.FromString(random.Next(4) == 0 ? "UA" : "US")),
                ]));
        }

        (string Type, string Source, string Target, int Count)[] relations =
            [("LEADS", "Person", "Organization", 200), ("FOUNDED", "Person", "Organization", 150),
                ("MEMBER_OF", "Person", "Organization", 900), ("MET_WITH", "Person", "Person", 500),
                ("BASED_IN", "Organization", "Place", 300)];
        foreach (var (type, source, target, count) in relations)
        {
            for (var i = 0; i < count; i++)
                builder.AddEdge(
                    type, nodes[source][random.Next(100)], nodes[target][random.Next(100)],
                    [KeyValuePair.Create("article", Value.FromInteger(random.Next(100)))]);
        }

        return builder.Build();
    }
}
