namespace Graph.Snapshots;

/// <summary>
/// A whole graph as text that a person can review: its entities by label, its facts by relation type with the sentences that say them, and
/// what its articles mention. The same graph gives the same text, whatever order it was built in.
/// </summary>
public static class GraphText
{
    public static string Of(GraphStore store)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var elements = new ElementText(store);
        WriteNodes(store, elements, output);
        foreach (var table in store.EdgeTables
            .OrderBy(table => table.Type == StoreNames.MentionType)
            .ThenBy(table => table.Type, StringComparer.Ordinal))
            WriteFacts(store, table, elements, output);
        return output.ToString();
    }

    private static void WriteNodes(GraphStore store, ElementText elements, StringWriter output)
    {
        var groups = Enumerable.Range(0, store.NodeCount).GroupBy(elements.GetLabels).OrderBy(group => group.Key, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            output.Write($"## {group.Key}\n\n");
            foreach (var line in group.Select(node => DescribeNode(store, node, elements)).Order(StringComparer.Ordinal))
                output.Write($"- {line}\n");
            output.Write('\n');
        }
    }

    private static string DescribeNode(GraphStore store, int node, ElementText elements)
    {
        var properties = StoreElements.GetNodeProperties(store, node)
            .Where(property => property.Key is not (StoreNames.Key or StoreNames.Name))
            .Select(property => $"{property.Key} {elements.Format(property.Value)}");
        var described = string.Join("; ", properties);
        return ElementText.Escape(described.Length == 0 ? elements.Name(node) : $"{elements.Name(node)}: {described}");
    }

    private static void WriteFacts(GraphStore store, EdgeTable table, ElementText elements, StringWriter output)
    {
        output.Write($"## -[{table.Type}]->\n\n");
        var lines = Enumerable.Range(table.FirstEdge, table.Count).Select(edge => DescribeFact(store, edge, elements));
        foreach (var line in lines.Order(StringComparer.Ordinal))
            output.Write($"- {line}\n");
        output.Write('\n');
    }

    private static string DescribeFact(GraphStore store, int edge, ElementText elements)
    {
        var table = store.GetEdgeTable(edge);
        var fact = $"{elements.Name(table.GetSource(edge))} -> {elements.Name(table.GetTarget(edge))}{elements.DescribeProperties(edge)}";
        if (store.GetEdgeEvidence(edge) is not { } evidence)
            return ElementText.Escape(fact);

        var words = table.Type == StoreNames.MentionType ? store.GetQuote(evidence) : store.GetSentence(evidence);
        return ElementText.Escape($"{fact}, {elements.Identify(evidence.Article)}: {words}");
    }
}
