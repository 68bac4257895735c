using System.Buffers;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Records whose annotations are lists or objects that were written into strings, as JSON or as Python prints them: <c>"entities":
/// "[{'start': 0, 'end': 4}]"</c>. They are read as if they were not in strings.
/// </summary>
internal sealed class EncodedShape() : JsonShape("lists in strings")
{
    public override bool Fits(JsonElement record)
    {
        using var turned = Turn(record);
        return turned is not null && FindShape(turned.RootElement) is not null;
    }

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var turned = Turn(record.Root)!;
        return ReadTurned(turned, FindShape(turned.RootElement)!, record, reading);
    }

    private static JsonShape? FindShape(JsonElement record) =>
        JsonShapes.Recognise(record) is { IsWholeFile: false } shape && shape != JsonShapes.Plain ? shape : null;

    /// <summary>Null where no field is one of these.</summary>
    private static JsonDocument? Turn(JsonElement record)
    {
        if (!record.IsObject() || !record.EnumerateObject().Any(property => MayBeEncoded(property.Value)))
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        var isEncoded = false;
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var property in record.EnumerateObject())
            {
                json.WritePropertyName(JsonText.GetName(property));
                using var inner = MayBeEncoded(property.Value) ? TableRecords.TryParse(JsonText.Get(property.Value)) : null;
                (inner?.RootElement ?? property.Value).WriteTo(json);
                isEncoded |= inner is not null;
            }

            json.WriteEndObject();
        }

        return isEncoded ? JsonDocument.Parse(buffer.WrittenMemory) : null;
    }

    private static bool MayBeEncoded(JsonElement value) =>
        value.ValueKind == JsonValueKind.String && JsonText.Get(value).AsSpan().TrimStart() is ['[' or '{', ..];
}
