using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Spans of the text in the file beside that is called like theirs: each a record of the file, or in a list of one. They are read as one
/// record with its text. As any file may have spans of what stands elsewhere, only one with such a text is asked for this.
/// </summary>
internal sealed class TextBesideShape() : JsonShape("spans of the text beside")
{
    private readonly SpanListShape list = new();

    public override bool IsWholeFile => true;

    public override bool HasTextBeside => true;

    public override bool Fits(JsonElement record) => ListSpans(record).Any();

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) => ReadFile([record], reading);

    public override IEnumerable<AnnotatedArticle> ReadFile(IEnumerable<JsonRecord> records, JsonReading reading)
    {
        var spans = new List<JsonElement>();
        JsonRecord? first = null;
        foreach (var record in records)
        {
            // A record is gone when the next is asked for.
            first ??= record with { Root = record.Root.Clone(), Document = null };
            spans.AddRange(ListSpans(record.Root).Select(span => span.Clone()));
            CountOthers(record.Root, reading);
        }

        if (first is null || JsonTextFiles.Read($"{reading.File.Stem}.txt", first.Place, reading) is not { } text)
            return [];
        return ReadTurned(Turn(reading.File.Stem, text, spans), list, first, reading);
    }

    /// <summary>The record itself, or the items of the first of its lists that has nothing but spans.</summary>
    private static IEnumerable<JsonElement> ListSpans(JsonElement record) =>
        IsSpan(record) ? [record] : FindList(record) is { } name ? record.Items(name) : [];

    private static string? FindList(JsonElement record) => record.IsObject()
        ? record.EnumerateObject().Where(property => property.Value.Items().Any() && property.Value.Items().All(IsSpan))
            .Select(JsonText.GetName).FirstOrDefault()
        : null;

    private static bool IsSpan(JsonElement item) =>
        SpanFields.Find(item) is { HasEnd: true } fields && fields.ReadSpan(item).Start >= 0 && fields.HasLabel(item);

    private static void CountOthers(JsonElement record, JsonReading reading)
    {
        if (!IsSpan(record) && FindList(record) is { } name)
            reading.CountUnread(record, [name]);
    }

    private static JsonDocument Turn(string id, string text, List<JsonElement> spans)
    {
        return WrittenJson.WriteObject(json =>
        {
            json.WriteString("id", id);
            json.WriteString("text", text);
            json.WriteStartArray("spans");
            spans.ForEach(span => span.WriteTo(json));
            json.WriteEndArray();
        });
    }
}
