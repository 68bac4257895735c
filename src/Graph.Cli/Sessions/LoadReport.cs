using System.Globalization;
using System.Text.Json;
using Graph.Annotations;
using Graph.Cli.Rendering;
using Graph.Postgres;
using Graph.Terminal;

namespace Graph.Cli.Sessions;

/// <summary>What was loaded, and what was wrong with it.</summary>
internal static class LoadReport
{
    private const int NameWidth = 24;
    private const int MostNamed = 3;

    /// <summary>One line if anything was wrong, else nothing.</summary>
    public static void WriteBrief(LoadResult? loaded, TextWriter error, string hint)
    {
        if (loaded is null)
            return;

        if (DescribeSkipped(loaded.Summary) is { } skipped)
            error.Write($"{skipped}\n");
        if (CountMistakes(loaded) is { } mistakes)
            error.Write($"{mistakes} in the data; {hint}\n");
    }

    /// <summary>The files that were not read, of many the first; null where all were.</summary>
    private static string? DescribeSkipped(LoadSummary summary)
    {
        var skipped = summary.Skipped.Where(file => file.IsData || file.IsNamed).ToList();
        if (skipped.Count == 0)
            return null;

        var names = string.Join(", ", skipped.Take(MostNamed).Select(file => VisibleText.Show(file.Path)));
        var rest = skipped.Count > MostNamed ? $" and {skipped.Count - MostNamed} more" : "";
        return $"{Count(skipped.Count, "file was", "files were")} not read: {names}{rest}";
    }

    /// <summary>One line on what there is.</summary>
    public static string Summarize(LoadSummary summary) =>
        $"{Count(summary.Articles, "article")}, {Count(summary.Mentions, "mention")}, {Count(summary.Entities, "entity", "entities")}, "
        + $"{Count(summary.Relations, "relation")}, {Count(summary.Events, "event")}";

    public static string Summarize(PostgresGraph graph) =>
        $"{Count(graph.NodeCount, "node")}, {Count(graph.RelationCount, "relation")}";

    public static string Summarize(GraphStore store) => $"{Count(store.NodeCount, "node")}, {Count(store.EdgeCount, "relation")}";

    public static void WriteText(LoadResult loaded, TextWriter output)
    {
        var summary = loaded.Summary;
        var lines = List(summary).ToList();
        var width = Math.Max(NameWidth, lines.Max(line => CellText.Measure(line.Name)));
        foreach (var (name, count) in lines)
            output.Write($"{CellText.Pad(name, width)} {count,10}\n");
        foreach (var file in summary.Skipped)
            output.Write($"  {VisibleText.Show(file.Path)}: {VisibleText.Show(file.Reason)}\n");
        output.Write($"{CountMistakes(loaded) ?? (summary.Losses.IsEmpty ? "nothing to complain about" : DescribeLosses(summary))}\n");
    }

    private static string DescribeLosses(LoadSummary summary) =>
        $"nothing wrong; not taken: "
            + $"{VisibleText.Show(string.Join(", ", summary.Losses.Take(MostNamed)))}{(summary.Losses.Length > MostNamed ? ", ..." : "")}";

    /// <summary>The diagnostics, and how many more there are of each kind.</summary>
    public static void WriteDiagnostics(
        LoadResult loaded, DiagnosticRenderer renderer, TextWriter error, CancellationToken cancellation = default)
    {
        foreach (var diagnostic in loaded.Diagnostics)
        {
            cancellation.ThrowIfCancellationRequested();
            renderer.Write(diagnostic);
        }

        foreach (var total in loaded.DiagnosticTotals.Where(total => total.Count > total.Kept))
        {
            var what = total.What.Length == 0 ? total.Id : $"{total.Id} '{total.What}'";
            error.Write($"{total.Count - total.Kept} more of {VisibleText.Show(what)} are not shown; 'graph check --all' shows them\n");
        }
    }

