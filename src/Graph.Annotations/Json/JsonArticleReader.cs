using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Turns one document record with its mentions, relations and events into an article, by a map.</summary>
internal sealed class JsonArticleReader
{
    private const string Relation = "relation";

    private readonly JsonMap map;
    private readonly JsonReading reading;
    private readonly ReadingLog log;
    private readonly AnnotationFile file;
    private readonly ArticleMetadata metadata;
    private readonly JsonRecord record;
    private readonly JsonSpans spans;
    private readonly List<Mention> mentions = [];
    private readonly List<int?> positions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);
    private readonly Dictionary<TextSpan, List<int>> mentionsBySpan = [];
    private Dictionary<string, int>? mentionsByWords;
    private bool hasOwnIds;

    private JsonArticleReader(JsonRecord record, JsonMap map, ArticleMetadata metadata, JsonSpans spans, JsonReading reading)
    {
        (this.record, this.map, this.metadata, this.spans, this.reading) = (record, map, metadata, spans, reading);
        (log, file) = (reading.Log, reading.File);
    }

    private string Text => spans.Text;

    /// <summary>Reads what a record says of the article itself; null, and a diagnostic, where it has no text.</summary>
    public static JsonArticleReader? Start(JsonRecord record, JsonMap map, JsonReading reading)
    {
        var root = record.Root;
        if (map.Skip.Any(skip => skip.Key.GetText(root) is { } value && skip.Value.Contains(value)))
        {
            reading.Log.Count("records left out");
            return null;
        }

        if (JsonSpans.Create(root, map.Text, map.Unit) is not { } spans)
        {
            reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(
                record.Place, "article", $"the field {map.Text} is missing or no text"));
            return null;
        }

        reading.CountUnread(root, map.Names);
        reading.CountBeside(root, map.Paths);
        foreach (var name in map.Lists.Select(field => field.FindOtherThanList(root)).OfType<string>())
            reading.Log.CountLoss($"values of '{name}' that are no list");
        var published = JsonDates.Parse(map.Published.GetText(root), record.Place, reading.Log) ?? JsonDates.FindOther(root);
        var metadata = new ArticleMetadata(
            map.Id.GetText(root),
            map.Title.GetText(root),
            published,
            map.Source.GetText(root),
            map.Language.GetText(root),
            map.Url.GetText(root));
        if (root.Get("meta").IsObject() || root.Get("metadata").IsObject())
            metadata = metadata.Or(reading.ReadMetadata(root, record.Place));
        return new JsonArticleReader(record, map, metadata, spans, reading);
    }

    public AnnotatedArticle Read(
        IEnumerable<JsonRecord> mentionItems, IEnumerable<JsonRecord> relationItems, IEnumerable<JsonRecord> eventItems)
    {
        if (!map.IsUnitCertain && !(spans.HasOneCounting() && FirstFits(mentionItems)))
            mentionItems = ChooseCounting(mentionItems);
        foreach (var item in mentionItems)
            positions.Add(AddMention(item));
        if (!map.Tags.IsEmpty)
            AddTags();
        var relations = new List<RelationAnnotation>();
        foreach (var item in relationItems)
        {
            if (ReadRelation(item, relations.Count + 1) is { } relation)
                relations.Add(relation);
        }

        var events = new JsonEventReader(map.Event, spans, log, AddTrigger, FindEnd).Read(eventItems);
        return new AnnotatedArticle(metadata, Text)
        {
            File = file,
            Mentions = [.. mentions],
            Relations = [.. relations],
            Events = events,
            Chains = map.Chains is { } chains ? ReadChains(chains) : [],
            Sentences = spans.Sentences,
        };
    }

    private ImmutableArray<CoreferenceChain> ReadChains(ChainListLayout chains)
    {
        var result = ImmutableArray.CreateBuilder<CoreferenceChain>();
        foreach (var chain in record.Root.Items(chains.List))
        {
            // A mention that could not be read was told.
            var members = chains.Read(chain).Where(mentionsById.ContainsKey).Select(id => mentionsById[id]).Distinct().ToImmutableArray();
            if (!members.IsEmpty)
                result.Add(new CoreferenceChain(chain.Text("id") ?? $"c{result.Count + 1}", members, record.Place));
        }

        return result.ToImmutable();
    }

    /// <summary>Whether the first mention is where its words are; else the end may be counted otherwise.</summary>
    private bool FirstFits(IEnumerable<JsonRecord> items) =>
        items.FirstOrDefault() is not { } first || spans.Fits(GetRecordedSpan(first.Root));

    /// <summary>doccano counts UTF-16 units, most others code points; the words show which.</summary>
    private List<JsonRecord> ChooseCounting(IEnumerable<JsonRecord> items)
    {
        var list = items.ToList();
        var isUtf16 = list.Exists(item => item.Root.Get("start_offset").ValueKind == JsonValueKind.Number)
            || (ReferenceEquals(map, JsonMaps.Labels) && record.Root.TryGetProperty("label", out _));
        var recorded = list.ConvertAll(item => GetRecordedSpan(item.Root));
        spans.Choose(recorded, isUtf16);
        // A record with few spans does not show it by itself, though others of its file do.
        if (spans.MayIncludeLast(recorded) && reading.IncludesLastCharacter(ShowsLast))
            spans.IncludeLast();
        return list;
    }

    private bool ShowsLast(JsonElement other) => JsonSpans.Create(other, map.Text, map.Unit) is { IsByTokens: false } own
        && own.ShowsLast([.. map.Mentions.GetAll(other).Select(GetRecordedSpan)]);

    private RecordedSpan GetRecordedSpan(JsonElement item)
    {
        var start = map.Mention.Start.GetInteger(item);
        var end = map.Mention.End.GetInteger(item) ?? start + GetLength(item);
        return new RecordedSpan(start ?? -1, end ?? -1, map.Mention.Surface.GetText(item));
    }

    /// <summary>Where a map names neither an end nor a length, that of the words.</summary>
    private long? GetLength(JsonElement item) => map.Mention.Length.GetInteger(item)
        ?? (map.Mention.End.IsEmpty && map.Mention.Length.IsEmpty ? map.Mention.Surface.GetText(item)?.EnumerateRunes().Count() : null);

    private int? AddMention(JsonRecord item)
    {
        var fields = map.Mention;
        if (ReadSpan(item, fields.Start, fields.End, "mention") is not { } span)
            return null;

        var ownId = fields.Id.GetText(item.Root);
        hasOwnIds |= ownId is not null;
        var types = fields.Type.GetTexts(item.Root);
        var index = AddMention(ownId, types.IsEmpty ? [""] : types, span, item.Place);
        if (index is { } added)
        {
            mentions[added] = JsonLinks.Take(mentions[added] with
            {
                EntityId = fields.Entity.GetText(item.Root),
                Confidence = fields.Confidence.GetNumber(item.Root),
                RecordedSurface = CheckSurface(item, span),
                Properties = GetMentionProperties(item.Root),
            });
        }

        return index;
    }

    private int? AddMention(string? ownId, ImmutableArray<string> types, TextSpan span, SourcePlace place)
    {
        var id = ownId ?? $"m{mentions.Count + 1}";
        if (!mentionsById.TryAdd(id, mentions.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
            return null;
        }

        if (!mentionsBySpan.TryGetValue(span, out var atSpan))
            mentionsBySpan.Add(span, atSpan = []);
        atSpan.Add(mentions.Count);
        mentions.Add(new Mention(id, types, [span], place));
        return mentions.Count - 1;
    }

    private int? AddTrigger(JsonRecord item, string type, TextSpan span)
    {
        var index = AddMention(null, [type], span, item.Place);
        if (index is { } trigger)
            mentions[trigger] = mentions[trigger] with { Kind = MentionKind.Trigger };
        return index;
    }

    /// <summary>A tag for each token, as text or as its place in the table of labels.</summary>
    private void AddTags()
    {
        var items = map.Tags.GetAll(record.Root).SelectMany(item => item.IsArray() ? item.Items() : [item]).ToList();
        if (items.Count != spans.TokenCount)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                record.Place,
                "list of tags",
                $"it has {items.Count} tags for {spans.TokenCount} tokens; offsets by tags need 'unit: tokens'"));
            return;
        }

        var tags = new TagSequence();
        foreach (var (token, item) in items.Index())
        {
            var tag = item.Integer() is { } number && number >= 0 && number < map.TagLabels.Length
                ? map.TagLabels[(int)number]
                : item.Text() ?? "";
            tags.Add(token, tag);
        }

        tags.Break();
        foreach (var run in tags.Runs)
        {
            if (spans.TryGet(run.First, map.Unit == SpanUnit.TokensInclusive ? run.Last : run.Last + 1, out var span))
                positions.Add(AddMention(null, [run.Type], span, record.Place));
        }
    }

    private Properties GetMentionProperties(JsonElement item)
    {
        var others = GetOthers(item, map.Mention.Names);
        return map.Mention.Annotator.GetText(item) is { } annotator ? others.Add(new("annotator", Value.FromString(annotator))) : others;
    }

    private string? CheckSurface(JsonRecord item, TextSpan span)
    {
        var recorded = map.Mention.Surface.GetText(item.Root);
        if (recorded is null || Text.AsSpan(span.Start, span.Length).SequenceEqual(recorded))
            return null;

        log.ReportSurfaceMismatch(item.Place, recorded, Text.Substring(span.Start, span.Length));
        return recorded;
    }

    private RelationAnnotation? ReadRelation(JsonRecord item, int number)
    {
        var fields = map.Relation;
        if (fields.Type.GetText(item.Root) is not { } type)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(item.Place, "relation", $"the field {fields.Type} is missing"));
            return null;
        }

        var source = FindEnd(item, fields.Source, fields.SourceStart, fields.SourceEnd);
        var target = FindEnd(item, fields.Target, fields.TargetStart, fields.TargetEnd);
        if (source is null || target is null)
            return null;

        return new RelationAnnotation(fields.Id.GetText(item.Root) ?? $"r{number}", type, new MentionArgument(source.Value),
            new MentionArgument(target.Value), item.Place)
        {
            Fragments = GetFragments(item, source.Value, target.Value),
            Status = fields.Confidence.GetNumber(item.Root) is { } confidence
                ? new FactStatus(Confidence: confidence)
                : FactStatus.Asserted,
            Properties = GetRelationProperties(item, source.Value, target.Value),
            IsCoreference = fields.Coreference.Contains(type),
        };
    }

    private int? FindEnd(JsonRecord item, JsonField byId, JsonField start, JsonField end)
    {
        if (!map.Relation.IsBySpan)
            return FindEnd(item, byId, Relation);
        if (ReadSpan(item, start, end, "relation") is not { } span)
            return null;
        if (mentionsBySpan.TryGetValue(span, out var candidates))
            return candidates.MaxBy(index => mentions[index].Confidence ?? 1);

        log.ReportMalformed(ReadingDiagnostics.UnknownReference(item.Place, Text.Substring(span.Start, span.Length)));
        return null;
    }

    /// <summary>A mention by its id or, where mentions have none of their own, by its place in their list.</summary>
    private int? FindEnd(JsonRecord item, JsonField byId, string what)
    {
        var id = byId.GetText(item.Root);
        if (map.Relation.Ends == EndKind.Words && what == Relation)
            return FindWords(item, id);
        if ((map.Relation.Ends is { } kind && what == Relation ? kind == EndKind.Place : !hasOwnIds)
            && byId.GetInteger(item.Root) is { } position
            && position >= 0
            && position < positions.Count)
            return positions[(int)position];
        if (id is not null && mentionsById.TryGetValue(id, out var known))
            return known;

        log.ReportMalformed(id is null
            ? ReadingDiagnostics.Malformed(item.Place, what, $"the field {byId} is missing")
            : ReadingDiagnostics.UnknownReference(item.Place, id));
        return null;
    }

    /// <summary>The first mention with these words.</summary>
    private int? FindWords(JsonRecord item, string? words)
    {
        if (mentionsByWords is null)
        {
            mentionsByWords = new Dictionary<string, int>(StringComparer.Ordinal);
            foreach (var (index, mention) in mentions.Index())
                mentionsByWords.TryAdd(mention.RecordedSurface ?? Text.Substring(mention.Span.Start, mention.Span.Length), index);
        }

        if (words is not null && mentionsByWords.TryGetValue(words, out var known))
            return known;
        log.ReportMalformed(ReadingDiagnostics.UnknownReference(item.Place, words ?? ""));
        return null;
    }

    /// <summary>From the first to the last of both ends and of the words that say it.</summary>
    private ImmutableArray<TextSpan> GetFragments(JsonRecord item, int source, int target)
    {
        var fields = map.Relation;
        var cover = mentions[source].Span.Cover(mentions[target].Span);
        return fields.Start.GetInteger(item.Root) is { } start && fields.End.GetInteger(item.Root) is { } end
            && spans.TryGet(start, end, out var words)
            ? [cover.Cover(words)]
            : [cover];
    }

    private Properties GetRelationProperties(JsonRecord item, int source, int target)
    {
        var fields = map.Relation;
        var properties = fields.Properties
            .Where(property => property.Value.TryGet(item.Root, out var value) && value.ValueKind != JsonValueKind.False
                && value.GetRawText() != "\"\"")
            .Select(property => KeyValuePair.Create(
                property.Key, JsonText.ToValue(property.Value.TryGet(item.Root, out var value) ? value : default)))
            .ToImmutableArray()
            .AddRange(GetOthers(item.Root, fields.Names));
        return fields.IsBySpan ? AddAmbiguity(AddAmbiguity(properties, "sourceTypes", source), "targetTypes", target) : properties;
    }

    /// <summary>
    /// Where a span carries mentions of several types, the most certain one was taken; the relation says which there were.
    /// </summary>
    private Properties AddAmbiguity(Properties properties, string name, int mention)
    {
        var candidates = mentionsBySpan[mentions[mention].Span];
        if (candidates.Count < 2)
            return properties;

        log.Count("relation ends with several types");
        return properties.Add(new(name, Value.FromList([.. candidates.Select(index => Value.FromString(mentions[index].Type))])));
    }

    private TextSpan? ReadSpan(JsonRecord item, JsonField start, JsonField end, string what)
    {
        var length = ReferenceEquals(start, map.Mention.Start) ? GetLength(item.Root) : null;
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

    /// <summary>The fields of an object that the map does not name.</summary>
    private Properties GetOthers(JsonElement item, IReadOnlySet<string> known)
    {
        if (item.ValueKind != JsonValueKind.Object)
            return [];

        // Most items have none, and there are millions of them.
        List<KeyValuePair<string, Value>>? others = null;
        foreach (var property in item.EnumerateObject())
        {
            var name = property.Name;
            if (property.Value.IsSaying() && !known.Contains(name) && map.Files?.Key.Has(name) != true)
                (others ??= []).Add(new(name, JsonText.ToValue(property.Value)));
        }

        return others is null ? [] : [.. others];
    }
}

