using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// OntoNotes as Hugging Face has it: a document's sentences of words, with tags of names and with members of chains, each the number of its
/// chain, its first word and its last.
/// </summary>
internal sealed class NumberedChainShape() : JsonShape("sentences with numbered chains")
{
    private const string Sentences = "sentences";
    private const string Words = "words";
    private const string Tags = "named_entities";
    private const string Members = "coref_spans";
    private static readonly HashSet<string> OfSentence = [Words, Tags, Members, "part_id", "speaker"];
    private static readonly string[] Analysis =
        ["pos_tags", "parse_tree", "predicate_lemmas", "predicate_framenet_ids", "word_senses", "srl_frames"];

    public override bool Fits(JsonElement record) =>
        record.Items(Sentences).FirstOrDefault() is { ValueKind: JsonValueKind.Object } first && first.Get(Words).IsTexts()
        && record.Items(Sentences).All(sentence => sentence.HasArray(Words) && sentence.HasArray(Members));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var sentences = root.Items(Sentences).ToList();
        reading.CountUnread(root, [Sentences]);
        var passed = sentences.Sum(sentence => Analysis.Count(name => sentence.Get(name).IsSaying()));
        reading.Log.CountPassed("fields of sentences with parts of speech, syntax and roles", passed);
        foreach (var sentence in sentences)
            reading.CountUnread(Sentences, sentence, OfSentence.Concat(Analysis).ToHashSet(StringComparer.Ordinal));

        var tokens = JsonTokens.Read(sentences.Select(sentence => sentence.Get(Words)));
        var draft = reading.CreateDraft(record, tokens.ToString(), sentences: tokens.Sentences);
        for (var sentence = 0; sentence < sentences.Count; sentence++)
            AddNames(sentences[sentence].Get(Tags), sentence, tokens, draft, reading);
        AddChains(sentences, tokens, draft);
        yield return draft.ToArticle();
    }

    private static void AddNames(JsonElement list, int sentence, JsonTokens tokens, JsonArticleDraft draft, JsonReading reading)
    {
        var labels = TaggedTokensShape.FindLabels(list, Tags, reading);
        if (labels is null && TaggedTokensShape.IsByNumber(list))
        {
            TaggedTokensShape.CountWithoutLabels(Tags, list.GetArrayLength(), draft);
            return;
        }

        var tags = new TagSequence();
        foreach (var (token, item) in list.Items().Index())
            tags.Add(token, labels is null ? item.Text() ?? "" : labels.GetValueOrDefault(item.Integer() ?? -1, "O"));
        tags.Break();
        foreach (var run in tags.Runs)
        {
            if (tokens.TryGetSpan(run.First, run.Last + 1, out var span, sentence))
                draft.AddMention(null, [run.Type], span);
        }
    }

    private static void AddChains(List<JsonElement> sentences, JsonTokens tokens, JsonArticleDraft draft)
    {
        var chains = new SortedDictionary<long, List<int>>();
        var layer = draft.Mentions.Count > 0 ? "coreference" : null;
        foreach (var (sentence, item) in sentences.SelectMany((sentence, number) => sentence.Items(Members).Select(item => (number, item))))
        {
            var (chain, first, last) = (item.At(0).Integer() ?? -1, item.At(1).Integer() ?? -1, item.At(2).Integer() ?? -2);
            if (!tokens.TryGetSpan(first, last + 1, out var span, sentence))
            {
                draft.ReportSpan(first, last, tokens.CountTokens(sentence));
                continue;
            }

            chains.AddTo(chain, draft.FindOrAddMention(span, layer));
        }

        foreach (var (chain, members) in chains)
            draft.AddChain($"c{chain}", members);
    }
}
