using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Rows of a table that each have a text and one span in it: <c>text, start, end, label</c>. Rows with the same text that follow each other
/// are one record with a list of spans, as JSON would have it.
/// </summary>
internal sealed class SpanRows
{
    private const string Spans = "spans";
    private const string Events = "events";
    private const string Trigger = "trigger";
    private static readonly HashSet<string> OfRecord = new(StringComparer.OrdinalIgnoreCase)
    {
        "doc_id", "docid", "document_id", "text_id", "tweet_id", "tweet_id_str", "sentence_id", "title", "date", "published", "source",
        "language", "lang", "url",
    };

    private const string Id = "id";

    private readonly string text;
    private readonly string list;
    private readonly bool hasIdOfText;

    private SpanRows(string text, string list, bool hasIdOfText) => (this.text, this.list, this.hasIdOfText) = (text, list, hasIdOfText);

    /// <summary>Whether there are a column with a start and one with an end or a length.</summary>
    public static bool HasNames(IReadOnlyCollection<string> names) =>
        (names.Any(name => IsOf(name, SpanNames.Starts))
            && names.Any(name => IsOf(name, SpanNames.Ends) || IsOf(name, SpanNames.Lengths)))
        || PrefixedNames.List(names).Any();

    /// <summary>How the rows of a table are grouped; null where they are none of these.</summary>
    public static SpanRows? Find(IReadOnlyList<string> header, IEnumerable<JsonElement> rows)
    {
        if (!HasNames(header))
            return null;
        string? text = null;
        var list = header.Any(name => SpanNames.Normalize(name).StartsWith(Trigger, StringComparison.Ordinal)) ? Events : Spans;
        var (areSpans, areTexts) = (false, false);
        var ids = new List<(string? Text, string? Id)>();
        foreach (var row in rows)
        {
            text ??= JsonTexts.FindKnown(row) is { } name && !JsonPath.IsPath(name) ? name : null;
            if (text is null)
                continue;
            areSpans = areSpans || AreSpans(text, list, row);
            areTexts = areTexts || !IsSpan(row.Text(text), row);
            ids.Add((row.Text(text), row.Text(Id)));
        }

        return areSpans && areTexts ? new SpanRows(text!, list, HasIdOfText(ids)) : null;
    }

    /// <summary>Whether a text is as long as the span, and so its words: those of a text that is elsewhere.</summary>
    private static bool IsSpan(string? words, JsonElement row) => words is not null
        && SpanFields.Find(row) is { HasEnd: true } fields && fields.ReadSpan(row) is var span
        && span.End - span.Start == words.EnumerateRunes().Count();

    private static bool AreSpans(string text, string list, JsonElement row)
    {
        using var record = new SpanRows(text, list, hasIdOfText: false).ToRecord([row]);
        return JsonShapes.Recognise(record.RootElement) is ListedShape or SpanListShape or TitledTextShape;
    }

    /// <summary>Whether rows of one text have one id, and there are such.</summary>
    private static bool HasIdOfText(IEnumerable<(string? Text, string? Id)> rows)
    {
        var groups = rows.GroupBy(row => row.Text, row => row.Id).Where(group => group.Key is not null && group.Skip(1).Any()).ToList();
        return groups.Count > 0 && groups.TrueForAll(group => group.Distinct().Count() == 1 && group.First() is not null);
    }

    /// <summary>Records with the place of their first rows.</summary>
    public IEnumerable<JsonRecord> Group(IEnumerable<JsonRecord> rows) => TableRecords.Group(rows, row => row.Text(text)).Select(ToRecord);

    private JsonRecord ToRecord(List<JsonRecord> group)
    {
        var document = ToRecord(group.ConvertAll(row => row.Root));
        return new JsonRecord(document.RootElement, group[0].Place, document);
    }

    private JsonDocument ToRecord(IReadOnlyList<JsonElement> rows)
    {
        return WrittenJson.WriteObject(json =>
        {
            foreach (var property in rows[0].EnumerateObject().Where(property => IsOfRecord(property)))
                Write(json, property, JsonText.GetName(property) == text ? text : OfRecordName(JsonText.GetName(property)));
            json.WriteStartArray(list);
            // A text may have a row and no span.
            foreach (var row in rows.Where(row => row.EnumerateObject().Any(property => !IsOfRecord(property))))
            {
                json.WriteStartObject();
                foreach (var property in row.EnumerateObject().Where(property => !IsOfRecord(property)))
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

    private bool IsOfRecord(JsonProperty property) =>
        JsonText.GetName(property) is var name && (name == text || OfRecord.Contains(name) || (hasIdOfText && name == Id));

    /// <summary>The id of a tweet or a sentence is that of the article.</summary>
    private static string OfRecordName(string name) => name.Contains("id", StringComparison.OrdinalIgnoreCase) ? "doc_id" : name;

    private static bool IsOf(string column, ImmutableArray<string> names) => names.Contains(SpanNames.Normalize(column));
}
