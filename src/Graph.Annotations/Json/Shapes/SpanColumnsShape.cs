using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Spans in an object: by columns, as data sets that were tables write them, <c>{"start": [0, 9], "end": [4, 13]}</c>; by their ids,
/// <c>{"T1": {"start": 0}}</c>; or in a list for each type, <c>{"PER": [[0, 4]]}</c>. The record is read as one with a list of spans.
/// </summary>
internal sealed class SpanColumnsShape() : JsonShape("spans in an object")
{
    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record)
    {
        using var turned = Turn(record);
        return turned is not null && list.Fits(turned.RootElement);
    }

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        ReadTurned(Turn(record.Root)!, list, record, reading);

    /// <summary>The record with lists in place of such objects; null where it has none of these.</summary>
    private static JsonDocument? Turn(JsonElement record)
    {
        if (!record.IsObject() || !record.EnumerateObject().Any(property => FindWriter(property.Value) is not null))
            return null;
        return WrittenJson.WriteObject(json =>
        {
            foreach (var property in record.EnumerateObject())
            {
                json.WritePropertyName(JsonText.GetName(property));
                if (FindWriter(property.Value) is { } write)
                    WriteList(json, property.Value, write);
                else
                    property.Value.WriteTo(json);
            }
        });
    }

    private static Action<Utf8JsonWriter, JsonElement>? FindWriter(JsonElement value) =>
        !value.IsObject() ? null
        : IsColumns(value) ? WriteRows
        : IsById(value) ? WriteById
        : IsByType(value) ? WriteByType
        : null;

    /// <summary>Lists of one length and nothing else, two at least, of which one has numbers.</summary>
    private static bool IsColumns(JsonElement value)
    {
        var columns = value.EnumerateObject().Select(column => column.Value).ToList();
        return columns.Count > 1
            && columns.TrueForAll(column => column.IsArray())
            && columns.TrueForAll(column => column.GetArrayLength() == columns[0].GetArrayLength())
            && columns.Exists(column => !column.At(0).IsArray() && !column.At(0).IsObject());
    }

    private static bool IsById(JsonElement value) =>
        value.EnumerateObject().Any() && value.EnumerateObject().All(item => item.Value.IsObject());

    private static bool IsByType(JsonElement value) =>
        value.EnumerateObject().Any(type => type.Value.At(0).ValueKind is JsonValueKind.Array or JsonValueKind.Object)
        && value.EnumerateObject().All(type => type.Value.IsArray() && type.Value.Items().All(IsSpan));

    /// <summary>An object, or two numbers.</summary>
    private static bool IsSpan(JsonElement item) =>
        (item.IsObject() && SpanFields.Find(item) is { Type: null })
        || (item.At(1).Integer() is not null && item.At(0).Integer() < item.At(1).Integer());

    private static void WriteList(Utf8JsonWriter json, JsonElement value, Action<Utf8JsonWriter, JsonElement> write)
    {
        json.WriteStartArray();
        write(json, value);
        json.WriteEndArray();
    }

    private static void WriteById(Utf8JsonWriter json, JsonElement items)
    {
        foreach (var item in items.EnumerateObject())
        {
            json.WriteStartObject();
            if (!item.Value.TryGetProperty("id", out _))
                json.WriteString("id", JsonText.GetName(item));
            WriteFields(json, item.Value);
        }
    }

    private static void WriteByType(Utf8JsonWriter json, JsonElement types)
    {
        foreach (var type in types.EnumerateObject())
        {
            foreach (var item in type.Value.Items())
            {
                json.WriteStartObject();
                json.WriteString("type", JsonText.GetName(type));
                if (item.IsArray())
                {
                    json.WriteNumber("start", item.At(0).Integer()!.Value);
                    json.WriteNumber("end", item.At(1).Integer()!.Value);
                    json.WriteEndObject();
                }
                else
                {
                    WriteFields(json, item);
                }
            }
        }
    }

    /// <summary>The fields of an object, and the end of the one that is being written.</summary>
    private static void WriteFields(Utf8JsonWriter json, JsonElement item)
    {
        foreach (var field in item.EnumerateObject())
        {
            json.WritePropertyName(JsonText.GetName(field));
            field.Value.WriteTo(json);
        }

        json.WriteEndObject();
    }

    private static void WriteRows(Utf8JsonWriter json, JsonElement columns)
    {
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
    }
}
