using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// WikiANN's <c>spans</c>, which say of names what numbered tags do not without their labels: <c>["PER: Mira Ek", "LOC: Oslo"]</c>.
/// </summary>
internal static class NamedSpans
{
    private const string Field = "spans";

    /// <summary>The field of a record with such texts; null where it has none.</summary>
    public static string? Find(JsonElement record) =>
        record.Get(Field).IsTexts() && record.Items(Field).All(item => Split(JsonText.Get(item)) is not null) ? Field : null;

    /// <summary>Each is where the words stand next.</summary>
    public static void Add(JsonElement spans, JsonArticleDraft draft)
    {
        var from = 0;
        foreach (var (type, words) in spans.Items().Select(item => Split(JsonText.Get(item))!.Value))
        {
            var start = WordFinder.Find(draft.Text, words, from) is >= 0 and var next ? next : WordFinder.Find(draft.Text, words);
            if (start < 0)
            {
                draft.Log.CountLoss("mentions whose words are not in the text", 1, draft.Place);
                continue;
            }

            draft.AddMention(null, [type], new TextSpan(start, words.Length));
            from = start + words.Length;
        }
    }

    private static (string Type, string Words)? Split(string text) =>
        text.IndexOf(": ", StringComparison.Ordinal) is > 0 and var colon
            && text.AsSpan(0, colon).IndexOf(' ') < 0
            && text[(colon + 2)..] is { Length: > 0 } words
            ? (text[..colon], words)
            : null;
}
