namespace Graph.Annotations;

/// <summary>
/// Gathers what a file says of the text in another one: entities with their mentions, and facts as often as the text tells them. What is
/// wrong is reported and left out.
/// </summary>
internal sealed class StandoffDraft(MarkedSpans spans, ReadingLog log)
{
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<int>> entities = new(StringComparer.Ordinal);
    private readonly Dictionary<int, string> entityOfMention = [];
    private readonly List<CoreferenceChain> chains = [];
    private readonly List<RelationAnnotation> relations = [];
    private readonly List<EventAnnotation> events = [];

    /// <summary>How many mentions there are; the index of the next.</summary>
    public int Count => mentions.Count;

    /// <summary>Where the words of an annotation stand; null, and a diagnostic, where that is not in the text.</summary>
    /// <param name="recorded">The words of the file, where those of the text are others.</param>
    public TextSpan? Find(RecordedSpan? place, SourcePlace at, out string? recorded)
    {
        recorded = null;
        if (place is not { } read)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(at, "mention", "it does not say where it begins and ends"));
            return null;
        }

        if (!spans.TryGetSpan(read.Start, read.End, out var span))
        {
            log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(at, read.Start, read.End, spans.Length));
            return null;
        }

        recorded = log.CheckSurface(at, read.Surface, spans.Text.Substring(span.Start, span.Length));
        return span;
    }

    /// <summary>The words of a span on one line.</summary>
    public string Describe(TextSpan span) => spans.Text.Substring(span.Start, span.Length).ReplaceLineEndings(" ");

    public string Describe(int mention) => Describe(mentions[mention].Span);

    public int? AddMention(
        string? id, ImmutableArray<string> types, RecordedSpan? place, SourcePlace at, Func<Mention, Mention>? complete = null)
    {
        if (Find(place, at, out var recorded) is not { } span)
            return null;
        id ??= $"m{mentions.Count + 1}";
        if (!mentionsById.TryAdd(id, mentions.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(at, id));
            return null;
        }

        var mention = new Mention(id, types, [span], at) { RecordedSurface = recorded };
        mentions.Add(complete is null ? mention : complete(mention));
        return mentions.Count - 1;
    }

    /// <summary>Makes all mentions since one of them mentions of one entity.</summary>
    public void AddEntity(string id, int first, SourcePlace at)
    {
        var members = Enumerable.Range(first, mentions.Count - first).ToImmutableArray();
        entities[id] = members;
        foreach (var member in members)
            entityOfMention[member] = id;
        if (members.Length > 1)
            chains.Add(new CoreferenceChain(id, members, at));
    }

    /// <summary>By the id of a mention, or the first of an entity; null, and a diagnostic, where nothing is called so.</summary>
    public int? FindMention(SourcePlace at, params ReadOnlySpan<string?> ids)
    {
        foreach (var id in ids)
        {
            if (id is not null && mentionsById.TryGetValue(id, out var index))
                return index;
            if (id is not null && entities.TryGetValue(id, out var members) && members.Length > 0)
                return members[0];
        }

        var wanted = "";
        foreach (var id in ids)
            wanted = wanted.Length > 0 ? wanted : id ?? "";
        log.ReportMalformed(ReadingDiagnostics.UnknownReference(at, wanted));
        return null;
    }

    public void AddRelation(RelationAnnotation relation) => relations.Add(relation);

    /// <summary>An event that the text tells of several times is one, with a participant for each time that it names one.</summary>
    /// <param name="further">Participants of the event itself, which count where no mention of it names the same entity.</param>
    public void AddEvent(
        EventAnnotation annotation, IReadOnlyList<EventMention> eventMentions, IEnumerable<(string Role, int Mention)> further)
    {
        var participants = new List<Participant>();
        var named = new HashSet<(string, string)>();
        var triggers = new List<int>();
        foreach (var eventMention in eventMentions)
        {
            if (eventMention.Trigger is { } trigger)
                triggers.Add(trigger);
            foreach (var (role, mention) in eventMention.Arguments)
            {
                named.Add((role, GetEntity(mention)));
                participants.Add(new Participant(role, new MentionArgument(mention)) { Span = eventMention.Extent });
            }
        }

        participants.AddRange(further
            .Where(argument => !named.Contains((argument.Role, GetEntity(argument.Mention))))
            .Select(argument => new Participant(argument.Role, new MentionArgument(argument.Mention))));
        events.Add(annotation with
        {
            Trigger = triggers.Count > 0 ? triggers[0] : null,
            Participants = [.. participants],
            Fragments = triggers.Count > 0 ? mentions[triggers[0]].Fragments : [],
            Repeated = [.. triggers.Skip(1).Select(trigger => mentions[trigger].Span)],
        });
        log.Count("further mentions of events", Math.Max(0, triggers.Count - 1));
    }

    public AnnotatedArticle ToArticle(AnnotationFile file, ArticleMetadata metadata) => new(metadata, spans.Text)
    {
        File = file,
        Mentions = [.. mentions],
        Chains = [.. chains],
        Relations = [.. relations],
        Events = [.. events],
        Sentences = MarkedSentences.Split(spans.Text, spans.Breaks),
    };

    private string GetEntity(int mention) => entityOfMention.GetValueOrDefault(mention) ?? $"#{mention}";
}

/// <summary>One place at which a text tells of an event.</summary>
/// <param name="Trigger">The mention that is the word for it, or null.</param>
/// <param name="Extent">The words that say who takes part; null for all between.</param>
internal sealed record EventMention(int? Trigger, TextSpan? Extent, IReadOnlyList<(string Role, int Mention)> Arguments);
