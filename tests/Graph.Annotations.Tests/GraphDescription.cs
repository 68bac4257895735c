using System.Text;
using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>A whole graph as lines that a person can review: nodes, edges with their quoted evidence, counts, diagnostics.</summary>
internal static class GraphDescription
{
    public static string Describe(LoadResult result)
    {
        var text = new StringBuilder();
        var store = result.Store;
        for (var node = 0; node < store.NodeCount; node++)
            text.Append(
                $"({GetKey(store, node)}{GetLabels(store, node)}{GetProperties(store, key => store.GetNodeProperty(node, key))})\n");
        foreach (var table in store.EdgeTables)
        {
            for (var edge = table.FirstEdge; edge < table.EndEdge; edge++)
                text.Append(DescribeEdge(store, table, edge));
        }

        text.Append(DescribeSummary(result.Summary));
        foreach (var diagnostic in result.Diagnostics)
        {
            var place = diagnostic.Location;
            text.Append(
                $"{place.Path}:{place.Line}:{place.Column}: {diagnostic.Severity.ToString().ToLowerInvariant()} {diagnostic.Id}: {diagnostic.Message}\n");
        }

        return text.ToString();
    }

    private static string DescribeEdge(GraphStore store, EdgeTable table, int edge)
    {
        var evidence = store.GetEdgeEvidence(edge);
        var quote = evidence is { } found ? $" \"{GetQuote(store, found)}\"" : "";
        return $"({GetKey(store, table.GetSource(edge))})-[:{table.Type}{GetProperties(store, key => store.GetEdgeProperty(edge, key))}]->"
            + $"({GetKey(store, table.GetTarget(edge))}){quote}\n";
    }

    private static string GetQuote(GraphStore store, Evidence evidence) =>
        store.Articles.GetText(evidence.Article).Substring(evidence.Span.Start, evidence.Span.Length).Replace("\n", "\\n");

    private static string GetKey(GraphStore store, int node) =>
        store.GetNodeProperty(node, "key") is { IsNull: false } key ? key.AsString() : $"{node}";

    private static string GetLabels(GraphStore store, int node)
    {
        var labels = Enumerable.Range(0, store.Labels.Length).Where(label => store.HasLabel(node, label))
            .Select(label => $":{store.Labels[label]}");
        return string.Concat(labels);
    }

    private static string GetProperties(GraphStore store, Func<string, Value> get)
    {
        var properties = store.PropertyKeys.Where(key => key != "key" && !get(key).IsNull)
            .Select(key => $"{key}: {ValueText.Format(get(key))}").ToList();
        return properties.Count == 0 ? "" : $" {{{string.Join(", ", properties)}}}";
    }

    private static string DescribeSummary(LoadSummary summary) =>
        $"articles {summary.Articles}, mentions {summary.Mentions}, triggers {summary.Triggers}, entities {summary.Entities}, relations {summary.Relations}, "
        + $"events {summary.Events}, malformed {summary.Malformed}, mismatches {summary.SurfaceMismatches}\n"
        + (summary.Others.IsEmpty ? "" : $"others: {string.Join(", ", summary.Others.Select(pair => $"{pair.Key} {pair.Value}"))}\n")
        + (summary.SkippedFiles.IsEmpty ? "" : $"skipped: {string.Join(", ", summary.SkippedFiles)}\n");
}
