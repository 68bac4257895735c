using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A text in pieces, of which some say what they are, as assistants keep what users say and editors keep what was marked:
/// <c>{"data": [{"text": "From "}, {"text": "Oslo", "entity": "city"}]}</c>. The pieces have the blanks between their words. The record is
/// read as one with a list of spans.
/// </summary>
internal sealed class SegmentShape() : JsonShape("text in pieces")
{
    private static readonly ImmutableArray<string> Lists = ["data", "segments", "parts", "pieces", "chunks", "fragments", "ops", "runs"];
    private static readonly ImmutableArray<string> Texts = ["text", "insert", "content", "value"];
    private static readonly ImmutableArray<string> Types = ["entity", "alias", "slotname", "slot", "entitytype", "label", "nertag", "tag"];

    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) => FindList(record) is { } name
        && record.Items(name).Any(piece => FindType(piece) is not null)
        && record.Items(name).Any(piece => FindType(piece) is null);

    /// <summary>A text of which nothing is said.</summary>
    public override bool FitsEmpty(JsonElement record) => FindList(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        ReadTurnedOrPlain(Turn(record.Root, FindList(record.Root)!), list, record, reading);

    /// <summary>Pieces of which at least one begins or ends with a blank: others are words.</summary>
    private static string? FindList(JsonElement record) => SpanNames.FindAll(record, Lists).FirstOrDefault(name =>
        record.Items(name).Any() && record.Items(name).All(piece => piece.IsObject() && GetText(piece) is not null && !HasPlace(piece))
        && (record.Items(name).Take(2).Count() == 1 || record.Items(name).Any(piece => GetText(piece) is { Length: > 0 } text
            && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1])))));

    private static bool HasPlace(JsonElement piece) => SpanNames.FindNumber(piece, SpanNames.Starts) is not null;

    private static string? FindType(JsonElement piece) =>
        SpanNames.FindAll(piece, Types).FirstOrDefault(name => piece.Get(name).ValueKind == JsonValueKind.String);

    private static string? GetText(JsonElement piece) => SpanNames.FindAll(piece, Texts)
        .Select(name => piece.Get(name)).Where(value => value.ValueKind == JsonValueKind.String).Select(JsonText.Get).FirstOrDefault();

    private static JsonDocument Turn(JsonElement record, string name) => WrittenJson.WriteObject(json =>
    {
        foreach (var property in record.EnumerateObject().Where(property => JsonText.GetName(property) != name))
            property.WriteTo(json);
        json.WriteString("text", string.Concat(record.Items(name).Select(GetText)));
        json.WriteStartArray(WrittenJson.Spans);
        var start = 0;
        foreach (var piece in record.Items(name))
        {
            var text = GetText(piece)!;
            var end = start + text.EnumerateRunes().Count();
            if (FindType(piece) is { } type && !string.IsNullOrWhiteSpace(text))
                WriteSpan(json, piece, type, text, start, end);
            start = end;
        }

        json.WriteEndArray();
    });

    private static void WriteSpan(Utf8JsonWriter json, JsonElement piece, string type, string text, int start, int end)
    {
        json.WriteStartObject();
        json.WriteNumber("start", start + text.EnumerateRunes().TakeWhile(System.Text.Rune.IsWhiteSpace).Count());
        json.WriteNumber("end", end - text.EnumerateRunes().Reverse().TakeWhile(System.Text.Rune.IsWhiteSpace).Count());
        json.WriteString("type", JsonText.Get(piece.Get(type)));
        foreach (var field in piece.EnumerateObject().Where(field => JsonText.GetName(field) is var name && name != type
            && !Texts.Contains(SpanNames.Normalize(name))))
            field.WriteTo(json);
        json.WriteEndObject();
    }
}
