using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Spans of texts in files beside: a record names its file, <c>{"file": "a.txt", "spans": [{"start": 0, "end": 4, "label": "PER"}]}</c>, or
/// a list of spans stands under the name of each, <c>{"a.txt": [...]}</c>. Each is read as a record with its text.
/// </summary>
internal sealed class TextFileSpanShape() : JsonShape("spans of text files")
{
    private const string TextEnd = ".txt";
    private const string Text = "text";
    private static readonly string[] Files =
        ["file", "filename", "textfile", "document", "documentname", "doc", "docname", "source", "sourcefile", "path", "name", "id",
            "docid"];

    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) => ListDocuments(record).Any();

    public override IEnumerable<string> ListTexts(IEnumerable<JsonElement> records) =>
        records.SelectMany(ListDocuments).Select(document => Path.GetFileName(document.File)).Distinct(StringComparer.Ordinal);

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        foreach (var (file, own) in ListDocuments(record.Root))
        {
            if (JsonTextFiles.Read(file, record.Place, reading) is not { } text)
                continue;
            foreach (var article in ReadTurnedOrPlain(Turn(file, own, text), list, record, reading))
                yield return article;
        }
    }

    /// <summary>The names of texts, with the record or the list that is about each.</summary>
    private static IEnumerable<(string File, JsonElement Own)> ListDocuments(JsonElement record)
    {
        if (!record.IsObject() || (JsonTexts.FindKnown(record) ?? JsonTexts.FindTokens(record)) is not null)
            return [];
        if (FindFile(record) is { } name && record.Text(name) is { } file)
            return record.EnumerateObject().Any(property => IsSpans(property.Value)) ? [(file, record)] : [];
        return record.EnumerateObject().Any() && record.EnumerateObject().All(IsDocument) && record.EnumerateObject()
            .Any(property => IsSpans(property.Value))
            ? record.EnumerateObject().Select(property => (JsonText.GetName(property), property.Value))
            : [];
    }

    private static string? FindFile(JsonElement record) => record.EnumerateObject()
        .Where(property => Files.Contains(SpanNames.Normalize(JsonText.GetName(property)))
            && property.Value.ValueKind == JsonValueKind.String && IsText(JsonText.Get(property.Value)))
        .Select(JsonText.GetName).FirstOrDefault();

    private static bool IsDocument(JsonProperty property) => IsText(JsonText.GetName(property)) && property.Value.IsArray();

    private static bool IsText(string name) => name.Length > TextEnd.Length && name.EndsWith(TextEnd, StringComparison.OrdinalIgnoreCase);

    /// <summary>A list of places with a type or words.</summary>
    private static bool IsSpans(JsonElement value) =>
        value.At(0).ValueKind is JsonValueKind.Object or JsonValueKind.Array
        && value.Items().All(item => SpanFields.Find(item) is { HasEnd: true } fields && fields.ReadSpan(item).Start >= 0
            && fields.HasLabel(item));

    private static JsonDocument Turn(string file, JsonElement own, string text)
    {
        return WrittenJson.WriteObject(json =>
        {
            json.WriteString("id", Path.GetFileNameWithoutExtension(file));
            json.WriteString(Text, text);
            if (own.IsArray())
            {
                json.WritePropertyName("spans");
                own.WriteTo(json);
            }

            var name = own.IsObject() ? FindFile(own) : null;
            foreach (var property in own.Fields())
            {
                if (JsonText.GetName(property) is var other && other != name && other is not ("id" or Text))
                    property.WriteTo(json);
            }
        });
    }
}
