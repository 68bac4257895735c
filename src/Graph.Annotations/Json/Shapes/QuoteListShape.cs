using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A text with a list of quotations, which say where they stand or their words, and who speaks:
/// <c>{"quotes": [{"start": 0, "end": 9, "speaker": "Mira"}]}</c>. The record is read as one with events.
/// </summary>
internal sealed class QuoteListShape() : JsonShape("quotations")
{
    private const string Quotation = "quotation";
    private const string Events = "events";
    private static readonly ImmutableArray<string> Lists = ["quotes", "quotations", "directquotes", "quotelist"];
    private static readonly ImmutableArray<string> Roles = ["speaker", "source", "addressee"];

    private readonly InlineEventShape events = new();

    public override bool Fits(JsonElement record) => FindList(record) is not null;

    /// <summary>A text may have no quotation.</summary>
    public override bool FitsEmpty(JsonElement record) =>
        JsonTexts.FindKnown(record) is not null && SpanNames.Find(record, Lists) is null
        && record.EnumerateObject().Any(property => Lists.Contains(SpanNames.Normalize(JsonText.GetName(property))));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        ReadTurned(Turn(record.Root, FindList(record.Root), reading), events, record, reading);

    private static string? FindList(JsonElement record) =>
        record.IsObject() && JsonTexts.FindKnown(record) is not null && SpanNames.Find(record, Lists) is { } list
        && record.Get(list).At(0) is { ValueKind: JsonValueKind.Object } first
        && InlinePlace.Read(first, null) is not null
        && SpanNames.FindAll(first, Roles).Any(role => InlinePlace.Read(first, role) is not null)
            ? list : null;

    private static JsonDocument Turn(JsonElement record, string? list, JsonReading reading) =>
        WrittenJson.WriteSpans(record, name => !Lists.Contains(SpanNames.Normalize(name)), json =>
        {
            foreach (var item in list is null ? [] : record.Items(list))
                WriteEvent(json, item, list!, reading);
        }, Events);

    private static void WriteEvent(Utf8JsonWriter json, JsonElement item, string list, JsonReading reading)
    {
        var roles = SpanNames.FindAll(item, Roles).ToList();
        var place = InlinePlace.Read(item, null);
        reading.CountUnread(list, item, [.. SpanFields.Find(item)?.Names ?? new HashSet<string>(), .. roles, "id",
            .. item.EnumerateObject().Select(JsonText.GetName).Where(name => item.Text(name) == place?.Surface)]);
        json.WriteStartObject();
        if (item.Text("id") is { } id)
            json.WriteString("id", id);
        json.WriteString("event_type", Quotation);
        json.WritePropertyName("trigger");
        json.WriteStartObject();
        WritePlace(json, place);
        json.WriteEndObject();
        json.WriteStartArray("arguments");
        foreach (var role in roles)
        {
            if (InlinePlace.Read(item, role) is not { } who)
                continue;
            json.WriteStartObject();
            json.WriteString("role", SpanNames.Normalize(role));
            WritePlace(json, who);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, RecordedSpan? place)
    {
        if (place is { Start: >= 0 } span)
        {
            json.WriteNumber("start", span.Start);
            json.WriteNumber("end", span.End);
        }

        if (place?.Surface is { } words)
            json.WriteString("text", words);
    }
}
