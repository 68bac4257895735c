using System.Buffers;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Spans by columns, as data sets that were tables write them: <c>{"start": [0, 9], "end": [4, 13], "label": ["PER", "LOC"]}</c>. The
/// record is read as one with a list of spans.
/// </summary>
internal sealed class SpanColumnsShape() : JsonShape("columns of spans")
{
    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record)
    {
        using var turned = Turn(record);
        return turned is not null && list.Fits(turned.RootElement);
    }

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        using var turned = Turn(record.Root)!;
        foreach (var article in list.Read(record with { Root = turned.RootElement }, reading))
            yield return article;
    }

    /// <summary>The record with rows in place of columns; null where it has none of these.</summary>
    private static JsonDocument? Turn(JsonElement record)
    {
        if (!record.IsObject() || !record.EnumerateObject().Any(property => IsColumns(property.Value)))
            return null;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var property in record.EnumerateObject())
            {
                json.WritePropertyName(JsonText.GetName(property));
                if (IsColumns(property.Value))
                    WriteRows(json, property.Value);
                else
                    property.Value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    /// <summary>Lists of one length and nothing else, two at least.</summary>
    private static bool IsColumns(JsonElement value)
    {
        if (!value.IsObject())
            return false;
        var columns = value.EnumerateObject().Select(column => column.Value).ToList();
        return columns.Count > 1
            && columns.TrueForAll(column => column.IsArray())
            && columns.TrueForAll(column => column.GetArrayLength() == columns[0].GetArrayLength());
    }

    private static void WriteRows(Utf8JsonWriter json, JsonElement columns)
    {
        json.WriteStartArray();
        for (var row = 0; row < columns.EnumerateObject().First().Value.GetArrayLength(); row++)
        {
            json.WriteStartObject();
            foreach (var column in columns.EnumerateObject())
            {
                json.WritePropertyName(JsonText.GetName(column));
                column.Value[row].WriteTo(json);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
