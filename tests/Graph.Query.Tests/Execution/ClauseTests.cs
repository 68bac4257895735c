using System.Runtime.CompilerServices;

namespace Graph.Query.Tests.Execution;

/// <summary>What Cypher 25 and GQL have beside the clauses of openCypher: each query of a list with its warnings and its rows.</summary>
public sealed class ClauseTests
{
    [Fact]
    public void EveryFormAnswers()
    {
        var answers = ReadQueries()
            .Select(query => query.StartsWith("//", StringComparison.Ordinal) ? query : $"{query}\n{Indent(Answer(query))}");

        Verifier.Verify(string.Join("\n", answers));
    }

    private static IEnumerable<string> Answer(string query)
    {
        var warnings = new QueryEngine(TestGraph.Store).Prepare(new SourceText(query)).Diagnostics
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning);
        return [.. warnings.Select(warning => $"{warning.Id} warns: {warning.Message}"), .. TestGraph.Ask(query).Split('\n')];
    }

    private static string Indent(IEnumerable<string> lines) => string.Join('\n', lines.Select(line => $"    {line}"));

    private static IEnumerable<string> ReadQueries([CallerFilePath] string sourceFile = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(sourceFile)!, "Cases", "clauses.cases")).Where(line => line.Length > 0);
}
