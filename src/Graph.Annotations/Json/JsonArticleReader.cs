using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Turns one document record with its mentions, relations and events into an article, by a map.</summary>
internal sealed class JsonArticleReader
{
    private readonly JsonMap map;
    private readonly JsonReading reading;
    private readonly ReadingLog log;
    private readonly ArticleMetadata metadata;
    private readonly JsonRecord record;
    private readonly JsonSpans spans;
    private readonly JsonMentions mentions;
    private readonly IReadOnlySet<string> taken;

    private JsonArticleReader(JsonRecord record, JsonMap map, ArticleMetadata metadata, JsonSpans spans, JsonReading reading)
    {
        (this.record, this.map, this.metadata, this.spans, this.reading) = (record, map, metadata, spans, reading);
        log = reading.Log;
        taken = map.AddKey(map.Mention.Names);
        mentions = new JsonMentions(map, spans, log);
    }

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
        var holder = map.Text.Paths.Select(JsonPath.GetHolder).FirstOrDefault(path => path.Length > 0 && JsonPath.Find(root, path).Any());
        reading.CountBeside(root, map.Paths, holder);
        foreach (var name in map.Lists.Select(field => field.FindOtherThanList(root)).OfType<string>())
            reading.Log.CountLoss($"values of '{name}' that are no list");
        var published = JsonDates.Parse(map.Published.GetText(root), record.Place, reading.Log) ?? JsonDates.FindOther(root);
        var metadata = new ArticleMetadata(
            map.Id.GetText(root) ?? JsonIds.Find(root),
            map.Title.GetText(root),
            published,
            map.Source.GetText(root),
            map.Language.GetText(root),
            map.Url.GetText(root));
        if (root.Get("meta").IsObject() || root.Get("metadata").IsObject())
            metadata = metadata.Or(reading.ReadMetadata(root, record.Place));
        if (holder is not null)
            metadata = metadata.Or(reading.ReadMetadata(JsonPath.Find(root, holder).First(), record.Place));
        return new JsonArticleReader(record, map, metadata, spans, reading);
    }

    public AnnotatedArticle Read(
        IEnumerable<JsonRecord> mentionItems, IEnumerable<JsonRecord> relationItems, IEnumerable<JsonRecord> eventItems)
    {
        if (!map.IsUnitCertain && !(spans.HasOneCounting() && FirstFits(mentionItems)))
            mentionItems = ChooseCounting(mentionItems, eventItems);
        foreach (var item in mentionItems)
            mentions.AddPlace(AddMention(item));
        if (!map.Tags.IsEmpty)
            AddTags();
        var relations = new JsonRelationReader(map, spans, mentions, log).Read(relationItems);
        // Their triggers are mentions too.
        var events = new JsonEventReader(map.Event, spans, mentions, log).Read(eventItems);
        return new AnnotatedArticle(metadata, spans.Text)
        {
            File = reading.File,
            Mentions = mentions.All,
            Relations = relations,
            Events = events,
            Chains = map.Chains is { } chains ? ReadChains(chains) : [],
            Sentences = spans.Sentences,
        };
    }

    private ImmutableArray<CoreferenceChain> ReadChains(ChainListLayout chains)
    {
        var result = ImmutableArray.CreateBuilder<CoreferenceChain>();
        foreach (var chain in new JsonField(chains.List).GetAll(record.Root))
        {
            // A mention that could not be read was told.
            var members = chains.Read(chain).Select(mentions.Find).OfType<int>().Distinct().ToImmutableArray();
            if (!members.IsEmpty)
                result.Add(new CoreferenceChain(chain.Text("id") ?? $"c{result.Count + 1}", members, record.Place));
        }

        return result.ToImmutable();
    }

    /// <summary>Whether the first mention is where its words are; else the end may be counted otherwise.</summary>
    private bool FirstFits(IEnumerable<JsonRecord> items) =>
        items.FirstOrDefault() is not { } first || spans.Fits(GetRecordedSpan(first.Root));

    /// <summary>doccano counts UTF-16 units, most others code points; the words show which.</summary>
    private List<JsonRecord> ChooseCounting(IEnumerable<JsonRecord> items, IEnumerable<JsonRecord> events)
    {
        var list = items.ToList();
        var isUtf16 = list.Exists(item => item.Root.Get("start_offset").ValueKind == JsonValueKind.Number)
            || (ReferenceEquals(map, JsonMaps.Labels) && record.Root.TryGetProperty("label", out _));
        var recorded = list.Count > 0 ? list.ConvertAll(item => GetRecordedSpan(item.Root))
            : [.. events.Select(item => GetTriggerSpan(item.Root)).Where(span => span.Start >= 0)];
        spans.Choose(recorded, isUtf16);
        // A record with few spans does not show it by itself, though others of its file do.
        if (spans.MayIncludeLast(recorded) && reading.IncludesLastCharacter(CountWhole))
            spans.IncludeLast();
        return list;
    }

    private (int Without, int With) CountWhole(JsonElement other) =>
        JsonSpans.Create(other, map.Text, map.Unit) is { IsByTokens: false } own
            ? own.CountWhole([.. map.Mentions.GetAll(other).Select(GetRecordedSpan)])
            : (0, 0);

    private RecordedSpan GetRecordedSpan(JsonElement item)
    {
        var start = map.Mention.Start.GetInteger(item);
        var end = map.Mention.End.GetInteger(item) ?? start + GetLength(item);
        return new RecordedSpan(start ?? -1, end ?? -1, map.Mention.Surface.GetText(item));
    }

    private RecordedSpan GetTriggerSpan(JsonElement item) => new(
        map.Event.TriggerStart.GetInteger(item) ?? -1, map.Event.TriggerEnd.GetInteger(item) ?? -1, map.Event.Trigger.GetText(item));

    /// <summary>Where a map names neither an end nor a length, that of the words.</summary>
    private long? GetLength(JsonElement item) => map.Mention.Length.GetInteger(item)
        ?? (map.Mention.End.IsEmpty && map.Mention.Length.IsEmpty ? map.Mention.Surface.GetText(item)?.EnumerateRunes().Count() : null);

    private int? AddMention(JsonRecord item)
    {
        var fields = map.Mention;
        if (map.Unit == SpanUnit.Characters && fields.Start.GetInteger(item.Root) is not null && GetRecordedSpan(item.Root).IsNowhere)
        {
            log.CountLoss("mentions without a place", 1, item.Place);
            return null;
        }

        if (mentions.ReadSpan(item, fields.Start, fields.End, "mention", GetLength(item.Root)) is not { } span)
            return null;

        var types = fields.Type.GetTexts(item.Root);
        var index = mentions.Add(fields.Id.GetText(item.Root), types.IsEmpty ? [""] : types, span, item.Place);
        if (index is { } added)
        {
            mentions[added] = JsonLinks.Take(mentions[added] with
            {
                EntityId = fields.Entity.GetText(item.Root),
                Confidence = fields.Confidence.GetNumber(item.Root),
                RecordedSurface = CheckSurface(item, span),
                Properties = GetProperties(item.Root),
            });
        }

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
                mentions.AddPlace(mentions.Add(null, [run.Type], span, record.Place));
        }
    }

    private Properties GetProperties(JsonElement item)
    {
        var others = item.Others(taken);
        foreach (var (path, inner) in map.Mention.Holders)
        {
            if (JsonPath.Find(item, path).FirstOrDefault().Others(inner) is { IsEmpty: false } more)
                others = [.. others.Concat(more).DistinctBy(property => property.Key)];
        }

        return map.Mention.Annotator.GetText(item) is { } annotator ? others.Add(new("annotator", Value.FromString(annotator))) : others;
    }

    private string? CheckSurface(JsonRecord item, TextSpan span)
    {
        var recorded = map.Mention.Surface.GetText(item.Root);
        if (recorded is null || spans.Text.AsSpan(span.Start, span.Length).SequenceEqual(recorded))
            return null;

        log.ReportSurfaceMismatch(item.Place, recorded, spans.GetWords(span));
        return recorded;
    }
}
