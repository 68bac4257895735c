using System.Buffers;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>JSON that is made of what came in another shape, so that the readers of the usual shapes take it.</summary>
internal static class WrittenJson
{
    /// <summary>What the list of spans is called.</summary>
    public const string Spans = "spans";

    /// <summary>What the list of spans is called that need no type to be read.</summary>
    public const string Mentions = "mentions";

    /// <summary>A document of what is written; to be disposed.</summary>
    public static JsonDocument Write(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
            write(json);
        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    /// <summary>A document of one object; to be disposed.</summary>
    public static JsonDocument WriteObject(Action<Utf8JsonWriter> writeFields) => Write(json =>
    {
        json.WriteStartObject();
        writeFields(json);
        json.WriteEndObject();
    });

    /// <summary>A record with some of its fields, and a list of spans in place of the others; to be disposed.</summary>
    public static JsonDocument WriteSpans(JsonElement record, Func<string, bool> isKept, Action<Utf8JsonWriter> writeSpans,
        string list = Spans) =>
        WriteObject(json =>
        {
            foreach (var property in record.EnumerateObject().Where(property => isKept(JsonText.GetName(property))))
                property.WriteTo(json);
            json.WriteStartArray(list);
            writeSpans(json);
            json.WriteEndArray();
        });
}
