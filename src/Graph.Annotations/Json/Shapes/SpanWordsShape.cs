using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Mentions that say only their words, as language models answer: objects with words and a label, words in a list for each type, words with
/// their label, <c>{"Bosch": "negative"}</c>, or a list of nothing but words. Each is where the text has the words, the next time where
/// they come again. The record is read as one with a list of spans.
/// </summary>
internal sealed class SpanWordsShape() : JsonShape("mentions by words")
{
    private static readonly string[] Untyped = ["entities", "mentions", "names", "namedentities"];

    // Lists of words under other names, such as 'keywords', are not of mentions.
    private static readonly string[] Lists =
    [
        .. Untyped, "persons", "people", "organizations", "organisations", "orgs", "locations", "places",
        "biasedwords", "nerclusters", "person", "per", "organization", "organisation", "org", "location", "loc", "gpe", "norp", "fac",
        "misc",
    ];

    // Words that are called so are of a mention, whatever else is said of it.
    private static readonly string[] Named = ["mention", "target", "targetentity", "entityname", "aspect", "aspectterm"];

    // What stands in a list beside says of each of the words what it is.
    private static readonly string[] TypeLists = ["entitygroups", "entitytypes", "entitylabels", "nertypes", "nerlabels"];

    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) => FindList(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        // Where no words stand in the text, nothing is left to be read as mentions.
        return ReadTurnedOrPlain(Turn(record, reading), list, record, reading);
    }

    /// <summary>The field whose words stand in the text, more than half of them.</summary>
    private static string? FindList(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindName(record) is not { } name)
            return null;
        var text = JsonTexts.Get(record, name)!;
        foreach (var property in record.EnumerateObject())
        {
            var words = ListWords(JsonText.GetName(property), property.Value, record).ToList();
            if (words.Count > 0 && words.Count(word => word.Words is not null && Find(text, word.Words) >= 0) > words.Count / 2)
                return JsonText.GetName(property);
        }

        return null;
    }

    private static IEnumerable<(string? Words, string? Type, JsonElement Item)> ListWords(
        string field, JsonElement value, JsonElement record)
    {
        if (value.IsTexts())
        {
            var types = FindTypes(record, value.GetArrayLength());
            return Lists.Contains(SpanNames.Normalize(field))
                ? value.Items().Select((item, index) => (
                    Blank(item.Text()),
                    types is { } beside
                        ? record.Get(beside).At(index).Text()
                        : Untyped.Contains(SpanNames.Normalize(field)) ? null : field,
                    item))
                : [];
        }

        if (value.Items().Any() && value.Items().All(item => item.IsTexts() && item.GetArrayLength() == 2))
            return ListPairs(value, record);
        if (value.IsArray())
        {
            return FindWords(value.At(0)) is { } words && SpanFields.Find(value.At(0)) is null && HasType(value.At(0), words)
                ? value.Items().Select(item => (Blank(item.Text(words)), (string?)null, item))
                : [];
        }

        if (!value.IsObject() || !value.EnumerateObject().Any())
            return [];
        if (value.EnumerateObject().All(type => type.Value.IsArray() && type.Value.Items().All(IsWords)))
            return value.EnumerateObject()
                .SelectMany(type => type.Value.Items()
                    .Select(item => (Blank(GetWords(item)), HasOwnType(item) ? null : JsonText.GetName(type), item)));
        return IsByWords(value)
            ? value.EnumerateObject().Select(pair => (Blank(JsonText.GetName(pair)), pair.Value.Text(), pair.Value))
            : [];
    }

    /// <summary>Words and their type, <c>[["Mira Ek", "PERSON"]]</c>, in either order: the words are those that the text has.</summary>
    private static IEnumerable<(string? Words, string? Type, JsonElement Item)> ListPairs(JsonElement value, JsonElement record)
    {
        var text = JsonTexts.Get(record, JsonTexts.FindName(record)!)!;
        int Count(int place) => value.Items().Count(item => Find(text, item.At(place).Text()!) >= 0);
        var words = Count(0) >= Count(1) ? 0 : 1;
        return value.Items().Select(item => (Blank(item.At(words).Text()), item.At(1 - words).Text(), item));
    }

    private static string? FindTypes(JsonElement record, int length) => record.EnumerateObject()
        .Where(property => property.Value.IsTexts() && property.Value.GetArrayLength() == length)
        .Select(JsonText.GetName)
        .FirstOrDefault(name => TypeLists.Contains(SpanNames.Normalize(name)));

    private static string? FindWords(JsonElement item) =>
        SpanNames.Find(item, SpanNames.Surfaces)
        ?? SpanNames.FindAll(item, SpanNames.AllSurfaces).FirstOrDefault(name => item.Text(name) is not null);

    private static bool HasType(JsonElement item, string words) =>
        Named.Contains(SpanNames.Normalize(words)) || HasTypeBeside(item, words);

    private static bool HasTypeBeside(JsonElement item, string words) =>
        SpanNames.FindAll(item, SpanNames.Types).Any(name => name != words && !item.Get(name).Texts().IsEmpty);

    /// <summary>What says itself what it is has no type of the list that it stands in.</summary>
    private static bool HasOwnType(JsonElement item) => item.IsObject() && FindWords(item) is { } words && HasTypeBeside(item, words);

    /// <summary>Words, or an object that has them and no place.</summary>
    private static bool IsWords(JsonElement item) =>
        item.ValueKind == JsonValueKind.String || (item.IsObject() && GetWords(item) is not null && SpanFields.Find(item) is null);

    private static string? GetWords(JsonElement item) =>
        item.IsObject() ? (FindWords(item) is { } name ? item.Text(name) : null) : item.Text();

    /// <summary>Words are names or phrases, which those of fields are not.</summary>
    private static bool IsByWords(JsonElement value) =>
        value.EnumerateObject().All(pair => pair.Value.ValueKind == JsonValueKind.String)
        && value.EnumerateObject()
            .Any(pair => JsonText.GetName(pair) is [var first, ..] name && (char.IsUpper(first) || first > '\u007F' || name.Contains(' ')));

    /// <summary>Where the text has the words first, in these letters or, as services fold them, in others.</summary>
    private static int Find(string text, string words, int from = 0) =>
        WordFinder.Find(text, words, from) is >= 0 and var start ? start
        : from > text.Length ? -1
        : text.IndexOf(words, from, StringComparison.OrdinalIgnoreCase);

    private static string? Blank(string? words) => string.IsNullOrWhiteSpace(words) ? null : words;

    /// <summary>With a list of nothing but words go the others: <c>{"persons": ["Mira"], "places": ["Oslo"]}</c>.</summary>
    private static List<JsonProperty> ListFields(JsonElement record, string list) =>
    [
        .. record.EnumerateObject().Where(property => JsonText.GetName(property) is var name
            && (name == list || (record.Get(list).IsTexts() && property.Value.IsTexts() && Lists.Contains(SpanNames.Normalize(name))))),
    ];

    private static JsonDocument Turn(JsonRecord record, JsonReading reading)
    {
        var list = FindList(record.Root)!;
        var fields = ListFields(record.Root, list);
        var types = record.Root.Get(list).IsTexts() ? FindTypes(record.Root, record.Root.Get(list).GetArrayLength()) : null;
        var text = JsonTexts.Get(record.Root, JsonTexts.FindName(record.Root)!)!;
        return WrittenJson.WriteObject(json =>
        {
            foreach (var property in record.Root.EnumerateObject())
            {
                var name = JsonText.GetName(property);
                if (name != list && (name == types || fields.Exists(field => JsonText.GetName(field) == name)))
                    continue;
                json.WritePropertyName(name);
                if (name == list)
                    WriteSpans(json, text, fields, record, reading);
                else
                    property.Value.WriteTo(json);
            }
        });
    }

    private static void WriteSpans(Utf8JsonWriter json, string text, List<JsonProperty> fields, JsonRecord holder, JsonReading reading)
    {
        var record = holder.Root;
        var ends = new Dictionary<string, int>(StringComparer.Ordinal);
        json.WriteStartArray();
        foreach (var (words, type, item) in fields.SelectMany(field => ListWords(JsonText.GetName(field), field.Value, record)))
        {
            // More mentions than the text has places stand for the first one.
            var start = words is null ? -1
                : Find(text, words, ends.GetValueOrDefault(words)) is >= 0 and var next ? next
                : Find(text, words);
            if (start < 0)
            {
                reading.Log.CountLoss("mentions whose words are not in the text", 1, holder.Place);
                continue;
            }

            ends[words!] = start + words!.Length;
            json.WriteStartObject();
            json.WriteNumber("start", CountCodePoints(text, start));
            json.WriteNumber("end", CountCodePoints(text, start + words.Length));
            WriteFields(json, item, text.Substring(start, words.Length), type);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <param name="type">Null where the item has its own.</param>
    private static void WriteFields(Utf8JsonWriter json, JsonElement item, string words, string? type)
    {
        // What has the words is written anew, as the text spells them.
        var own = item.IsObject() ? FindWords(item) : null;
        foreach (var field in item.Fields())
        {
            if (JsonText.GetName(field) == own)
                continue;
            json.WritePropertyName(JsonText.GetName(field));
            field.Value.WriteTo(json);
        }

        json.WriteString(own ?? "text", words);
        if (type is not null)
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
