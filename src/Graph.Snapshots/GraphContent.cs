namespace Graph.Snapshots;

/// <param name="Text">The relation with its ends and properties.</param>
internal sealed record FactContent(string Text, string? Article, string? Sentence)
{
    public string? Cited => Article is null ? null : $"{Article}: {Sentence}";
}

/// <param name="Text">The words and the entity that they name.</param>
internal sealed record MentionContent(string Entity, string Text, string Cited);

/// <summary>What a graph says, without its ids, for comparison with another.</summary>
/// <param name="Entities">By label and key.</param>
/// <param name="Facts">By relation type and ends.</param>
/// <param name="Mentions">By article and place.</param>
internal sealed record GraphContent(
    ILookup<string, string> Entities, ILookup<string, FactContent> Facts, ILookup<string, MentionContent> Mentions)
{
    public static GraphContent Read(GraphStore store)
    {
        var elements = new ElementText(store);
        var edges = Enumerable.Range(0, store.EdgeCount)
            .ToLookup(edge => store.GetEdgeTable(edge).Type == StoreNames.MentionType && store.GetEdgeEvidence(edge) is not null);
        return new GraphContent(
            Enumerable.Range(0, store.NodeCount)
                .ToLookup(elements.Identify, node => DescribeNode(store, node, elements), StringComparer.Ordinal),
            edges[false].ToLookup(
                edge => IdentifyFact(store, edge, elements), edge => ReadFact(store, edge, elements), StringComparer.Ordinal),
            edges[true].ToLookup(
                edge => IdentifyPlace(store, edge, elements), edge => ReadMention(store, edge, elements), StringComparer.Ordinal));
    }

    private static string DescribeNode(GraphStore store, int node, ElementText elements)
    {
        var properties = StoreElements.GetNodeProperties(store, node).Where(property => property.Key != StoreNames.Key);
        return $"{elements.Identify(node)} "
            + $"{{{string.Join(", ", properties.Select(property => $"{property.Key}: {elements.Format(property.Value)}"))}}}";
    }

    private static string IdentifyFact(GraphStore store, int edge, ElementText elements)
    {
        var table = store.GetEdgeTable(edge);
        return $"{table.Type}\n{elements.Identify(table.GetSource(edge))}\n{elements.Identify(table.GetTarget(edge))}";
    }

    private static FactContent ReadFact(GraphStore store, int edge, ElementText elements)
    {
        var evidence = store.GetEdgeEvidence(edge);
        return new FactContent(
            elements.Describe(edge), evidence is { } found ? elements.Identify(found.Article) : null, store.GetSentence(evidence));
    }

    private static string IdentifyPlace(GraphStore store, int edge, ElementText elements)
    {
        var evidence = store.GetEdgeEvidence(edge)!.Value;
        return $"{elements.Identify(evidence.Article)}\n{evidence.Span.Start}\n{evidence.Span.End}";
    }

    private static MentionContent ReadMention(GraphStore store, int edge, ElementText elements)
    {
        var evidence = store.GetEdgeEvidence(edge)!.Value;
        var entity = elements.Identify(store.GetEdgeTable(edge).GetTarget(edge));
        var text = $"'{store.GetQuote(evidence)}' names {elements.Name(store.GetEdgeTable(edge).GetTarget(edge))}";
        return new MentionContent(entity, text, $"{elements.Identify(evidence.Article)}: {store.GetSentence(evidence)}");
    }
}
