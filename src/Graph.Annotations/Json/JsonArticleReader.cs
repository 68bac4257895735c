using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Turns one document record with its mentions and relations into an article.</summary>
internal sealed class JsonArticleReader
{
    private readonly AnnotationFile file;
    private readonly JsonMap map;
    private readonly ReadingLog log;
    private readonly ArticleMetadata metadata;
    private readonly string text;
    private readonly JsonSpans spans;
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);
    private readonly Dictionary<TextSpan, List<int>> mentionsBySpan = [];

    private JsonArticleReader(AnnotationFile file, JsonMap map, ArticleMetadata metadata, string text, JsonSpans spans, ReadingLog log)
    {
        (this.file, this.map, this.metadata, this.text, this.spans, this.log) = (file, map, metadata, text, spans, log);
    }

    /// <summary>Reads what a record says of the article itself; null, and a diagnostic, where it has no text.</summary>
    public static JsonArticleReader? Start(AnnotationFile file, JsonRecord record, JsonMap map, ReadingLog log)
    {
        if (!map.Text.TryGet(record.Root, out var value) || JsonSpans.Create(value, map.Unit, out var text) is not { } spans)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "article", $"the field {map.Text} is missing or no text"));
            return null;
        }

        var published = MetadataDate.Parse(map.Published.GetText(record.Root), record.Place, log);
        var metadata = new ArticleMetadata(
            map.Id.GetText(record.Root), map.Title.GetText(record.Root), published,
            map.Source.GetText(record.Root), map.Language.GetText(record.Root),
            map.Url.GetText(record.Root));
        return new JsonArticleReader(file, map, metadata, text, spans, log);
    }

    public AnnotatedArticle Read(IEnumerable<JsonRecord> mentionItems, IEnumerable<JsonRecord> relationItems)
    {
        foreach (var item in mentionItems)
            AddMention(item);
        var relations = new List<RelationAnnotation>();
        foreach (var item in relationItems)
        {
            if (ReadRelation(item, relations.Count + 1) is { } relation)
                relations.Add(relation);
        }

        return new AnnotatedArticle(metadata, text) { File = file, Mentions = [.. mentions], Relations = [.. relations] };
    }

    private void AddMention(JsonRecord item)
    {
        var fields = map.Mention;
        if (ReadSpan(item, fields.Start, fields.End, "mention") is not { } span)
            return;

        var id = fields.Id.GetText(item.Root) ?? $"m{mentions.Count + 1}";
        if (!mentionsById.TryAdd(id, mentions.Count))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(item.Place, id));
            return;
        }

        if (!mentionsBySpan.TryGetValue(span, out var atSpan))
            mentionsBySpan.Add(span, atSpan = []);
        atSpan.Add(mentions.Count);
        mentions.Add(new Mention(id, [fields.Type.GetText(item.Root) ?? ""], [span], item.Place)
        {
            EntityId = fields.Entity.GetText(item.Root),
            Confidence = fields.Confidence.GetNumber(item.Root),
            RecordedSurface = CheckSurface(item, span),
            Properties = GetOthers(item.Root, fields.Names),
        });
    }

    private string? CheckSurface(JsonRecord item, TextSpan span)
    {
        var recorded = map.Mention.Surface.GetText(item.Root);
        if (recorded is null || text.AsSpan(span.Start, span.Length).SequenceEqual(recorded))
            return null;

        log.ReportSurfaceMismatch(item.Place, recorded, text.Substring(span.Start, span.Length));
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
            Status = fields.Confidence.GetNumber(item.Root) is { } confidence ? new FactStatus(Confidence: confidence) : FactStatus.Asserted,
            Properties = GetRelationProperties(item, source.Value, target.Value),
            IsCoreference = fields.Coreference.Contains(type),
        };
    }

    private int? FindEnd(JsonRecord item, JsonField byId, JsonField start, JsonField end)
    {
        if (!map.Relation.IsBySpan)
        {
            var id = byId.GetText(item.Root);
            if (id is not null && mentionsById.TryGetValue(id, out var known))
                return known;
            log.ReportMalformed(id is null
                ? ReadingDiagnostics.Malformed(item.Place, "relation", $"the field {byId} is missing")
                : ReadingDiagnostics.UnknownReference(item.Place, id));
            return null;
        }

        if (ReadSpan(item, start, end, "relation") is not { } span)
            return null;
        if (mentionsBySpan.TryGetValue(span, out var candidates))
            return candidates.MaxBy(index => mentions[index].Confidence ?? 1);

        log.ReportMalformed(ReadingDiagnostics.UnknownReference(item.Place, text.Substring(span.Start, span.Length)));
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
        if (start.GetInteger(item.Root) is not { } from || end.GetInteger(item.Root) is not { } to)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(item.Place, what, $"the fields {start} and {end} are whole numbers"));
            return null;
        }

        if (spans.TryGet(from, to, out var span))
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
            if (property.Value.ValueKind != JsonValueKind.Null && !known.Contains(name) && map.Files?.Key.Has(name) != true)
                (others ??= []).Add(new(name, JsonText.ToValue(property.Value)));
        }

        return others is null ? [] : [.. others];
    }
}
