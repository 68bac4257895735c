using System.Text.Json;

namespace Graph.Annotations;

/// <summary>The maps that come with the command, and how the records they are for look.</summary>
internal static class JsonMaps
{
    /// <summary>Separate files of documents, entities and relations; ends of relations are spans of characters.</summary>
    public static readonly JsonMap Re3d = new("re3d")
    {
        Files = new JsonFileSet("documents.json", "entities.json", "relations.json", new JsonField("documentId")),
        Id = new JsonField("_id"),
        Source = new JsonField("sourceName"),
        Url = new JsonField("sourceUrl"),
        Relation = new JsonRelationMap
        {
            Source = new JsonField(),
            Target = new JsonField(),
            SourceStart = new JsonField("sourceBegin"),
            SourceEnd = new JsonField("sourceEnd"),
            TargetStart = new JsonField("targetBegin"),
            TargetEnd = new JsonField("targetEnd"),
            Start = new JsonField("begin"),
            End = new JsonField("end"),
            Coreference = ["IsSynonymOf"],
        },
    };

    /// <summary>A sentence a line, in tokens; spans include their last token.</summary>
    public static readonly JsonMap CrossRe = new("crossre")
    {
        Id = new JsonField("doc_key"),
        Text = new JsonField("sentence"),
        Unit = SpanUnit.TokensInclusive,
        Mentions = new JsonField("ner"),
        Mention = Positions(),
        Relation = new JsonRelationMap
        {
            Source = new JsonField(),
            Target = new JsonField(),
            SourceStart = new JsonField("0"),
            SourceEnd = new JsonField("1"),
            TargetStart = new JsonField("2"),
            TargetEnd = new JsonField("3"),
            Type = new JsonField("4"),
            Properties = [new("explanation", new JsonField("5")), new("uncertain", new JsonField("6")),
                new("syntaxAmbiguity", new JsonField("7"))],
        },
    };

    /// <summary>Text with mentions as arrays of start, end and label: doccano without relations, and its older form.</summary>
    public static readonly JsonMap Labels = new("labels")
    {
        Mentions = new JsonField("label", "labels", "entities"),
        Mention = Positions(),
    };

    /// <summary>
    /// Text with mentions and relations as objects: doccano, and the articles that the benchmark generates.
    /// </summary>
    public static readonly JsonMap Records = new("records")
    {
        Mentions = new JsonField("entities", "ents", "label", "labels", "annotations", "mentions")
    };

    public static bool IsCrossRe(JsonElement record) =>
        record.HasArray("sentence") && CrossRe.Mentions.TryGet(record, out var names) && !record.HasArray("sentences")
        && names.Items().All(item => item.IsArray());

    /// <summary>Whether a record is one of separately stored documents.</summary>
    public static bool IsSeparate(JsonElement document, JsonElement mention, JsonMap map) =>
        map.Id.TryGet(document, out _) && map.Text.TryGet(document, out _) && map.Files!.Key.TryGet(mention, out _)
            && map.Mention.Start.TryGet(mention, out _);

    /// <summary>Whether a record has a text and mentions of that kind.</summary>
    public static bool Fits(JsonElement record, JsonMap map, JsonValueKind itemKind) =>
        map.Text.TryGet(record, out var text) && text.ValueKind == JsonValueKind.String
        && map.Mentions.TryGet(record, out var items)
        && items.ValueKind == JsonValueKind.Array
        && items.GetArrayLength() > 0
        && items[0].ValueKind == itemKind
        && map.Mention.Start.GetInteger(items[0]) is not null
        && map.Mention.End.GetInteger(items[0]) is not null
        && map.Mention.Type.TryGet(items[0], out _)
        && !RepeatsWords(text, items[0], map.Mention)
        && !SaysNothing(items[0], map.Mention)
        && (JsonTexts.FindTokens(record) is not ("tokens" or "words" or "token")
            || SpanListLayout.CountsCharacters(
                JsonText.Get(text), items.Items().Select(item => ReadSpan(item, map.Mention)).ToList()) != false);

    private static RecordedSpan ReadSpan(JsonElement item, JsonMentionMap fields) =>
        new(fields.Start.GetInteger(item) ?? -1, fields.End.GetInteger(item) ?? -1, fields.Surface.GetText(item));

    /// <summary>What is called a type is that of all annotations, and another field is called like one too.</summary>
    private static bool SaysNothing(JsonElement item, JsonMentionMap fields) =>
        item.IsObject()
        && fields.Type.GetText(item) is { } type
        && TypeNames.SaysNothing(type)
        && SpanNames.FindTypes(item).Skip(1).Any();

    /// <summary>What is called a label may be the words once more, where another field is called like a type too.</summary>
    private static bool RepeatsWords(JsonElement text, JsonElement item, JsonMentionMap fields) =>
        item.IsObject()
        && fields.Type.GetText(item) is { } label
        && fields.Start.GetInteger(item) is >= 0 and var start
        && fields.End.GetInteger(item) - start == label.Length
        && SpanNames.FindAll(item, SpanNames.Types).Skip(1).Any()
        && JsonText.Get(text) is var words
        && start <= words.Length
        && words.AsSpan((int)start).StartsWith(label, StringComparison.Ordinal);

    private static JsonMentionMap Positions() => new()
    {
        Id = new JsonField(),
        Start = new JsonField("0"),
        End = new JsonField("1"),
        Type = new JsonField("2"),
        Entity = new JsonField("3"),
        Surface = new JsonField(),
        Confidence = new JsonField(),
    };
}
