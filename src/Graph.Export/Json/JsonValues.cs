using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Export;

/// <summary>Property values as JSON. Readers of JSON hold numbers as floats, so an integer that these cannot hold becomes a text.</summary>
internal static class JsonValues
{
    /// <summary>Every character that a page could take for markup is escaped.</summary>
    public static readonly JsonWriterOptions Indented = new()
    {
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        NewLine = "\n",
        Indented = true
    };

    private const int BufferSize = 1 << 16;

    private const long LargestExact = 1L << 53;

    public static void Write(Utf8JsonWriter json, Value value, LossLedger? losses)
    {
        switch (value.Kind)
        {
            case ValueKind.Null: json.WriteNullValue(); break;
            case ValueKind.Boolean: json.WriteBooleanValue(value.AsBoolean()); break;
            case ValueKind.Integer: WriteInteger(json, value.AsInteger(), losses); break;
            case ValueKind.Float: WriteFloat(json, value.AsFloat(), losses); break;
            case ValueKind.List:
                json.WriteStartArray();
                foreach (var item in value.AsList())
                    Write(json, item, losses);
                json.WriteEndArray();
                break;
            default: json.WriteStringValue(PlainText.Format(value)); break;
        }
    }

    /// <summary>A writer keeps everything until it is told to let go.</summary>
    public static void FlushIfFull(Utf8JsonWriter json)
    {
        if (json.BytesPending > BufferSize)
            json.Flush();
    }

    private static void WriteInteger(Utf8JsonWriter json, long number, LossLedger? losses)
    {
        if (number is >= -LargestExact and <= LargestExact)
        {
            json.WriteNumberValue(number);
            return;
        }

        losses?.Count("integer beyond 2^53, written as text", "integers beyond 2^53, written as texts");
        json.WriteStringValue(number.ToString(System.Globalization.CultureInfo.InvariantCulture));
    }

    private static void WriteFloat(Utf8JsonWriter json, double number, LossLedger? losses)
    {
        if (double.IsFinite(number))
        {
            json.WriteRawValue(ValueText.FormatFloat(number));
            return;
        }

        losses?.Count("number that is not finite, written as text", "numbers that are not finite, written as texts");
        json.WriteStringValue(ValueText.FormatFloat(number));
    }
}
