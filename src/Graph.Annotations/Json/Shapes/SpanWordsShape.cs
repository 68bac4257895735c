using System.Buffers;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Mentions that say only their words, as language models answer: objects with words and a label, or words in a list for each type. Each
/// is where the text has the words, the next time where they come again. The record is read as one with a list of spans.
/// </summary>
internal sealed class SpanWordsShape() : JsonShape("mentions by words")
{
    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) => FindList(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        using var turned = Turn(record, reading);
        // Where no words stand in the text, nothing is left to be read as mentions.
        var own = list.Fits(turned.RootElement) ? list : JsonShapes.Plain;
        foreach (var article in own.Read(record with { Root = turned.RootElement }, reading))
            yield return article;
    }

    /// <summary>The field whose words stand in the text, more than half of them.</summary>
    private static string? FindList(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindName(record) is not { } name)
            return null;
        var text = JsonTexts.Get(record, name)!;
        foreach (var property in record.EnumerateObject())
        {
            var words = ListWords(property.Value).ToList();
            if (words.Count > 0 && words.Count(word => word.Words is not null && text.Contains(word.Words, StringComparison.Ordinal)) > words.Count / 2)
                return JsonText.GetName(property);
        }

        return null;
    }

    private static IEnumerable<(string? Words, string Type, JsonElement Item)> ListWords(JsonElement value)
    {
        if (value.IsArray())
        {
            if (value.At(0) is not { ValueKind: JsonValueKind.Object } first
                || SpanFields.Find(first) is not null
                || SpanNames.Find(first, SpanNames.Surfaces) is not { } words
                || SpanNames.FindAll(first, SpanNames.Types).FirstOrDefault(name => name != words && first.Text(name) is not null) is not { } type)
                return [];
            return value.Items().Select(item => (Blank(item.Text(words)), item.Text(type) ?? "", item));
        }

        return !value.IsObject() || !value.EnumerateObject().All(type => type.Value.IsArray() && (type.Value.GetArrayLength() == 0 || type.Value.IsTexts()))
            ? []
            : value.EnumerateObject().SelectMany(type => type.Value.Items().Select(item => (Blank(item.Text()), JsonText.GetName(type), item)));
    }

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words;

    private static JsonDocument Turn(JsonRecord record, JsonReading reading)
    {
        var list = FindList(record.Root)!;
        var text = JsonTexts.Get(record.Root, JsonTexts.FindName(record.Root)!)!;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            foreach (var property in record.Root.EnumerateObject())
            {
                json.WritePropertyName(JsonText.GetName(property));
                if (JsonText.GetName(property) == list)
                    WriteSpans(json, text, property.Value, record.Place, reading);
                else
                    property.Value.WriteTo(json);
            }

            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void WriteSpans(Utf8JsonWriter json, string text, JsonElement value, SourcePlace place, JsonReading reading)
    {
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray();
        foreach (var (words, type, item) in ListWords(value))
        {
            // More mentions than the text has places stand for the first one.
            var start = words is null ? -1
                : WordFinder.Find(text, words, ends.GetValueOrDefault(words)) is >= 0 and var next ? next
                : WordFinder.Find(text, words);
            if (start < 0)
            {
                reading.Log.CountLoss("mentions whose words are not in the text", 1, place);
                continue;
            }

            ends[words!] = start + words!.Length;
            json.WriteStartObject();
            json.WriteNumber("start", CountCodePoints(text, start));
            json.WriteNumber("end", CountCodePoints(text, start + words.Length));
            WriteFields(json, item, words, type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteFields(Utf8JsonWriter json, JsonElement item, string words, string type)
    {
        foreach (var field in item.IsObject() ? item.EnumerateObject() : default)
        {
            json.WritePropertyName(JsonText.GetName(field));
            field.Value.WriteTo(json);
        }

        if (item.IsObject())
            return;
        json.WriteString("text", words);
        json.WriteString("type", type);
    }

    private static int CountCodePoints(string text, int end)
    {
        var pairs = 0;
        foreach (var character in text.AsSpan(0, end))
            pairs += char.IsLowSurrogate(character) ? 1 : 0;
        return end - pairs;
    }
}
