namespace Graph.Export;

/// <summary>Nodes and facts in words, some lines each.</summary>
internal static class FactTexts
{
    public static string DescribeNode(GraphStore store, int node) => string.Join(
        '\n',
        new[] { Captions.Get(store, node), Captions.GetLabels(store, node) }
            .Concat(StoreElements.GetNodeProperties(store, node).Select(Describe))
            .Where(line => line.Length > 0));

    /// <summary>The fact, its properties, and the sentence and article that say it.</summary>
    public static string DescribeEdge(GraphStore store, int edge)
    {
        var table = store.GetEdgeTable(edge);
        List<string> lines =
        [
            $"{Captions.Get(store, table.GetSource(edge))} {table.Type} {Captions.Get(store, table.GetTarget(edge))}",
            .. StoreElements.GetEdgeProperties(store, edge).Select(Describe),
        ];
        if (store.GetEdgeEvidence(edge) is { } evidence)
            lines.AddRange([store.GetSentence(evidence)?.ReplaceLineEndings(" ") ?? "", $"({Captions.Get(store, evidence.Article)})"]);
        return string.Join('\n', lines.Where(line => line.Length > 0));
    }

    private static string Describe(KeyValuePair<string, Value> property) => $"{property.Key}: {PlainText.Format(property.Value)}";
}
