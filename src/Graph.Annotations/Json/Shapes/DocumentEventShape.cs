using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// DocEE: a list of title, text, the type of the event that the text tells of, and its arguments with their places, which may be JSON in a
/// string. It is read as a record with one event.
/// </summary>
internal sealed class DocumentEventShape() : JsonShape("DocEE")
{
    private readonly InlineEventShape events = new();

    public override bool Fits(JsonElement record) =>
        IsRow(record) && ReadArguments(record.At(3)) is { } arguments && Use(arguments, list => list.At(0).IsObject());

    public override bool FitsEmpty(JsonElement record) => IsRow(record);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        ReadTurned(Turn(record.Root), events, record, reading);

    private static bool IsRow(JsonElement record) =>
        record.IsArray() && record.GetArrayLength() == 4
        && record.Items().Take(3).All(item => item.ValueKind == JsonValueKind.String)
        && (record.At(3).IsArray() || (record.At(3).ValueKind == JsonValueKind.String && JsonText.Get(record.At(3)) is ['[', ..]));

    private static bool Use(JsonDocument document, Func<JsonElement, bool> question)
    {
        using var whole = document;
        return question(whole.RootElement);
    }

    private static JsonDocument? ReadArguments(JsonElement value) =>
        TableRecords.TryParse(value.IsArray() ? value.GetRawText() : JsonText.Get(value));

    private static JsonDocument Turn(JsonElement row)
    {
        using var arguments = ReadArguments(row.At(3));
        return WrittenJson.WriteObject(json =>
        {
            json.WriteString("title", JsonText.Get(row.At(0)));
            json.WriteString("text", JsonText.Get(row.At(1)));
            json.WriteStartArray("events");
            json.WriteStartObject();
            json.WriteString("event_type", JsonText.Get(row.At(2)));
            json.WritePropertyName("arguments");
            if (arguments is null)
                json.WriteRawValue("[]");
            else
                arguments.RootElement.WriteTo(json);
            json.WriteEndObject();
            json.WriteEndArray();
        });
    }
}
