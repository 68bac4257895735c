using Graph.Query.Syntax;

namespace Graph.Export;

/// <summary>The facts of an article as patterns, each behind the paragraph that it stands in.</summary>
/// <param name="mentioned">The entities that the text names.</param>
internal sealed class NativeFacts(
    GraphStore store, ArticleContents article, AnnotatedEntities entities, HashSet<int> mentioned, LossLedger losses)
{
    private const string ClaimedBy = "claimedBy";
    private readonly Dictionary<int, string> eventIds = [];
    private readonly HashSet<int> introduced = [];

    public int EventsWritten => introduced.Count;

    public int RolesWritten { get; private set; }

    /// <summary>A line for each fact, by paragraph.</summary>
    public List<List<string>> SortInto(IReadOnlyList<TextSpan> paragraphs)
    {
        var lines = paragraphs.Select(_ => new List<string>()).ToList();
        foreach (var (node, _) in article.Events)
            eventIds.Add(node, FindId(node));
        foreach (var edge in article.Facts)
        {
            var place = store.GetEdgeEvidence(edge)!.Value;
            var paragraph = NativeParagraphs.FindAt(paragraphs, FindStart(edge, place.Span));
            if (paragraph < 0)
            {
                losses.Count("fact of a text without words is not written", "facts of texts without words are not written");
                continue;
            }

            CountMoved(place, paragraphs[paragraph]);
            lines[paragraph].Add(Write(edge));
        }

        losses.Count(
            "event without roles is not written", "events without roles are not written", eventIds.Count - introduced.Count);
        return lines;
    }

    /// <summary>The roles of an event stand with the event, however far the words are that name who has them.</summary>
    private int FindStart(int edge, TextSpan place)
    {
        var source = store.GetEdgeTable(edge).GetSource(edge);
        return eventIds.ContainsKey(source) ? article.Events.First(found => found.Node == source).Span.Start : place.Start;
    }

    /// <summary>An id that an entity has too would be the entity.</summary>
    private string FindId(int node)
    {
        var id = StoreEvents.GetId(store, node, article.Key);
        return store.FindNodes(StoreNames.Key, id) is [var other, ..] && other != node ? $"{id}-event" : id;
    }

    private string Write(int edge)
    {
        var table = store.GetEdgeTable(edge);
        var (source, target) = (table.GetSource(edge), table.GetTarget(edge));
        if (eventIds.ContainsKey(source))
            RolesWritten++;
        return $"{WriteNode(source)}-[:{QueryWords.Quote(table.Type)}{WriteProperties(StoreElements.GetEdgeProperties(store, edge))}]->"
            + WriteNode(target);
    }

    private string WriteNode(int node)
    {
        if (!eventIds.TryGetValue(node, out var id))
            return $"({NativeSpans.Reference(entities.Get(node).Key)}{DescribeUnmentioned(node)})";
        if (!introduced.Add(node))
            return $"({NativeSpans.Reference(id)})";

        KeyValuePair<string, Value> kind = new(StoreEvents.Kind, Value.FromString(StoreEvents.GetKind(store, node)));
        var properties = StoreEvents.ListProperties(store, node).Prepend(kind);
        return $"({NativeSpans.Reference(id)}:{StoreEvents.Label}{WriteProperties(properties)})";
    }

    /// <summary>What the article itself does not name is described once, as it may be named nowhere.</summary>
    private string DescribeUnmentioned(int node)
    {
        if (!mentioned.Add(node))
            return "";

        var entity = entities.Get(node);
        var label = entity.Label.Length > 0 ? $":{QueryWords.Quote(entity.Label)}" : "";
        return entity.Name.Length > 0 ? $"{label} {{name: {ValueText.Quote(entity.Name)}}}" : label;
    }

    private string WriteProperties(IEnumerable<KeyValuePair<string, Value>> properties)
    {
        var entries = properties.Select(property => $"{QueryWords.Quote(property.Key)}: {Write(property)}").ToList();
        return entries.Count == 0 ? "" : $" {{{string.Join(", ", entries)}}}";
    }

    private string Write(KeyValuePair<string, Value> property) => property.Key == ClaimedBy && property.Value.Kind == ValueKind.String
        ? NativeSpans.Reference(property.Value.AsString())
        : Write(property.Value);

    private string Write(Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.List:
                return $"[{string.Join(", ", value.AsList().Select(Write))}]";
            case ValueKind.Boolean or ValueKind.Integer or ValueKind.Null:
            case ValueKind.Float when double.IsFinite(value.AsFloat()):
                return ValueText.Format(value);
            case not ValueKind.String:
                losses.Note("dates are written as texts, which are dates again by the graph type");
                break;
        }

        return ValueText.Quote(PlainText.Format(value));
    }

    /// <summary>What is read again is the sentences that name both ends, or the paragraph.</summary>
    private void CountMoved(Evidence place, TextSpan paragraph)
    {
        if (store.Articles.GetSentenceSpan(place) != place.Span || !paragraph.Contains(place.Span))
            losses.Count(
                "place of a fact becomes whole sentences of a paragraph", "places of facts become whole sentences of a paragraph");
    }
}
