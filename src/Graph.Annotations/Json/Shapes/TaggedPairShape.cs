using System.Text.Json;

namespace Graph.Annotations;

/// <summary>A sentence and a tag for each of its words, as two items of a list: <c>["Mira left", ["B-PER", "O"]]</c>.</summary>
internal sealed class TaggedPairShape() : JsonShape("tagged pairs")
{
    public override bool Fits(JsonElement record) => FitsEmpty(record) && record[1].Texts().Any(tag => tag.Length > 2);

    public override bool FitsEmpty(JsonElement record) =>
        record.IsArray() && record.GetArrayLength() == 2 && record[1].IsTexts()
        && record[1].Texts().All(TagSequence.IsTag)
        && ListWords(record).Length == record[1].GetArrayLength();

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var tokens = JsonTokens.FromSentences([ListWords(record.Root)]);
        var draft = reading.CreateDraft(record, tokens.ToString(), new ArticleMetadata());
        var tags = new TagSequence();
        foreach (var (number, tag) in record.Root[1].Texts().Index())
            tags.Add(number, tag);
        tags.Break();
        foreach (var run in tags.Runs)
        {
            if (tokens.TryGetSpan(run.First, run.Last + 1, out var span))
                draft.AddMention(null, [run.Type], span);
        }

        yield return draft.ToArticle();
    }

    private static ImmutableArray<string> ListWords(JsonElement record) => record[0].ValueKind == JsonValueKind.String
        ? [.. JsonText.Get(record[0]).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)]
        : record[0].Texts();
}
