namespace Graph.Annotations;

/// <summary>The mentions of one record, as its relations and events name them: by ids, places in their list, spans or words.</summary>
internal sealed class JsonMentions(JsonMap map, JsonSpans spans, ReadingLog log)
{
    private readonly List<Mention> mentions = [];
    private readonly List<int?> places = [];
    private readonly Dictionary<string, int> byId = new(StringComparer.Ordinal);
    private readonly Dictionary<TextSpan, List<int>> bySpan = [];
    private Dictionary<string, int>? byWords;

    public ImmutableArray<Mention> All => [.. mentions];

    /// <summary>Whether one has an id in the file.</summary>
    public bool HaveIds { get; private set; }

    public Mention this[int index]
    {
        get => mentions[index];
        set => mentions[index] = value;
    }

    /// <summary>Adds a mention; one whose id is taken is reported and left out.</summary>
    public int? Add(string? id, ImmutableArray<string> types, TextSpan span, SourcePlace place)
    {
        HaveIds |= id is not null;
        id ??= $"m{mentions.Count + 1}";
        if (!byId.TryAdd(id, mentions.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
            return null;
        }

        bySpan.AddTo(span, mentions.Count);
        mentions.Add(new Mention(id, types, [span], place));
        return mentions.Count - 1;
    }

    /// <summary>Gives the next place of the list to a mention, or to none.</summary>
    public void AddPlace(int? mention) => places.Add(mention);

    public int? AddTrigger(string type, TextSpan span, SourcePlace place)
    {
        var index = Add(null, [type], span, place);
        if (index is { } trigger)
            mentions[trigger] = mentions[trigger] with { Kind = MentionKind.Trigger };
        return index;
    }

    public int? Find(string id) => byId.TryGetValue(id, out var known) ? known : null;

    /// <summary>The mention whose id or place a field has; null, and a diagnostic, where there is none.</summary>
    /// <param name="isPlace">A number is a place in the list.</param>
    public int? Find(JsonRecord item, JsonField field, string what, bool isPlace)
    {
        if (isPlace && field.GetInteger(item.Root) is { } place && place >= 0 && place < places.Count)
            return places[(int)place];
        var id = field.GetText(item.Root);
        if (id is not null && Find(id) is { } known)
            return known;

        log.ReportMalformed(id is null
            ? ReadingDiagnostics.Malformed(item.Place, what, $"the field {field} is missing")
            : ReadingDiagnostics.UnknownReference(item.Place, id));
        return null;
    }

    /// <summary>The most certain mention with a span; null, and a diagnostic, where there is none.</summary>
    public int? Find(JsonRecord item, TextSpan span)
    {
        if (bySpan.TryGetValue(span, out var candidates))
            return candidates.MaxBy(index => mentions[index].Confidence ?? 1);
        log.ReportMalformed(ReadingDiagnostics.UnknownReference(item.Place, spans.GetWords(span)));
        return null;
    }

    /// <summary>The first mention with these words; null, and a diagnostic, where there is none.</summary>
    public int? FindWords(JsonRecord item, string? words)
    {
        if (byWords is null)
        {
            byWords = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (index, mention) in mentions.Index())
                byWords.TryAdd(mention.RecordedSurface ?? spans.GetWords(mention.Span), index);
        }

        if (words is not null && byWords.TryGetValue(words, out var known))
            return known;
        log.ReportMalformed(ReadingDiagnostics.UnknownReference(item.Place, words ?? ""));
        return null;
    }

    /// <summary>The types of all mentions over the words of one.</summary>
    public ImmutableArray<string> ListTypes(int mention) => [.. bySpan[mentions[mention].Span].Select(index => mentions[index].Type)];

    /// <summary>Where two fields say that words are; null, and a diagnostic, where that is not in the text.</summary>
    /// <param name="length">How long they are where the second field says nothing.</param>
    public TextSpan? ReadSpan(JsonRecord item, JsonField start, JsonField end, string what, long? length = null)
    {
        if (start.GetInteger(item.Root) is not { } from || (end.GetInteger(item.Root) ?? from + length) is not { } to)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(item.Place, what, $"the fields {start} and {end} are whole numbers"));
            return null;
        }

        var sentence = map.Mention.Sentence.IsEmpty ? null : (int?)map.Mention.Sentence.GetInteger(item.Root);
        if (spans.TryGet(from, to, out var span, sentence))
            return span;

        log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(item.Place, from, to, spans.Length));
        return null;
    }
}
