namespace Graph.Query.Tests.Functions;

/// <summary>Where facts stand: two articles, the later one first in the store, with two facts and their mentions.</summary>
public sealed class ProvenanceTests
{
    public static readonly ImmutableArray<string> Functions = ["mentions", "quote", "sentence", "sources"];

    private const string LaterText = "Anna left. 😀 Anna met Bob in Oslo. They talked.";
    private const string EarlierText = "Bob and Anna met.";

    private static readonly GraphStore Store = BuildStore();

    [Theory]
    [InlineData("MATCH (:Person {name: 'Anna'})-[r:MET]->() RETURN [a IN sources(r) | a.title]", "['Earlier']", "['Later']")]
    [InlineData("MATCH (:Person {name: 'Anna'})-[r:MET]->() RETURN quote(r)", "'Anna met'", "'Anna met Bob'")]
    [InlineData("MATCH (:Person {name: 'Anna'})-[r:MET]->() RETURN sentence(r)", "'Bob and Anna met.'", "'😀 Anna met Bob in Oslo.'")]
    [InlineData("MATCH (n:Person {name: 'Anna'}) RETURN [a IN sources(n) | a.title]", "['Earlier', 'Later']")]
    [InlineData("MATCH (n:Person {name: 'Anna'}) RETURN [m IN mentions(n) | [m.text, m.start, m.end]]", "[['Anna', 8, 12], ['Anna', 0, 4], ['Anna', 13, 17]]")]
    [InlineData("MATCH (n:Person {name: 'Anna'}) RETURN quote(n)", "'Anna'")]
    [InlineData("MATCH (n:Place) RETURN quote(n), sources(n), mentions(n)", "null")]
    [InlineData("MATCH (n:Place) RETURN sources(n)", "[]")]
    [InlineData("MATCH (n:Person {name: 'Anna'}), (b:Place) RETURN quote([n, [b, null]])", "['Anna', null, null]")]
    [InlineData("MATCH p = (n:Person {name: 'Anna'}) RETURN quote(p)", "['Anna']")]
    [InlineData("MATCH p = (:Person {name: 'Anna'})-[:MET]->() RETURN sentence(p)", "['Bob and Anna met.']", "['😀 Anna met Bob in Oslo.']")]
    [InlineData("MATCH (:Person)-[r:MET]->() WITH collect(r) AS facts RETURN [a IN sources(facts) | a.title]", "['Earlier', 'Later']")]
    [InlineData("MATCH (:Person)-[r:MET]->() RETURN mentions(r)[0].certainty", "'negated'", "null")]
    [InlineData("RETURN sources(null)", "null")]
    [InlineData("WITH [1] AS x RETURN sources(x)", "GR5003 sources cannot take 1.")]
    public void EvidenceComesInTheOrderOfItsArticles(string query, params string[] expected) =>
        Assert.Equal(expected.Order(StringComparer.Ordinal), Run(query).Order(StringComparer.Ordinal));

    private static IEnumerable<string> Run(string text)
    {
        var engine = new QueryEngine(Store);
        var query = engine.Prepare(new SourceText(text));
        Assert.Empty(query.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        try
        {
            return engine.Run(query).Batches
                .SelectMany(batch => Enumerable.Range(0, batch.Count).Select(row => batch.GetValue(0, row).ToString()))
                .ToList();
        }
        catch (QueryException exception)
        {
            return [$"{exception.Diagnostic.Id} {exception.Message}"];
        }
    }

    private static GraphStore BuildStore()
    {
        var builder = new GraphBuilder();
        var later = AddArticle(builder, "Later", "2022-03", LaterText, [new(0, 10), new(11, 24), new(36, 12)]);
        var earlier = AddArticle(builder, "Earlier", "2022", EarlierText, [new(0, 17)]);
        var anna = builder.AddNode(["Person"], [new("name", Value.FromString("Anna"))]);
        var bob = builder.AddNode(["Person"], [new("name", Value.FromString("Bob"))]);
        builder.AddNode(["Place"], [new("name", Value.FromString("Oslo"))]);
        Mention(builder, later, anna, new TextSpan(0, 4));
        Mention(builder, later, anna, new TextSpan(14, 4));
        Mention(builder, earlier, anna, new TextSpan(8, 4));
        builder.AddEdge("MET", anna, bob, [], new Evidence(later, new TextSpan(14, 12)));
        builder.AddEdge("MET", anna, bob, [new("certainty", Value.FromString("negated"))], new Evidence(earlier, new TextSpan(8, 8)));
        return builder.Build();
    }

    private static int AddArticle(GraphBuilder builder, string title, string published, string text, TextSpan[] sentences)
    {
        Assert.True(PartialDate.TryParse(published, out var date, out _));
        var article = builder.AddNode(
            ["Article"],
            [new("key", Value.FromString(title)), new("title", Value.FromString(title)), new("published", Value.FromDate(date))]);
        builder.SetText(article, text, sentences);
        return article;
    }

    private static void Mention(GraphBuilder builder, int article, int entity, TextSpan span) =>
        builder.AddEdge("MENTIONS", article, entity, [], new Evidence(article, span));
}