    /// <summary>One object; its keys are a contract.</summary>
    public static void WriteJson(LoadResult loaded, TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        WriteSummary(json, loaded.Summary);
        WriteDiagnostics(json, loaded.Diagnostics);
        WriteTotals(json, loaded.DiagnosticTotals);
        json.WriteEndObject();
    });

    private static void WriteSummary(Utf8JsonWriter json, LoadSummary summary)
    {
        json.WriteNumber("articles", summary.Articles);
        json.WriteNumber("mentions", summary.Mentions);
        json.WriteNumber("triggers", summary.Triggers);
        json.WriteNumber("entities", summary.Entities);
        json.WriteNumber("relations", summary.Relations);
        json.WriteNumber("events", summary.Events);
        WriteTypes(json, "mentionsByType", summary.MentionsByType);
        WriteTypes(json, "relationsByType", summary.RelationsByType);
        WriteTypes(json, "eventsByType", summary.EventsByType);
        WriteTypes(json, "triggersByType", summary.TriggersByType);
        WriteTypes(json, "others", summary.Others);
        json.WriteStrings("losses", summary.Losses);
        json.WriteNumber("malformed", summary.Malformed);
        json.WriteNumber("surfaceMismatches", summary.SurfaceMismatches);
        json.WriteStrings("skippedFiles", summary.SkippedFiles);
        json.WriteObjects("skipped", summary.Skipped, file =>
        {
            json.WriteString("file", file.Path);
            json.WriteString("reason", file.Reason);
        });
        WriteTypes(json, "filesByFormat", summary.FilesByFormat);
    }

    private static void WriteTypes(Utf8JsonWriter json, string name, ImmutableSortedDictionary<string, int> counts)
    {
        json.WriteStartObject(name);
        foreach (var (type, count) in counts)
            json.WriteNumber(type, count);
        json.WriteEndObject();
    }

    private static void WriteDiagnostics(Utf8JsonWriter json, ImmutableArray<Diagnostic> diagnostics) =>
        json.WriteObjects("diagnostics", diagnostics, diagnostic =>
        {
            json.WriteString("id", diagnostic.Id);
            json.WriteString("severity", DiagnosticRenderer.GetName(diagnostic.Severity));
            json.WriteString("file", diagnostic.Location.Path);
            json.WriteNumber("line", diagnostic.Location.Line);
            json.WriteNumber("column", diagnostic.Location.Column);
            json.WriteString("message", diagnostic.Message);
        });

    private static void WriteTotals(Utf8JsonWriter json, ImmutableArray<DiagnosticTotal> totals) =>
        json.WriteObjects("diagnosticTotals", totals, total =>
        {
            json.WriteString("id", total.Id);
            json.WriteString("severity", DiagnosticRenderer.GetName(total.Severity));
            json.WriteString("what", total.What);
            json.WriteNumber("count", total.Count);
            json.WriteNumber("shown", total.Kept);
        });

    private static IEnumerable<(string Name, int Count)> List(LoadSummary summary) =>
    [
        ("articles", summary.Articles),
        ("mentions", summary.Mentions), .. List(summary.MentionsByType),
        .. summary.Triggers > 0 ? [("triggers", summary.Triggers)] : Array.Empty<(string, int)>(), .. List(summary.TriggersByType),
        ("entities", summary.Entities),
        ("relations", summary.Relations), .. List(summary.RelationsByType),
        ("events", summary.Events), .. List(summary.EventsByType),
        .. summary.Others.Select(pair => (VisibleText.Show(pair.Key), pair.Value)),
        ("malformed", summary.Malformed),
        ("surface mismatches", summary.SurfaceMismatches),
        ("skipped files", summary.SkippedFiles.Length),
    ];

    private static IEnumerable<(string Name, int Count)> List(ImmutableSortedDictionary<string, int> counts) => counts
        .OrderByDescending(pair => pair.Value)
        .ThenBy(pair => pair.Key, StringComparer.Ordinal)
        .Select(pair => ($"  {(pair.Key.Length == 0 ? "(no type)" : VisibleText.Show(pair.Key))}", pair.Value));

    private static string? CountMistakes(LoadResult loaded)
    {
        var errors = CountOf(loaded, DiagnosticSeverity.Error);
        var warnings = CountOf(loaded, DiagnosticSeverity.Warning);
        return (errors, warnings) switch
        {
            (0, 0) => null,
            (_, 0) => Count(errors, "error"),
            (0, _) => Count(warnings, "warning"),
            _ => $"{Count(errors, "error")} and {Count(warnings, "warning")}",
        };
    }

    private static int CountOf(LoadResult loaded, DiagnosticSeverity severity) =>
        loaded.DiagnosticTotals.Where(total => total.Severity == severity).Sum(total => total.Count);

    public static string Count(long count, string one, string? many = null) =>
        string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? one : many ?? $"{one}s")}");
}
