namespace Graph.Export;

internal enum AttributeKind
{
    Boolean,
    Integer,
    Float,
    Text,
    List,
}

/// <summary>One named value of each node, or of each edge: a property, or what an export says of the element besides.</summary>
/// <param name="Name">Told apart from the names of all other attributes of the same elements.</param>
/// <param name="Kind">Of every value that is there; text where they mix.</param>
/// <param name="Get">The value of an element; null where it has none.</param>
internal sealed record ElementAttribute(string Name, AttributeKind Kind, Func<int, Value> Get);

/// <summary>The attributes of the nodes and the edges of a selection, for formats that have one value for each name.</summary>
internal sealed record ElementAttributes(ImmutableArray<ElementAttribute> Nodes, ImmutableArray<ElementAttribute> Edges)
{
    /// <param name="reservedForNodes">Names that the format keeps for itself; a property with such a name gets another.</param>
    public static ElementAttributes Create(
        GraphSelection selection, IReadOnlyList<string> reservedForNodes, IReadOnlyList<string> reservedForEdges, LossLedger losses)
    {
        var store = selection.Store;
        var ofNodes = new AttributeList(selection.Nodes, reservedForNodes, losses, selection.Cancellation);
        var ofEdges = new AttributeList(selection.Edges, reservedForEdges, losses, selection.Cancellation);
        foreach (var key in store.PropertyKeys)
        {
            ofNodes.AddProperty(key, node => store.GetNodeProperty(node, key));
            ofEdges.AddProperty(key, edge => store.GetEdgeProperty(edge, key));
        }

        AddEvidence(ofNodes, store, node => FindTrigger(store, node));
        AddEvidence(ofEdges, store, store.GetEdgeEvidence);
        CountUnwritten(selection, losses);
        return new ElementAttributes(ofNodes.ToImmutable(), ofEdges.ToImmutable());
    }

    /// <summary>Where each fact stands; the offsets count UTF-16 units.</summary>
    private static void AddEvidence(AttributeList elements, GraphStore store, Func<int, Evidence?> find)
    {
        elements.Add("evidence_article", element => find(element) is { } evidence ? Captions.GetKey(store, evidence.Article) : Value.Null);
        elements.Add("evidence_start", element => find(element) is { } evidence ? Value.FromInteger(evidence.Span.Start) : Value.Null);
        elements.Add("evidence_end", element => find(element) is { } evidence ? Value.FromInteger(evidence.Span.End) : Value.Null);
        elements.Add("evidence_sentence", element => Value.FromString(store.GetSentence(find(element))));
    }

    /// <summary>The words that tell an event; entities have their mentions instead.</summary>
    private static Evidence? FindTrigger(GraphStore store, int node)
    {
        if (store.FindEdgeTable(StoreNames.MentionType) is { } mentions && mentions.Incoming.View.GetRun(node).Count > 0)
            return null;
        return store.GetNodeEvidence(node) is [var first, ..] ? first : null;
    }

    private static void CountUnwritten(GraphSelection selection, LossLedger losses)
    {
        foreach (var node in selection.Nodes)
        {
            if (!selection.Store.Articles.GetUtf8(node).IsEmpty)
                losses.Count("text of an article is not written", "texts of articles are not written");
        }

        foreach (var edge in selection.Edges)
        {
            var table = selection.Store.GetEdgeTable(edge);
            if (table.Evidence?.GetFragments(edge - table.FirstEdge).Length > 1)
                losses.Count(
                    "place of several parts, written from the first to the last",
                    "places of several parts, written from the first to the last");
        }
    }
}
