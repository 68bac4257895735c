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
    /// Text with mentions and relations as objects: doccano, spaCy, Prodigy, and the articles that the benchmark generates.
    /// </summary>
    public static readonly JsonMap Records = new("records") { Mentions = new JsonField("entities", "spans", "ents", "label", "labels") };

    /// <summary>
    /// The map for one record of a file: of those that are recognised each has its own, as one without mentions does not show their shape.
    /// </summary>
    public static JsonMap For(JsonElement record, JsonMap ofFile) =>
        ofFile == Records || ofFile == Labels ? Recognise(record) ?? ofFile : ofFile;

    /// <summary>The map for a record, or null.</summary>
    public static JsonMap? Recognise(JsonElement record)
    {
        if (record.ValueKind != JsonValueKind.Object)
            return null;
        if (CrossRe.Text.TryGet(record, out var sentence) && sentence.ValueKind == JsonValueKind.Array
            && CrossRe.Mentions.TryGet(record, out _))
            return CrossRe;
        if (!Records.Text.TryGet(record, out var text) || text.ValueKind != JsonValueKind.String)
            return null;
        return Fits(record, Records, JsonValueKind.Object) ? Records : Fits(record, Labels, JsonValueKind.Array) ? Labels : null;
    }

    /// <summary>Whether a record is one of separately stored documents.</summary>
    public static bool IsSeparate(JsonElement document, JsonElement mention, JsonMap map) =>
        map.Id.TryGet(document, out _) && map.Text.TryGet(document, out _) && map.Files!.Key.TryGet(mention, out _)
            && map.Mention.Start.TryGet(mention, out _);

    private static bool Fits(JsonElement record, JsonMap map, JsonValueKind itemKind) =>
        map.Mentions.TryGet(record, out var items)
        && items.ValueKind == JsonValueKind.Array
        && (items.GetArrayLength() == 0
            || (items[0].ValueKind == itemKind && map.Mention.Start.GetInteger(items[0]) is not null
            && map.Mention.End.GetInteger(items[0]) is not null));

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
