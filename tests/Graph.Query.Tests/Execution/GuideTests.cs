using System.Runtime.CompilerServices;

namespace Graph.Query.Tests.Execution;

/// <summary>Queries of the kinds that people write after tutorials: each answers, or is refused with what to write instead.</summary>
public sealed class GuideTests
{
    [Fact]
    public void QueriesOfTutorialsAnswerOrSayWhatToWrite()
    {
        var engine = new QueryEngine(GuideGraph.Store);
        var answers = ReadQueries()
            .Select(query => query.StartsWith("//", StringComparison.Ordinal) ? query : $"{query}\n{Indent(Answer(engine, query))}");

        Verifier.Verify(string.Join("\n", answers));
    }

    private static IEnumerable<string> Answer(QueryEngine engine, string query)
    {
        var warnings = engine.Prepare(new SourceText(query)).Diagnostics.Where(
            diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        (string, Value)[] parameters = [("name", Value.FromString("Tom Hart")), ("limit", Value.FromInteger(2)),
            ("list", Value.FromList(Value.FromString("AMS"), Value.FromString("EIN")))];
        return [.. warnings.Select(warning => $"{warning.Id} warns: {warning.Message}"),
            .. TestGraph.Ask(engine, query, parameters).Split('\n')];
    }

    private static string Indent(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"    {line}".TrimEnd()));

    private static IEnumerable<string> ReadQueries([CallerFilePath] string sourceFile = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(sourceFile)!, "Cases", "guides.cases")).Where(line => line.Length > 0);
}
