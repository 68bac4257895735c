using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>
/// What a load gave on one line: mentions as <c>words:Type</c> in the order of the articles, then relations and roles of events.
/// </summary>
internal static class LoadedFacts
{
    /// <summary><c>Ann:PER Rome:LOC | Ann-LIVES_IN-Rome | 1 malformed</c></summary>
    public static string Describe(LoadResult result)
    {
        var parts = new List<string> { string.Join(' ', ListMentions(result.Store)), string.Join(' ', ListRelations(result.Store)) };
        var summary = result.Summary;
        parts.Add(string.Join(' ', summary.EventsByType.Select(pair => $"{pair.Value} {pair.Key}")));
        parts.Add(summary.Malformed == 0 ? "" : $"{summary.Malformed} malformed");
        parts.Add(summary.SurfaceMismatches == 0 ? "" : $"{summary.SurfaceMismatches} mismatches");
        return string.Join(" | ", parts.Where(part => part.Length > 0));
    }

    public static IEnumerable<string> ListMentions(GraphStore store) => ListMentionsByArticle(store).SelectMany(mentions => mentions);

    /// <summary>By the node of their article.</summary>
    public static ILookup<int, string> ListMentionsByArticle(GraphStore store) =>
        (from table in store.EdgeTables
         where table.Type == "MENTIONS"
         from edge in Enumerable.Range(table.FirstEdge, table.EndEdge - table.FirstEdge)
         let evidence = store.GetEdgeEvidence(edge)!.Value
         orderby evidence.Article, evidence.Span.Start, evidence.Span.Length
         select (evidence.Article,
             Text: $"{store.Articles.GetText(evidence.Article).Substring(evidence.Span.Start, evidence.Span.Length)}:{GetType(store, table.GetTarget(edge))}".Replace('\n', ' ')))
        .ToLookup(mention => mention.Article, mention => mention.Text);

    public static IEnumerable<string> ListRelations(GraphStore store) =>
        from table in store.EdgeTables
        where table.Type != "MENTIONS"
        from edge in Enumerable.Range(table.FirstEdge, table.EndEdge - table.FirstEdge)
        select $"{GetName(store, table.GetSource(edge))}-{table.Type}-{GetName(store, table.GetTarget(edge))}" into text
        orderby text
        select text;

    private static string GetName(GraphStore store, int node) =>
        new[] { "name", "kind", "title", "key" }.Select(key => store.GetNodeProperty(node, key)).First(value => !value.IsNull).AsString();

    private static string GetType(GraphStore store, int node) =>
        string.Join(
            '/', Enumerable.Range(0, store.Labels.Length).Where(label => store.HasLabel(node, label)).Select(label => store.Labels[label])
            .Where(label => label is not ("Entity" or "Actor" or "Place")));
}
