using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Rows of a table that each have a text and one span in it: <c>text, start, end, label</c>. Rows with the same text that follow each other
/// are one record with a list of spans, as JSON would have it.
/// </summary>
internal sealed class SpanRows
{
    private const string List = "spans";
    private static readonly HashSet<string> OfRecord = new(StringComparer.OrdinalIgnoreCase)
    {
        "doc_id", "docid", "document_id", "text_id", "tweet_id", "tweet_id_str", "sentence_id", "title", "date", "published", "source",
        "language", "lang", "url",
    };

    private readonly string text;

    private SpanRows(string text) => this.text = text;

    /// <summary>Whether there are a column with a start and one with an end or a length.</summary>
    public static bool HasNames(IReadOnlyCollection<string> names) =>
        names.Any(name => IsOf(name, SpanNames.Starts)) && names.Any(name => IsOf(name, SpanNames.Ends) || IsOf(name, SpanNames.Lengths));

    /// <summary>How the rows of a table are grouped; null where they are none of these.</summary>
    public static SpanRows? Find(IReadOnlyList<string> header, IEnumerable<JsonElement> rows)
    {
        if (!HasNames(header))
            return null;
        foreach (var row in rows.Where(row => JsonTexts.FindKnown(row) is { } name && !JsonPath.IsPath(name)))
        {
            using var record = ToRecord(JsonTexts.FindKnown(row)!, [row]);
            return JsonShapes.Recognise(record.RootElement) is ListedShape or SpanListShape
                ? new SpanRows(JsonTexts.FindKnown(row)!)
                : null;
        }

        return null;
    }

    /// <summary>Records with the place of their first rows.</summary>
    public IEnumerable<JsonRecord> Group(IEnumerable<JsonRecord> rows) => TableRecords.Group(rows, row => row.Text(text)).Select(ToRecord);

    private JsonRecord ToRecord(List<JsonRecord> group)
    {
        var document = ToRecord(text, group.ConvertAll(row => row.Root));
        return new JsonRecord(document.RootElement, group[0].Place, document);
    }

    private static JsonDocument ToRecord(string text, IReadOnlyList<JsonElement> rows)
    {
        return WrittenJson.WriteObject(json =>
        {
            foreach (var property in rows[0].EnumerateObject().Where(property => IsOfRecord(property, text)))
                Write(json, property, JsonText.GetName(property) == text ? text : OfRecordName(JsonText.GetName(property)));
            json.WriteStartArray(List);
            foreach (var row in rows)
            {
                json.WriteStartObject();
                foreach (var property in row.EnumerateObject().Where(property => !IsOfRecord(property, text)))
                    Write(json, property, JsonText.GetName(property));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        });
    }

    private static void Write(Utf8JsonWriter json, JsonProperty property, string name)
    {
        json.WritePropertyName(name);
        property.Value.WriteTo(json);
    }

    private static bool IsOfRecord(JsonProperty property, string text) =>
        JsonText.GetName(property) is var name && (name == text || OfRecord.Contains(name));

    /// <summary>The id of a tweet or a sentence is that of the article.</summary>
    private static string OfRecordName(string name) => name.Contains("id", StringComparison.OrdinalIgnoreCase) ? "doc_id" : name;

    private static bool IsOf(string column, ImmutableArray<string> names) => names.Contains(SpanNames.Normalize(column));
}
