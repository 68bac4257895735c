using System.Buffers;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>JSON that is made of what came in another shape, so that the readers of the usual shapes take it.</summary>
internal static class WrittenJson
{
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
}