/// <summary>Reads the events of a record: a trigger that is a span or the id of a mention, and arguments that name mentions.</summary>
internal sealed class JsonEventReader(
    JsonEventMap map,
    JsonSpans spans,
    ReadingLog log,
    Func<JsonRecord, string, TextSpan, int?> addTrigger,
    Func<JsonRecord, JsonField, string, int?> findMention)
{
    public ImmutableArray<EventAnnotation> Read(IEnumerable<JsonRecord> items)
    {
        var events = ImmutableArray.CreateBuilder<EventAnnotation>();
        foreach (var item in items)
        {
            var type = map.Type.GetText(item.Root) ?? "";
            var trigger = FindTrigger(item, type, out var span);
            var participants = ImmutableArray.CreateBuilder<Participant>();
            foreach (var argument in map.Arguments.GetAll(item.Root))
            {
                if (findMention(item with { Root = argument }, map.Target, "argument") is { } mention)
                    participants.Add(new Participant(map.Role.GetText(argument) ?? "", new MentionArgument(mention))
                    {
                        Properties = argument.Others(map.ArgumentNames),
                    });
            }

            events.Add(new EventAnnotation(
                map.Id.GetText(item.Root) ?? $"e{events.Count + 1}", type, trigger, participants.ToImmutable(), item.Place)
            {
                Fragments = span is { } words ? [words] : [],
                Properties = item.Root.Others(map.Names),
            });
        }

        return events.ToImmutable();
    }

    private int? FindTrigger(JsonRecord item, string type, out TextSpan? span)
    {
        span = null;
        if (map.TriggerStart.GetInteger(item.Root) is { } start && map.TriggerEnd.GetInteger(item.Root) is { } end)
        {
            if (spans.TryGet(start, end, out var words))
            {
                span = words;
                return addTrigger(item, type, words);
            }

            log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(item.Place, start, end, spans.Length));
            return null;
        }

        return map.Trigger.TryGet(item.Root, out var named) && named.Text() is not null ? findMention(item, map.Trigger, "trigger") : null;
    }
}
