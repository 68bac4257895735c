using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// SciERC, DyGIE++ and the data of coreference models: sentences of tokens; entities, relations and events listed by sentence, clusters by
/// document. Offsets are tokens of the document, the last one included; some data sets count them in the sentence.
/// </summary>
internal sealed class DygieShape() : JsonShape("DyGIE++")
{
    private static readonly string[] Annotations = ["ner", "relations", "events", "clusters"];
    private static readonly HashSet<string> Taken =
    [
        "sentences", "ner", "relations", "events", "clusters", "doc_key", "dataset", "_sentence_start", "predicted_ner",
        "predicted_relations", "predicted_events", "predicted_clusters",
    ];

    public override bool Fits(JsonElement record) =>
        record.Items("sentences").FirstOrDefault().IsTexts()
        && Annotations.Any(name => record.HasArray(name) || record.HasArray(DygieArticle.Predicted + name));

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var tokens = JsonTokens.Read(root.Get("sentences"));
        reading.CountUnread(root, Taken);
        var draft = reading.CreateDraft(record, tokens.ToString(), reading.ReadMetadata(root, record.Place, "doc_key"), tokens.Sentences);
        new DygieArticle(root, tokens, draft).Read();
        yield return draft.ToArticle();
    }
}

/// <summary>One document of DyGIE++.</summary>
internal sealed class DygieArticle(JsonElement root, JsonTokens tokens, JsonArticleDraft draft)
{
    /// <summary>What a model adds is read where nobody annotated; each item has a score and a probability at its end.</summary>
    public const string Predicted = "predicted_";

    private readonly bool isBySentence = CountsInSentence(root, tokens);

    public void Read()
    {
        foreach (var (sentence, item) in List("ner"))
        {
            if (ReadSpan(item, 0, sentence) is { } span)
                draft.Complete(
                    draft.AddMention(null, [item.At(2).Text() ?? ""], span),
                    mention => mention with { Confidence = GetProbability(item, 4) });
        }

        foreach (var (sentence, item) in List("relations"))
        {
            draft.AddRelation(
                null,
                item.At(4).Text(),
                FindMention(item, 0, sentence),
                FindMention(item, 2, sentence),
                relation => GetProbability(item, 6) is { } confidence
                    ? relation with { Status = new FactStatus(Confidence: confidence) }
                    : relation);
        }

        foreach (var (sentence, item) in List("events"))
            AddEvent(item, sentence);
        // Where only coreference was annotated its mentions are those of the text, else a layer beside the entities.
        var layer = Get("ner").Items().Any(list => list.Items().Any()) ? "coreference" : null;
        foreach (var cluster in Get("clusters").Items())
        {
            draft.AddChain(null, cluster.Items().Select(item => ReadSpan(item, 0, sentence: null)).OfType<TextSpan>()
                .Select(span => draft.FindOrAddMention(span, layer)));
        }
    }

    private JsonElement Get(string name) => root.HasArray(name) ? root.Get(name) : root.Get(Predicted + name);

    private static double? GetProbability(JsonElement item, int position) =>
        item.At(position) is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null;

    /// <summary>The items of a list of lists by sentence, or of one list for the document.</summary>
    private IEnumerable<(int? Sentence, JsonElement Item)> List(string name)
    {
        var lists = Get(name).Items().ToList();
        if (name != "events" && lists.Exists(list => list.At(0).ValueKind == JsonValueKind.Number))
            return lists.Select(item => ((int?)null, item));
        return lists.SelectMany((list, sentence) => list.Items().Select(item => ((int?)sentence, item)));
    }

    /// <summary>The first item is the trigger, with one token or with two; the others are arguments with their roles.</summary>
    private void AddEvent(JsonElement item, int? sentence)
    {
        var trigger = item.At(0);
        var typeAt = trigger.At(1).ValueKind == JsonValueKind.String ? 1 : 2;
        if (ReadSpan(trigger.At(0), typeAt == 1 ? trigger.At(0) : trigger.At(1), sentence) is not { } words)
            return;

        var type = trigger.At(typeAt).Text() ?? "";
        var participants = item.Items().Skip(1)
            .Select(argument => (Role: argument.At(2).Text() ?? "", Mention: FindMention(argument, 0, sentence)))
            .Where(argument => argument.Mention is not null)
            .Select(argument => new Participant(argument.Role, new MentionArgument(argument.Mention!.Value))).ToList();
        draft.AddEvent(null, type, draft.AddTrigger(null, type, words), participants);
    }

    private int? FindMention(JsonElement item, int first, int? sentence) =>
        ReadSpan(item, first, sentence) is { } span ? draft.FindOrAddMention(span, "argument") : null;

    private TextSpan? ReadSpan(JsonElement item, int first, int? sentence) => ReadSpan(item.At(first), item.At(first + 1), sentence);

    private TextSpan? ReadSpan(JsonElement first, JsonElement last, int? sentence) =>
        draft.FindSpan(tokens, first.Integer() ?? -1, (last.Integer() ?? -2) + 1, isBySentence ? sentence : null);

    /// <summary>Whether the entities fit their sentences, and do not as tokens of the document.</summary>
    private static bool CountsInSentence(JsonElement root, JsonTokens tokens)
    {
        var (fitsDocument, fitsSentence, sentence) = (true, true, 0);
        foreach (var list in (root.HasArray("ner") ? root.Items("ner") : root.Items(Predicted + "ner")).Where(
            list => list.At(0).ValueKind != JsonValueKind.Number))
        {
            if (sentence >= tokens.SentenceCount)
                break;
            foreach (var item in list.Items())
            {
                var (first, last) = (item.At(0).Integer() ?? -1, item.At(1).Integer() ?? -1);
                var start = tokens.GetFirstToken(sentence);
                fitsDocument &= first >= start && last < start + tokens.CountTokens(sentence);
                fitsSentence &= last < tokens.CountTokens(sentence);
            }

            sentence++;
        }

        return fitsSentence && !fitsDocument;
    }
}
