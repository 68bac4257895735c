namespace Graph.Annotations;

/// <summary>
/// Gathers what one record says of its article. Mentions are known by an id, by their span, or by their place in the record.
/// </summary>
internal sealed class JsonArticleDraft(AnnotationFile file, ArticleMetadata metadata, string text, SourcePlace place, ReadingLog log)
{
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);
    private readonly Dictionary<TextSpan, int> mentionsBySpan = [];
    private readonly List<RelationAnnotation> relations = [];
    private readonly List<EventAnnotation> events = [];
    private readonly Dictionary<string, int> eventsById = new(StringComparer.Ordinal);
    private readonly List<CoreferenceChain> chains = [];

    public string Text => text;

    public SourcePlace Place => place;

    public ReadingLog Log => log;

    public ImmutableArray<TextSpan> Sentences { get; init; }

    public IReadOnlyList<Mention> Mentions => mentions;

    /// <summary>Adds a mention; one whose id is taken is reported and left out.</summary>
    public int? AddMention(string? id, ImmutableArray<string> types, TextSpan span, string? recorded =
        null) => AddMention(id, types, [span], recorded);

    /// <param name="recorded">The words that the record has for it.</param>
    public int? AddMention(string? id, ImmutableArray<string> types, ImmutableArray<TextSpan> fragments, string? recorded)
    {
        id ??= $"m{mentions.Count + 1}";
        if (!mentionsById.TryAdd(id, mentions.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
            return null;
        }

        var mention = new Mention(id, types.IsDefaultOrEmpty ? [""] : types, fragments, place);
        mentionsBySpan.TryAdd(mention.Span, mentions.Count);
        mentions.Add(mention with { RecordedSurface = CheckSurface(fragments, recorded) });
        return mentions.Count - 1;
    }

    /// <summary>Replaces a mention by one with more said about it.</summary>
    public void Complete(int? index, Func<Mention, Mention> change)
    {
        if (index is { } found)
            mentions[found] = change(mentions[found]);
    }

    public int? FindMention(string? id) => id is not null && mentionsById.TryGetValue(id, out var index) ? index : null;

    public int? FindMention(TextSpan span) => mentionsBySpan.TryGetValue(span, out var index) ? index : null;

    /// <summary>The mention with a span; where none was annotated, one of a layer of its own.</summary>
    public int FindOrAddMention(TextSpan span, string? layer, string type = "")
    {
        if (FindMention(span) is { } known)
            return known;
        var index = AddMention(null, [type], span)!.Value;
        mentions[index] = mentions[index] with { Layer = layer };
        return index;
    }

    /// <summary>The words that tell of an event.</summary>
    public int? AddTrigger(string? id, string type, TextSpan span, string? recorded = null)
    {
        var index = AddMention(id, [type], span, recorded);
        Complete(index, mention => mention with { Kind = MentionKind.Trigger });
        return index;
    }

    public Argument? FindArgument(string? id) =>
        FindMention(id) is { } mention
            ? new MentionArgument(mention)
            : id is not null && eventsById.TryGetValue(id, out var found) ? new EventArgument(found)
            : null;

    /// <summary>Adds a relation; an end that is not there is reported.</summary>
    public void AddRelation(
        string? id, string? type, Argument? source, Argument? target, Func<RelationAnnotation, RelationAnnotation>? complete = null)
    {
        if (type is null || source is null || target is null)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                place, "relation", type is null ? "it has no type" : "an end of it is no annotation of this article"));
            return;
        }

        var relation = new RelationAnnotation(id ?? $"r{relations.Count + 1}", type, source, target, place);
        if (source is MentionArgument from && target is MentionArgument to)
            relation = relation with { Fragments = [mentions[from.Index].Span.Cover(mentions[to.Index].Span)] };
        relations.Add(complete is null ? relation : complete(relation));
    }

    public void AddRelation(
        string? id, string? type, int? source, int? target, Func<RelationAnnotation, RelationAnnotation>? complete = null) =>
        AddRelation(id, type, ToArgument(source), ToArgument(target), complete);

    /// <summary>Makes an event known by its id before its arguments are read, as they may be events.</summary>
    public void DeclareEvent(string id) => eventsById.TryAdd(id, eventsById.Count);

    /// <summary>Adds an event. Where events were declared, all of them are added in that order.</summary>
    public void AddEvent(
        string? id,
        string type,
        int? trigger,
        IEnumerable<Participant> participants,
        ImmutableArray<TextSpan> fragments = default,
        Properties? properties = null) =>
        events.Add(new EventAnnotation(id ?? $"e{events.Count + 1}", type, trigger, [.. participants], place)
        {
            Fragments = !fragments.IsDefault ? fragments : trigger is { } words ? mentions[words].Fragments : [],
            Properties = properties ?? [],
        });

    public void AddChain(string? id, IEnumerable<int> members) =>
        chains.Add(new CoreferenceChain(id ?? $"c{chains.Count + 1}", [.. members.Distinct()], place));

    /// <summary>Where a recorded span lies in the text; one that lies outside is reported, and null.</summary>
    public TextSpan? FindSpan(TextOffsets offsets, RecordedSpan recorded)
    {
        if (offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
            return span;
        ReportSpan(recorded.Start, recorded.End, offsets.Length);
        return null;
    }

    /// <summary>Where tokens lie, the end behind the last one; those that are not there are reported, and null.</summary>
    public TextSpan? FindSpan(JsonTokens tokens, long start, long end, int? sentence = null)
    {
        if (tokens.TryGetSpan(start, end, out var span, sentence))
            return span;
        ReportSpan(start, end, tokens.Count);
        return null;
    }

    /// <summary>The same with the last token included.</summary>
    public TextSpan? FindSpanTo(JsonTokens tokens, long first, long last, int? sentence = null)
    {
        if (tokens.TryGetSpan(first, last + 1, out var span, sentence))
            return span;
        ReportSpan(first, last, tokens.Count);
        return null;
    }

    public void ReportSpan(long start, long end, int length) =>
        log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, start, end, length));

    public AnnotatedArticle ToArticle() => new(metadata, text)
    {
        File = file,
        Mentions = [.. mentions],
        Relations = [.. relations],
        Events = [.. events],
        Chains = [.. chains.Where(chain => chain.Mentions.Length > 0)],
        Sentences = Sentences,
    };

    private static MentionArgument? ToArgument(int? index) => index is { } found ? new MentionArgument(found) : null;

    private string? CheckSurface(ImmutableArray<TextSpan> fragments, string? recorded)
    {
        if (recorded is null)
            return null;

        var surface = Surfaces.Join(text, fragments);
        if (TextOffsets.IsSame(surface, recorded) || WithoutBlanks(surface) == WithoutBlanks(recorded))
            return null;

        log.ReportSurfaceMismatch(place, recorded, surface);
        return recorded;
    }

    /// <summary>Words that were split into tokens have blanks where the recorded ones have none.</summary>
    private static string WithoutBlanks(string surface) => string.Concat(surface.Where(character => !char.IsWhiteSpace(character)));
}
