using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// One mention a record, in fields of the record itself or in an object: <c>{"text": "...", "mention": "Mira", "start": 0, "end": 4}</c>,
/// or its words alone, <c>{"text": "...", "target_entity": "Mira"}</c>. The record is read as one with a list of spans; records of one
/// document that follow each other are one article.
/// </summary>
internal sealed class FlatSpanShape() : JsonShape("one mention a record")
{
    private static readonly ImmutableArray<string> Words = ["mention", "mentiontext", "entity", "target", "targetentity", "entityname",
        "aspect", "aspectterm", "company"];

    // Headlines are texts where there is no other.
    private static readonly string[] Headlines = ["headline", "title"];

    private static readonly HashSet<string> OfRecord = new(StringComparer.OrdinalIgnoreCase)
    {
        "id", "doc_id", "docid", "document_id", "title", "date", "published", "source", "language", "lang", "url", "meta", "metadata",
    };

    private readonly SpanListShape list = new();

    /// <summary>Whether a table has a column for a text and one for words in it.</summary>
    public static bool HasNames(IReadOnlyCollection<string> names) =>
        names.Any(name => Words.Contains(SpanNames.Normalize(name)))
            && names.Any(name => JsonTexts.IsName(name) || Headlines.Contains(name));

    public override bool Fits(JsonElement record) =>
        record.IsObject()
        && FindText(record) is { } name
        && JsonTexts.Get(record, name) is { } text
        && FindPlace(record, name, text) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var name = FindText(record.Root)!;
        return ReadTurned(Turn([record.Root], name), list, record, reading);
    }

    /// <summary>Records of one document with one text, by its id, as one with a list of spans; others as they are.</summary>
    public IEnumerable<JsonRecord> Group(IEnumerable<JsonRecord> records)
    {
        var others = 0;
        foreach (var group in TableRecords.Group(records, record => GetDocument(record) ?? $"{others++}"))
        {
            if (group.Count == 1 || !group.TrueForAll(record => Fits(record.Root)))
            {
                foreach (var record in group)
                    yield return record;
                continue;
            }

            var turned = Turn(group.ConvertAll(record => record.Root), FindText(group[0].Root)!);
            yield return new JsonRecord(turned.RootElement, group[0].Place, turned);
        }
    }

    /// <summary>The id of the document and its text; null where a record has not both.</summary>
    private static string? GetDocument(JsonElement record)
    {
        if (!record.IsObject() || FindText(record) is not { } name)
            return null;
        var id = JsonIds.Find(record) ?? JsonIds.Find(record.Get(JsonTexts.FirstStep(name)));
        return id is null ? null : $"{id}\n{JsonTexts.Get(record, name)}";
    }

    private static string? FindText(JsonElement record) => JsonTexts.FindKnown(record)
        ?? (JsonTexts.FindTokens(record) is null ? Array.Find(Headlines, name => record.Get(name).ValueKind == JsonValueKind.String)
            : null);

    /// <summary>The fields of the mention; its words must be those of the text, as a record may have any numbers.</summary>
    private static (string? Field, RecordedSpan Span)? FindPlace(JsonElement record, string textField, string text)
    {
        if (SpanFields.Find(record) is { Surface: { } words, HasEnd: true } fields
            && JsonTexts.FirstStep(words) != JsonTexts.FirstStep(textField)
            && fields.ReadSpan(record) is { Surface: { Length: > 0 } } span && Stands(text, span))
            return (null, span);
        return SpanNames.FindAll(record, Words)
            .Where(name => name != textField && record.Get(name).ValueKind == JsonValueKind.String)
            .Select(name => (Field: name, Words: record.Text(name)!))
            .Where(found => !string.IsNullOrWhiteSpace(found.Words) && found.Words.Length < text.Length)
            .Select(found => (found.Field, found.Words, Start: WordFinder.Find(text, found.Words)))
            .Where(found => found.Start >= 0)
            .Select(found => ((string? Field, RecordedSpan Span)?)(found.Field, ToSpan(text, found.Start, found.Words)))
            .FirstOrDefault();
    }

    private static bool Stands(string text, RecordedSpan span) =>
        TextOffsets.Choose(text, [span]).CountFits(text, [span]) == 1;

    private static RecordedSpan ToSpan(string text, int start, string words)
    {
        var first = text.AsSpan(0, start).EnumerateRunes();
        var count = 0;
        foreach (var _ in first)
            count++;
        return new RecordedSpan(count, count + words.EnumerateRunes().Count(), words);
    }

    /// <summary>What says nothing of the article is said of the mention.</summary>
    private static JsonDocument Turn(IReadOnlyList<JsonElement> records, string textField)
    {
        var outer = JsonTexts.FirstStep(textField);
        return WrittenJson.WriteSpans(records[0], name => IsOfRecord(name, outer), json =>
        {
            foreach (var record in records)
                WriteSpan(json, record, outer, FindPlace(record, textField, JsonTexts.Get(record, textField)!)!.Value);
        });
    }

    private static void WriteSpan(Utf8JsonWriter json, JsonElement record, string outer, (string? Field, RecordedSpan Span) place)
    {
        json.WriteStartObject();
        if (place.Field is not null)
        {
            json.WriteNumber("start", place.Span.Start);
            json.WriteNumber("end", place.Span.End);
        }

        foreach (var property in record.EnumerateObject().Where(property => !IsOfRecord(JsonText.GetName(property), outer)))
        {
            json.WritePropertyName(JsonText.GetName(property) == place.Field ? "mention" : JsonText.GetName(property));
            property.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static bool IsOfRecord(string name, string text) => name == text || OfRecord.Contains(name) || JsonIds.IsOther(name);
}
