using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// Words with tags that say where they are in a text of the record, which has more words than these: what taggers answer,
/// <c>{"entity": "B-PER", "word": "Mira", "start": 0, "end": 4}</c>.
/// </summary>
internal static class PlacedWords
{
    /// <summary>Whether all words have a place in a text beside their list, and are only some of it.</summary>
    public static bool AreIn(JsonElement record, string list, IReadOnlyCollection<JsonElement> words) =>
        JsonTexts.FindKnown(record) is { } name && JsonTexts.FirstStep(name) != list && JsonTexts.Get(record, name) is { } text
        && words.Count < text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length
        && words.All(word => word.IsObject() && word.Integer("start") is >= 0 and var start && start < word.Integer("end")
            && word.Integer("end") <= text.Length);

    /// <summary>The record with spans in place of the words: those whose tags go on with each other, and no more than a blank between, are
    /// one.</summary>
    public static JsonDocument Turn(JsonElement record, string list, TaggedFields fields, IReadOnlyList<JsonElement> words)
    {
        var tags = new TagSequence();
        foreach (var (number, word) in words.Index())
        {
            if (number > 0 && word.Integer("start") - words[number - 1].Integer("end") > 1)
                tags.Break();
            tags.Add(number, fields.ReadPositioned(word));
        }

        tags.Break();
        return WrittenJson.WriteSpans(record, name => name != list, json =>
        {
            foreach (var run in tags.Runs)
            {
                json.WriteStartObject();
                json.WriteNumber("start", words[run.First].Integer("start")!.Value);
                json.WriteNumber("end", words[run.Last].Integer("end")!.Value);
                json.WriteString("type", run.Type);
                if (run.First == run.Last && words[run.First].Number("score") is { } score)
                    json.WriteNumber("score", score);
                json.WriteEndObject();
            }
        });
    }
}
