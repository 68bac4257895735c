using System.Text;
using Graph.Query.Planning;

namespace Graph.Query.Tests.Planning;

/// <summary>What each rewrite makes of a plan, by the query that shows it best: the plan before it and after it.</summary>
public sealed class RewriteCases
{
    private static readonly (string Rewrite, string Query)[] Cases =
    [
        ("push-filters", "MATCH (p:Person)-[:LEADS]->(o:Organization) WHERE p.country = 'UA' RETURN o.name"),
        ("chance-apart", "MATCH (:Article)-[:MENTIONS]->(:Person) RETURN rand() < 0.5 AS half, count(*) AS mentions"),
        ("walk-conditions",
            "MATCH p = (a:Person {name: 'Person Zero'})-[:MET_WITH*1..3]->(b) WHERE all(r IN relationships(p) WHERE r.year > 2018) RETURN b.name"),
        ("merge-equals", "MATCH (p:Person) WHERE p.name = 'Person One' OR p.name = 'Person Zero' RETURN p.id"),
        ("seek-nodes", "MATCH (p:Person) WHERE p.name = 'Person One' RETURN p.id"),
        ("impossible-patterns", "MATCH (p:Person)-[:LEADS]->(o)<-[:SUPPORTS]-(q) RETURN p.name, q.name"),
        ("disjoint-ends", "MATCH (a:Article)-->(p:Person)-->(o:Organization) RETURN count(*) AS ways"),
        ("count-matches",
            "MATCH (p:Person)-[r:LEADS]->(o), (q:Person)-[s:MEMBER_OF]->(x) WHERE r.article = s.article RETURN count(*) AS pairs"),
        ("group-parts",
            "MATCH (a:Article)-[:MENTIONS]->(:Person)-[:MEMBER_OF]->(o:Organization) MATCH (o)<-[:MENTIONS]-(b:Article) RETURN a.lang, b.lang, count(*) AS pairs"),
        ("join-parts", "MATCH (p:Person)-[r:LEADS]->(o), (q:Person)-[s:MEMBER_OF]->(x) WHERE r.article = s.article RETURN p.id, q.id"),
        ("distinct-nodes", "MATCH (p:Person)-[:MEMBER_OF]->(:Organization) RETURN DISTINCT p.id, p.name"),
        ("unseen-order", "MATCH (p:Person) WITH p ORDER BY p.name SKIP 10 RETURN count(*) AS others"),
        ("group-by-node", "MATCH (:Article)-[m:MENTIONS]->(e:Entity) RETURN e.id, e.name, count(m) AS degree"),
        ("count-degrees", "MATCH (:Article)-[m:MENTIONS]->(e:Entity) RETURN e.id, e.name, count(m) AS degree"),
        ("scan-edges", "MATCH (:Entity)-[r]->(:Entity) RETURN type(r) AS type, count(*) AS relations"),
        ("split-branches",
            "MATCH (o:Organization) OPTIONAL MATCH (o)<-[r:LEADS]-(p:Person) OPTIONAL MATCH (o)-[s:SENT_TROOPS_TO]->(l) RETURN o.country, count(r), count(DISTINCT l.id)"),
        ("split-sides",
            "MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:SENT_TROOPS_TO]->(l:Place) RETURN o.country, count(DISTINCT p.id), count(l)"),
        ("reach-nodes", "MATCH (p:Person {name: 'Person Zero'})-[:MET_WITH*1..3]->(q:Person) RETURN count(DISTINCT q.id) AS reached"),
        ("reach-together",
            "MATCH (p:Person)-[:MEMBER_OF]->(:Organization)-[:SENT_TROOPS_TO]->(:Place {name: 'Place One'}) RETURN DISTINCT p.id"),
        ("reached-once", "MATCH (p:Person {name: 'Person Zero'})-[:MET_WITH*1..3]->(q:Person) RETURN DISTINCT q.id, q.name"),
        ("intersect-cycles", "MATCH (a:Person)-[:MARRIED_TO]->(b:Person)-[:LEADS]->(o:Organization)<-[:MEMBER_OF]-(a) RETURN o.name"),
        ("choose-targets",
            "MATCH (a:Article)-[:MENTIONS]->(p:Person)<-[:MENTIONS]-(b:Article) WHERE a.lang = 'en' AND b.lang = 'fr' RETURN a.title, b.title"),
        ("measure-paths",
            "MATCH p = shortestPath((a:Person {name: 'Person Zero'})-[:MET_WITH*1..4]->(b:Person)) RETURN length(p) AS steps, count(*) AS people"),
        ("count-rows", "MATCH (p:Person {name: 'Person One'})-[:MET_WITH]->(q:Person) RETURN count(*) AS meetings"),
        ("exists-rows", "MATCH (o:Organization) WHERE EXISTS { (o)-[:SENT_TROOPS_TO]->() } RETURN o.name"),
        ("sum-by-node",
            "MATCH (:Article {source: 'source01'})-[:MENTIONS]->(:Person)-[:MEMBER_OF]->(o:Organization) RETURN o.name, count(*) AS ways"),
        ("filter-edges",
            "MATCH (p:Person)-[r:MET_WITH]->(q:Person) WHERE r.date >= '2019-06-01' AND r.date < '2019-07-01' AND p.id < q.id RETURN p.id, q.id, r.date"),
        ("distinct-steps", "MATCH (p:Person)-[:MEMBER_OF]->(o:Organization)-[:SENT_TROOPS_TO]->(l:Place) RETURN DISTINCT p.id, o, l"),
        ("optional-first",
            "MATCH (p:Person)-[:MEMBER_OF]->(o:Organization) OPTIONAL MATCH (o)-[:SENT_TROOPS_TO]->(l:Place) WHERE l.country = o.country RETURN p.id, l.name"),
        ("top-rows", "MATCH (a:Article) RETURN a.title ORDER BY a.date DESC LIMIT 3"),
        ("top-candidates",
            "MATCH (o:Organization)<-[:MENTIONS]-(a:Article)-[:MENTIONS]->(e)<-[:MENTIONS]-(b) RETURN o.name, a.id, b.id ORDER BY o.name, b.id LIMIT 5"),
        ("parallel-scans", "MATCH (a:Article) WHERE a.lang = 'en' RETURN a.source, count(*) AS articles"),
        ("expansion-order", "MATCH (a:Article)-[:MENTIONS]->(p:Person {name: 'Person Zero'}) RETURN a.id"),
        ("disjoint-types", "MATCH (:Person)-[:MET_WITH]->(:Person)-[:SUPPORTS]->(r:Person) RETURN count(*) AS ways"),
        ("merge-matches",
            "MATCH (a:Article)-[:MENTIONS]->(p:Person) MATCH (p)-[:MEMBER_OF]->(o:Organization {name: 'Organization One'}) RETURN a.id"),
    ];

