using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Words of a text and a tag for each in two strings, <c>{"text": "Mira left", "labels": "B-PER O"}</c>. The record is read as one with
/// lists of both.
/// </summary>
internal sealed class TagStringShape() : JsonShape("tags in a string")
{
    private readonly TaggedTokensShape tokens = new();

    public override bool Fits(JsonElement record)
    {
        using var turned = Turn(record);
        return turned is not null;
    }

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        ReadTurned(Turn(record.Root)!, tokens, record, reading);

    /// <summary>Null where no two texts are such.</summary>
    private static JsonDocument? Turn(JsonElement record)
    {
        if (!record.IsObject())
            return null;
        var texts = record.EnumerateObject().Where(property => property.Value.ValueKind == JsonValueKind.String).ToList();
        string[] row = [.. texts.Select(property => JsonText.Get(property.Value))];
        if (TaggedColumns.Find([row]) is not { } columns || !columns.TryRead(row, out var words, out var tags))
            return null;
        var (text, tagged) = (JsonText.GetName(texts[columns.Words]), JsonText.GetName(texts[columns.Tags]));
        return WrittenJson.WriteObject(json =>
        {
            foreach (var property in record.EnumerateObject()
                .Where(property => JsonText.GetName(property) is var name && name != text && name != tagged))
                property.WriteTo(json);
            WriteList(json, "tokens", words);
            WriteList(json, "ner_tags", tags);
        });
    }

    private static void WriteList(Utf8JsonWriter json, string name, IEnumerable<string> items)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }
}
