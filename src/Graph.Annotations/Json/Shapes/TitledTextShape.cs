using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Spans whose offsets count in the title and in the text behind it, as their words show. The record is read as one whose text begins with
/// the title.
/// </summary>
internal sealed class TitledTextShape() : JsonShape("title and text")
{
    private static readonly string[] Titles = ["title", "headline"];

    // What stands between the two.
    private static readonly string[] Joints = [" ", "\n", "", ". ", "\n\n"];

    private readonly SpanListShape list = new();

    public override bool Fits(JsonElement record) => Find(record) is not null;

    /// <summary>One without spans has its title in the text too.</summary>
    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) => Find(record.Root) is var (name, text)
        ? ReadTurned(Turn(record.Root, name, text), list, record, reading)
        : list.Fits(record.Root) ? list.Read(record, reading)
        : JsonShapes.Plain.Read(record, reading);

    /// <summary>The field of the text, and it with the title before; null where more spans have their words in the text alone.</summary>
    private static (string Name, string Text)? Find(JsonElement record)
    {
        if (!record.IsObject()
            || Array.Find(Titles, name => record.Get(name).ValueKind == JsonValueKind.String) is not { } titled
            || JsonTexts.FindKnown(record) is not { } name || JsonPath.IsPath(name) || JsonTexts.Get(record, name) is not { } text
            || SpanListLayout.Find(record) is not { Unit: SpanUnit.Characters, Fields.Surface: not null } layout || layout.Text != name)
            return null;
        var title = JsonText.Get(record.Get(titled));
        var spans = new JsonField(layout.List).GetAll(record).Select(item => layout.Fields.ReadSpan(item)).ToList();
        var most = CountFits(text);
        string? best = null;
        foreach (var joint in most * 2 < spans.Count ? Joints : [])
        {
            var whole = title + joint + text;
            if (CountFits(whole) is var fits && fits > most)
                (best, most) = (whole, fits);
        }

        return best is null || most * 2 <= spans.Count ? null : (name, best);

        int CountFits(string words) => TextOffsets.Choose(words, spans).CountFits(words, spans);
    }

    private static JsonDocument Turn(JsonElement record, string name, string text) => WrittenJson.WriteObject(json =>
    {
        foreach (var property in record.EnumerateObject())
        {
            if (JsonText.GetName(property) == name)
                json.WriteString(name, text);
            else
                property.WriteTo(json);
        }
    });
}
