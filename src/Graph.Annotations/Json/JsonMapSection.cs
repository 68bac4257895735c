namespace Graph.Annotations;

/// <summary>
/// The <c>json</c> section: which field is what. A field is a name, a position, or a list of names of which the first that is there counts:
/// <c>{text: body, unit: utf16, mentions: {list: spans, start: from, end: to, type: tag}, relations: {list: links, source: a, target:
/// b}, events: {list: events, start: trigger.from, end: trigger.to, arguments: roles}, skip: {answer: [reject]}}</c>. A name may be a path,
/// <c>data.text</c> or <c>annotations[].result[]</c>. Mentions may be a tag for each token: <c>{tags: ner_tags, labels: [O, B-PER,
/// I-PER]}</c>.
/// </summary>
internal static class JsonMapSection
{
    private static readonly ImmutableDictionary<string, SpanUnit> Units = new Dictionary<string, SpanUnit>
    {
        ["characters"] = SpanUnit.Characters,
        ["utf16"] = SpanUnit.Utf16,
        ["tokens"] = SpanUnit.Tokens,
        ["tokens-inclusive"] = SpanUnit.TokensInclusive,
    }.ToImmutableDictionary(StringComparer.Ordinal);

    public static JsonMap Read(YamlSection section)
    {
        var map = new JsonMap("corpus.yaml");
        map = map with
        {
            Id = Field(section, "id", map.Id),
            Title = Field(section, "title", map.Title),
            Published = Field(section, "published", map.Published),
            Source = Field(section, "source", map.Source),
            Language = Field(section, "language", map.Language),
            Url = Field(section, "url", map.Url),
            Text = Field(section, "text", map.Text),
            Unit = ReadUnit(section),
            IsUnitCertain = section.Has("unit"),
            Skip = section.GetSection("skip") is { } skip ? ReadSkip(skip) : [],
        };
        if (section.GetSection("mentions") is { } mentions)
            map = map with
            {
                Mentions = Field(mentions, "list", map.Mentions),
                Tags = Field(mentions, "tags", map.Tags),
                TagLabels = [.. mentions.GetList("labels")],
                Mention = ReadMention(mentions),
            };
        if (section.GetSection("relations") is { } relations)
            map = map with { Relations = Field(relations, "list", map.Relations), Relation = ReadRelation(relations) };
        if (section.GetSection("events") is { } events)
            map = map with { Events = Field(events, "list", new JsonField("events")), Event = ReadEvent(events) };
        if (section.GetSection("files") is { } files)
            map = map with { Files = ReadFiles(files) };
        section.ReportUnknown();
        return map;
    }

    private static SpanUnit ReadUnit(YamlSection section)
    {
        var unit = section.GetText("unit");
        if (unit is not null && !Units.ContainsKey(unit))
            section.Report("unit", $"offsets count {string.Join(", ", Units.Keys.Order(StringComparer.Ordinal))}");
        return unit is null ? SpanUnit.Characters : Units.GetValueOrDefault(unit);
    }

    private static JsonMentionMap ReadMention(YamlSection section)
    {
        var map = new JsonMentionMap();
        map = new JsonMentionMap
        {
            Id = Field(section, "id", map.Id),
            Start = Field(section, "start", map.Start),
            End = Field(section, "end", map.End),
            Type = Field(section, "type", map.Type),
            Entity = Field(section, "entity", map.Entity),
            Surface = Field(section, "surface", map.Surface),
            Confidence = Field(section, "confidence", map.Confidence),
            Sentence = Field(section, "sentence", map.Sentence),
            Annotator = Field(section, "annotator", map.Annotator),
        };
        section.ReportUnknown();
        return map;
    }

    private static JsonEventMap ReadEvent(YamlSection section)
    {
        var map = new JsonEventMap();
        map = new JsonEventMap
        {
            Id = Field(section, "id", map.Id),
            Type = Field(section, "type", map.Type),
            Trigger = Field(section, "trigger", map.Trigger),
            TriggerStart = Field(section, "start", map.TriggerStart),
            TriggerEnd = Field(section, "end", map.TriggerEnd),
            Arguments = Field(section, "arguments", map.Arguments),
            Role = Field(section, "role", map.Role),
            Target = Field(section, "target", map.Target),
        };
        section.ReportUnknown();
        return map;
    }

    /// <summary><c>skip: {answer: [reject, ignore]}</c></summary>
    private static ImmutableArray<KeyValuePair<JsonField, ImmutableArray<string>>> ReadSkip(YamlSection section)
    {
        var result = ImmutableArray.CreateBuilder<KeyValuePair<JsonField, ImmutableArray<string>>>();
        foreach (var name in section.Keys)
            result.Add(new(new JsonField(name), [.. section.GetList(name)]));
        return result.ToImmutable();
    }

    private static JsonRelationMap ReadRelation(YamlSection section)
    {
        var map = new JsonRelationMap();
        map = new JsonRelationMap
        {
            Id = Field(section, "id", map.Id),
            Type = Field(section, "type", map.Type),
            Source = Field(section, "source", map.Source),
            Target = Field(section, "target", map.Target),
            SourceStart = Field(section, "sourceStart", map.SourceStart),
            SourceEnd = Field(section, "sourceEnd", map.SourceEnd),
            TargetStart = Field(section, "targetStart", map.TargetStart),
            TargetEnd = Field(section, "targetEnd", map.TargetEnd),
            Start = Field(section, "start", map.Start),
            End = Field(section, "end", map.End),
            Confidence = Field(section, "confidence", map.Confidence),
        };
        section.ReportUnknown();
        return map;
    }

    private static JsonFileSet? ReadFiles(YamlSection section)
    {
        var (documents, mentions, relations) = (section.GetText("documents"), section.GetText("mentions"), section.GetText("relations"));
        var key = Field(section, "key", new JsonField("documentId"));
        section.ReportUnknown();
        if (documents is not null && mentions is not null)
            return new JsonFileSet(documents, mentions, relations ?? "", key);

        section.ReportMissing(documents is null ? "documents" : "mentions");
        return null;
    }

    private static JsonField Field(YamlSection section, string key, JsonField standard) =>
        section.GetList(key) is { IsEmpty: false } names ? new JsonField(names) : standard;
}
