using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// SciREX: words of a paper, sentences as ranges of these, names by words, the last one excluded; chains by the name of what they are;
/// results of several parts each, which are named by their chains.
/// </summary>
internal sealed class SciRexShape() : JsonShape("SciREX")
{
    private const string Results = "n_ary_relations";
    private static readonly HashSet<string> Taken = ["words", "sentences", "ner", "coref", Results, "doc_id"];

    public override bool Fits(JsonElement record) =>
        record.Get("words").IsTexts() && record.HasArray("ner") && record.Get("coref").IsObject();

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var words = root.Get("words").Texts();
        var tokens = JsonTokens.FromSentences(SplitSentences(root, words));
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, tokens.ToString(), reading.ReadMetadata(root, record.Place, "doc_id"), tokens.Sentences);
        foreach (var item in root.Items("ner"))
        {
            if (ReadSpan(item, tokens, draft) is { } span)
                draft.AddMention(null, [item.At(2).Text() ?? ""], span);
        }

        var chains = ReadChains(root, tokens, draft);
        foreach (var result in root.Items(Results))
            AddResult(result, chains, draft);
        yield return draft.ToArticle();
    }

    private static IEnumerable<IEnumerable<string>> SplitSentences(JsonElement root, ImmutableArray<string> words)
    {
        var ends = root.Items("sentences")
            .Select(sentence => (int)Math.Clamp(sentence.At(1).Integer() ?? 0, 0, words.Length))
            .Append(words.Length);
        var start = 0;
        foreach (var end in ends.Where(end => end > 0))
        {
            if (end > start)
                yield return words[start..end];
            start = Math.Max(start, end);
        }
    }

    private static TextSpan? ReadSpan(JsonElement item, JsonTokens tokens, JsonArticleDraft draft) =>
        draft.FindSpan(tokens, item.At(0).Integer() ?? -1, item.At(1).Integer() ?? -1);

    private static Dictionary<string, int> ReadChains(JsonElement root, JsonTokens tokens, JsonArticleDraft draft)
    {
        var first = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var chain in root.Get("coref").EnumerateObject())
        {
            var members = chain.Value.Items().Select(item => ReadSpan(item, tokens, draft)).OfType<TextSpan>()
                .Select(span => draft.FindOrAddMention(span, "coreference")).ToList();
            var name = JsonText.GetName(chain);
            draft.AddChain(name, members);
            if (members.Count > 0)
                first.TryAdd(name, members[0]);
        }

        return first;
    }

    /// <summary>A part whose name has no mention stays as the words that the result has for it.</summary>
    private static void AddResult(JsonElement result, Dictionary<string, int> chains, JsonArticleDraft draft)
    {
        var participants = new List<Participant>();
        var properties = new List<KeyValuePair<string, Value>>();
        foreach (var part in result.Fields())
        {
            if (part.Value.Text() is { } name && chains.TryGetValue(name, out var mention))
                participants.Add(new Participant(JsonText.GetName(part), new MentionArgument(mention)));
            else if (part.Value.IsSaying())
                properties.Add(new(JsonText.GetName(part), JsonText.ToValue(part.Value)));
        }

        draft.AddEvent(null, "result", null, participants, [], [.. properties]);
    }
}
