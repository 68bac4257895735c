namespace Graph.Postgres.Tests;

/// <summary>The same questions here and on the server.</summary>
public sealed class AnswerTests
{
    private const string Refusal = "GR8001";

    public static TheoryData<string> QueryFiles => [.. Directory.GetFiles(Repository.GetPath("data", "queries"), "*.cypher")
        .Select(path => Path.GetFileName(path)!)
        .Order(StringComparer.Ordinal)];

    [SkippableTheory]
    [MemberData(nameof(QueryFiles))]
    public void QueriesOfTheDataHaveTheSameRows(string file)
    {
        var remote = Graphs.RemoteData.Engine;
        var local = new QueryEngine(Graphs.Data);
        var text = File.ReadAllText(Repository.GetPath("data", "queries", file));
        var script = new SourceText(text);
        foreach (var query in local.PrepareScript(script))
        {
            var statement = script.GetText(query.Span);
            var found = RowText.ReadAll(remote, statement);
            Assert.Equal(RowText.Sorted(RowText.ReadAll(local, statement)), RowText.Sorted(found));
        }
    }

    public static TheoryData<string> Queries => [.. ReadCases("answers.cases")];

    /// <summary>
    /// Every query of the table has the same rows, in the same order where it asks for one, or the same mistake at the same place.
    /// </summary>
    [SkippableTheory]
    [MemberData(nameof(Queries))]
    public void AnswersAreTheSame(string query)
    {
        var expected = RowText.ReadAll(new QueryEngine(Graphs.Data), query);
        var found = RowText.ReadAll(Graphs.RemoteData.Engine, query);

        var isOrdered = query.LastIndexOf("ORDER BY", StringComparison.Ordinal) > query.LastIndexOf("RETURN", StringComparison.Ordinal);
        Assert.Equal(
            isOrdered ? string.Join('\n', expected) : RowText.Sorted(expected),
            isOrdered ? string.Join('\n', found) : RowText.Sorted(found));
    }

    /// <summary>
    /// A large graph is asked on several cores of the server, where functions may do less; a setting has it do so with a small one. What is
    /// computed from properties is computed there.
    /// </summary>
    [SkippableTheory]
    [InlineData("MATCH (c) RETURN toInteger(c.name), toFloat(c.name), toBoolean(c.name), toString(c.name), toInteger(c.key + '1')")]
    [InlineData("MATCH (c) RETURN c.aliases[0], c.aliases[1..], size(c.aliases), reverse(c.aliases), tail(c.aliases), c.name IN c.aliases, head(c.aliases)")]
    [InlineData("MATCH ()-[r]->() RETURN r.on, r.on < date('2022-01-08'), r.on.year, toString(r.on), [r.on, 1] = [r.on, 1.0], r.on > r.since")]
    [InlineData("MATCH (c) RETURN split(c.name, 'a'), replace(c.name, 'a', 'b'), substring(c.name, 1, 2), left(c.name, 2), c.name ~= 'kazakhstan', properties(c)")]
    [InlineData("MATCH ()-[r]->() RETURN r.troops / 7, r.troops % 7, r.troops ^ 2, round(r.troops / 7.0), range(1, r.troops % 5), sqrt(r.troops), sign(r.troops)")]
    [InlineData("MATCH (c)-[r]->(d) RETURN labels(c), type(r), min(c.name), max(r.on), sum(r.troops), avg(r.troops), collect(DISTINCT d.name), stDev(r.troops), percentileCont(r.troops, 0.5)")]
    [InlineData("MATCH (c) RETURN c.name, c.aliases, c.key ORDER BY c.aliases, c.name DESC, c.key")]
    public void AnswersStayWhenTheServerWorksInParallel(string query)
    {
        _ = Graphs.RemoteData;
        using var graph = PostgresGraph.Open(Graphs.AddressOf("news", "Options=-c%20force_parallel_mode=on"));

        Assert.Equal(
            RowText.Sorted(RowText.ReadAll(new QueryEngine(Graphs.Data), query)), RowText.Sorted(RowText.ReadAll(graph.Engine, query)));
    }

    /// <summary>What tables say of an article is mostly not its text.</summary>
    [SkippableFact]
    public void AnArticleWithoutTextIsQuotedAlike()
    {
        var builder = new GraphBuilder();
        var article = builder.AddNode(["Article"], [KeyValuePair.Create("key", Value.FromString("a"))]);
        builder.SetText(article, "", []);
        builder.AddEdge("MENTIONS", article, article, [], new Evidence(article, new TextSpan(0, 0)));
        var store = builder.Build();
        using var graph = Graphs.Push(store, "silent");
        const string Query = "MATCH ()-[m]->() RETURN quote(m), sentence(m)";

        Assert.Equal(["'' | ''"], RowText.ReadAll(new QueryEngine(store), Query));
        Assert.Equal(["'' | ''"], RowText.ReadAll(graph.Engine, Query));
    }

    [SkippableFact]
    public void RefusalsAreAsAgreed()
    {
        var engine = Graphs.RemoteData.Engine;

        var found = ReadCases("refusals.cases")
            .Select(query => $"{query}\n  {string.Join("\n  ", RowText.ReadAll(engine, query))}\n")
            .ToList();

        Assert.All(found, text => Assert.Contains(Refusal, text, StringComparison.Ordinal));
        Verifier.Verify(string.Join('\n', found));
    }

    private static IEnumerable<string> ReadCases(string file) =>
        File.ReadLines(Path.Combine(Repository.GetPath("tests", "Graph.Postgres.Tests"), file))
        .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));
}
