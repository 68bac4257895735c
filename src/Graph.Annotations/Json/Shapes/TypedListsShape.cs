using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Spans without a type in several lists of the record that are called as these: <c>{"persons": [{"start": 0, "end": 4, "text": "Mira"}],
/// "places": [...]}</c>. The record is read as one with a list of all.
/// </summary>
internal sealed class TypedListsShape() : JsonShape("lists by type")
{
    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) => FindLists(record).Count > 1;

    /// <summary>A record may have names of one type only.</summary>
    public override bool FitsEmpty(JsonElement record) => FindLists(record).Count == 1;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) =>
        ReadTurnedOrPlain(Turn(record.Root, FindLists(record.Root)), list, record, reading);

    /// <summary>The lists whose items have a place and just the words that the text has there.</summary>
    private static List<string> FindLists(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindKnown(record) is not { } name || JsonTexts.Get(record, name) is not { } text)
            return [];
        return [.. record.EnumerateObject()
            .Where(property => JsonText.GetName(property) is var list && list != name && !SpanListLayout.IsPieces(list)
                && AreSpans(property.Value, text))
            .Select(JsonText.GetName)];
    }

    private static bool AreSpans(JsonElement value, string text)
    {
        if (!value.At(0).IsObject() || SpanFields.Find(value.At(0)) is not { Type: null, Surface: not null, HasEnd: true } fields)
            return false;
        var spans = value.Items().Select(item => fields.ReadSpan(item)).ToList();
        return spans.TrueForAll(span => span.Surface is not null)
            && TextOffsets.Choose(text, spans).CountFits(text, spans) * 2 > spans.Count;
    }

    private static JsonDocument Turn(JsonElement record, List<string> lists) =>
        WrittenJson.WriteSpans(record, name => !lists.Contains(name), json =>
        {
            foreach (var (name, item) in lists.SelectMany(name => record.Items(name).Select(item => (name, item))))
            {
                json.WriteStartObject();
                foreach (var field in item.EnumerateObject())
                    field.WriteTo(json);
                json.WriteString("type", name);
                json.WriteEndObject();
            }
        });
}
