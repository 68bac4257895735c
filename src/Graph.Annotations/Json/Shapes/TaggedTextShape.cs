using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A text in one string and a list with a tag for each of its words between blanks. The record is read as one with a list of words.
/// </summary>
internal sealed class TaggedTextShape() : JsonShape("tags beside a text")
{
    private const string Tokens = "tokens";

    private readonly TaggedTokensShape tokens = new();

    public override bool Fits(JsonElement record) => Find(record) is { IsNamed: true };

    public override bool FitsEmpty(JsonElement record) => Find(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var text = Find(record.Root)!.Value.Text;
        var turned = WrittenJson.WriteObject(json =>
        {
            foreach (var property in record.Root.EnumerateObject().Where(property => JsonText.GetName(property) != text))
                property.WriteTo(json);
            json.WriteStartArray(Tokens);
            foreach (var word in Split(record.Root.Text(text)!))
                json.WriteStringValue(word);
            json.WriteEndArray();
        });
        return ReadTurned(turned, tokens, record, reading);
    }

    /// <summary>The field of the text, and whether a word of it is that of a name.</summary>
    private static (string Text, bool IsNamed)? Find(JsonElement record)
    {
        if (!record.IsObject() || JsonTexts.FindTokens(record) is not null || JsonTexts.FindKnown(record) is not { } name
            || record.Text(name) is not { } text)
            return null;
        var lists = record.EnumerateObject().Where(property => property.Value.IsTexts())
            .Select(property => property.Value.Texts()).ToList();
        if (lists.Count == 0)
            return null;
        var count = Split(text).Length;
        lists.RemoveAll(list => list.Length != count || TagNotation.Find(list) is null);
        return lists.Count == 0 ? null : (name, lists.Exists(list => list.Any(tag => tag.Length > 2)));
    }

    private static string[] Split(string text) => text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