    private static readonly GraphStore Store = NewsGraph.Create(articles: 400, entities: 400);

    [Fact]
    public void EachRewriteHasACase() => Assert.Equal(RewriteSet.All.Names, Cases.Select(example => example.Rewrite));

    [Fact]
    public void PlansBeforeAndAfterEachRewrite()
    {
        var text = new StringBuilder();
        var idle = new List<string>();
        foreach (var (rewrite, query) in Cases)
        {
            var (before, after) = FindSteps(rewrite, query) ?? Compare(rewrite, query);
            if (before == after)
                idle.Add($"{rewrite} changes nothing in: {query}");
            text.Append($"## {rewrite}\n\n{query}\n\nbefore\n{before}\nafter\n{after}\n");
        }

        Assert.True(idle.Count == 0, string.Join('\n', idle));
        Verifier.Verify(text.ToString());
    }

    [Fact]
    public void VerboseExplainShowsTheStepsOfAPlan() =>
        Verifier.Verify(Explain(
            RewriteSet.All,
            "EXPLAIN VERBOSE MATCH (p:Person) WHERE EXISTS { (p)-[:LEADS]->({name: 'Org Zero'}) } RETURN p.name ORDER BY p.id LIMIT 3"));

    /// <summary>The plan as it was when the rewrite came, and what it made of it; null where it reads the same.</summary>
    private static (string Before, string After)? FindSteps(string rewrite, string query)
    {
        var engine = new QueryEngine(
            Store, rewrite == "parallel-scans" ? new RewriteSet(RewriteSet.All.Names) { LeastParallelRows = 1 } : RewriteSet.All,
            BufferSizes.Default);
        var steps = engine.Run(engine.Prepare(new SourceText($"EXPLAIN VERBOSE {query}"))).Rows
            .Select(row => (Step: row[0].AsString(), Line: row[1].AsString()))
            .ToList();
        var index = steps.FindIndex(line => line.Step == rewrite);
        if (index < 0)
            return null;

        var last = steps[index - 1].Step;
        return (Join(steps.Where(line => line.Step == last)), Join(steps.Where(line => line.Step == rewrite)));

        static string Join(IEnumerable<(string Step, string Line)> lines) => string.Concat(lines.Select(line => $"  {line.Line}\n"));
    }

    /// <summary>
    /// For what is decided while the clauses are planned, or shows only by what later rewrites make of it: the last plan without it and
    /// with it.
    /// </summary>
    private static (string Before, string After) Compare(string rewrite, string query) =>
        (Explain(new RewriteSet(RewriteSet.All.Names.Remove(rewrite)), $"EXPLAIN {query}"), Explain(RewriteSet.All, $"EXPLAIN {query}"));

    private static string Explain(RewriteSet rewrites, string query)
    {
        var engine = new QueryEngine(Store, rewrites, BufferSizes.Default);
        return string.Concat(engine.Run(engine.Prepare(new SourceText(query))).Rows.Select(
            row => $"  {string.Join("  ", row.ToArray().Select(cell => cell.AsString()))}\n"));
    }
}
