using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Export;

/// <summary>Property values as the text that another program reads: texts and dates as they stand, lists as JSON.</summary>
internal static class PlainText
{
    public static string Format(Value value) => value.Kind switch
    {
        ValueKind.Null => "",
        ValueKind.String => value.AsString(),
        ValueKind.List => FormatList(value.AsList()),
        _ => ValueText.Format(value),
    };

    private static string FormatList(ListValue list)
    {
        var buffer = new System.Buffers.ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
            JsonValues.Write(json, Value.FromList(list), null);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
