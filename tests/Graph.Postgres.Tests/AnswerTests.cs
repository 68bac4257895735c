namespace Graph.Postgres.Tests;

/// <summary>The same questions here and on the server.</summary>
public sealed class AnswerTests
{
    private const string Refusal = "GR8001";

    public static TheoryData<string> QueryFiles => [.. Directory.GetFiles(Repository.GetPath("data", "queries"), "*.cypher").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)];

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

    public static TheoryData<string> Queries => [.. File.ReadLines(Path.Combine(Repository.GetPath("tests", "Graph.Postgres.Tests"), "answers.cases")).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal))];

    /// <summary>Every query of the table has the same rows, in the same order where it asks for one, or the same mistake at the same place.</summary>
    [SkippableTheory]
    [MemberData(nameof(Queries))]
    public void AnswersAreTheSame(string query)
    {
        var expected = RowText.ReadAll(new QueryEngine(Graphs.Data), query);
        var found = RowText.ReadAll(Graphs.RemoteData.Engine, query);

        var isOrdered = query.LastIndexOf("ORDER BY", StringComparison.Ordinal) > query.LastIndexOf("RETURN", StringComparison.Ordinal);
        Assert.Equal(isOrdered ? string.Join('\n', expected) : RowText.Sorted(expected), isOrdered ? string.Join('\n', found) : RowText.Sorted(found));
    }

    [SkippableFact]
    public void RefusalsAreAsAgreed()
    {
        var engine = Graphs.RemoteData.Engine;
        var lines = File.ReadLines(Path.Combine(Repository.GetPath("tests", "Graph.Postgres.Tests"), "refusals.cases")).Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal));

        var found = lines.Select(query => $"{query}\n  {string.Join("\n  ", RowText.ReadAll(engine, query))}\n").ToList();

        Assert.All(found, text => Assert.Contains(Refusal, text, StringComparison.Ordinal));
        Verifier.Verify(string.Join('\n', found));
    }
}
