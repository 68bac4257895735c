using System.Text.Json;

namespace Graph.Annotations;

/// <summary>GLiNER's training data: <c>tokenized_text</c> and <c>ner</c> as first token, last token included, and label.</summary>
internal sealed class GlinerShape() : JsonShape("GLiNER")
{
    private static readonly HashSet<string> Taken = ["tokenized_text", "ner", "relations", "label", "negative", "negatives", "ner_labels"];

    public override bool Fits(JsonElement record) => record.Get("tokenized_text").IsTexts() && record.HasArray("ner");

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var tokens = JsonTokens.Read(record.Root.Get("tokenized_text"));
        reading.CountUnread(record.Root, Taken);
        var draft = reading.CreateDraft(record, tokens.ToString());
        var entities = new List<int?>();
        foreach (var item in record.Root.Items("ner"))
        {
            var span = draft.FindSpanTo(tokens, item.At(0).Integer() ?? -1, item.At(1).Integer() ?? -2);
            entities.Add(span is { } words ? draft.AddMention(null, item.At(2).Texts(), words) : null);
        }

        foreach (var item in record.Root.Items("relations"))
        {
            int? Find(int end) =>
                item.At(end).Integer() is { } number && number >= 0 && number < entities.Count ? entities[(int)number] : null;
            draft.AddRelation(null, item.At(2).Text(), Find(0), Find(1));
        }

        yield return draft.ToArticle();
    }
}

/// <summary>
/// A tag for each token in lists of the same length, as data sets of Hugging Face have them: tags that are texts, or numbers with a table
/// of labels in the file <c>label2id.json</c>, <c>label.json</c> or <c>id2label.json</c> beside.
/// </summary>
internal sealed class TaggedTokensShape() : JsonShape("tagged tokens")
{
    private static readonly string[] WordFields = ["tokens", "words", "sentence", "text", "sentences"];
    private static readonly string[] TagFields =
    [
        "ner_tags", "tags", "ner", "labels", "ner_labels", "entities", "bio_tags", "named_entities", "fine_ner_tags", "ner_tags_fine",
        "coarse_ner_tags", "ner_tags_coarse", "nested_ner_tags", "iob_tags", "ner_tag", "ne_tags", "str_tags", "tags_str", "ner_tags_str",
    ];

    public override bool Fits(JsonElement record) => FindWords(record) is { } words && ListLayers(record, words).Any();

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var root = record.Root;
        var words = FindWords(root)!;
        var tokens = JsonTokens.Read(root.Get(words));
        var layers = ListLayers(root, words).ToList();
        var named = NamedSpans.Find(root);
        reading.CountUnread(root, layers.Append(words).Append(named ?? words).ToHashSet(StringComparer.Ordinal));
        var draft = reading.CreateDraft(record, tokens.ToString());
        foreach (var layer in layers)
        {
            var labels = FindLabels(root.Get(layer), layer, reading);
            if (labels is null && named is not null && IsByNumber(root.Get(layer)))
                NamedSpans.Add(root.Get(named), draft);
            else
                AddTags(root.Get(layer), layer, layer == layers[0], labels, tokens, draft, reading);
        }

        yield return draft.ToArticle();
    }

    public static bool IsByNumber(JsonElement list) => Flatten(list).Any(tag => tag.ValueKind == JsonValueKind.Number);

    public static IReadOnlyDictionary<long, string>? FindLabels(JsonElement list, string name, JsonReading reading) => IsByNumber(list)
        ? reading.Labels?[name].Concat(reading.Labels[""]).FirstOrDefault() ?? reading.FindLabels(name)
        : null;

    public static void CountWithoutLabels(string name, int count, JsonArticleDraft draft) => draft.Log.CountLoss(
        $"tags by number without a table of labels; name them in corpus.yaml: 'json: {{text: tokens, unit: tokens, mentions: "
            + $"{{tags: {name}, labels: [O, B-PER, ...]}}}}'", count, draft.Place);

    private static void AddTags(
        JsonElement list, string name, bool isMain, IReadOnlyDictionary<long, string>? labels, JsonTokens tokens, JsonArticleDraft draft,
        JsonReading reading)
    {
        if (labels is null && IsByNumber(list))
        {
            CountWithoutLabels(name, tokens.Count, draft);
            return;
        }

        var tags = new TagSequence();
        var nested = new NestedTags();
        IReadOnlyCollection<string> written = labels is null ? ListTexts(list) : [.. labels.Values];
        // A list or a table without positions has only types.
        var joint = TagNotation.Find(written) is null ? reading.FindNotation(name, ListTexts) : null;
        var notation = TagNotation.Find(written)
            ?? (joint is not null ? tag => joint(tag) ?? tag : tag => tag is "O" or "" ? tag : $"I-{tag}");
        var areNested = written.Any(TagNotation.IsJoined);
        var token = 0;
        foreach (var sentence in list.At(0).IsArray() ? list.Items() : [list])
        {
            foreach (var item in sentence.Items())
            {
                var tag = labels is null ? item.Text() ?? "" : labels.GetValueOrDefault(item.Integer() ?? -1, "O");
                if (areNested)
                    nested.Add(token++, TagNotation.Split(tag));
                else
                    tags.Add(token++, notation(tag));
            }

            tags.Break();
            nested.Break();
        }

        foreach (var run in areNested ? nested.Runs : tags.Runs)
        {
            if (!tokens.TryGetSpan(run.First, run.Last + 1, out var span))
                continue;
            var main = isMain ? null : draft.FindMention(span);
            draft.Complete(
                draft.AddMention(null, [run.Type], span),
                mention => isMain ? mention : mention with { Layer = name, SameAs = main });
        }
    }

    private static string? FindWords(JsonElement record) => WordFields.FirstOrDefault(
        name => record.Get(name) is var list
            && (list.IsTexts() || (list.At(0).IsTexts() && list.Items().All(sentence => sentence.IsTexts()))));

    /// <summary>The items of a list, or of the lists of sentences in it.</summary>
    private static IEnumerable<JsonElement> Flatten(JsonElement list) =>
        list.At(0).IsArray() ? list.Items().SelectMany(JsonElements.Items) : list.Items();

    private static IEnumerable<string> ListLayers(JsonElement record, string words)
    {
        var list = record.Get(words);
        var length = Flatten(list).Count();
        bool IsLayer(string name) => name != words
            && record.Get(name) is { ValueKind: JsonValueKind.Array } tags
            && length > 0
            && tags.GetArrayLength() == list.GetArrayLength()
            && tags.At(0).IsArray() == list.At(0).IsArray()
            && Flatten(tags).Count() == length
            && IsTags(Flatten(tags).ToList(), mayBePlain: TagFields.Contains(name));
        var known = TagFields.Where(IsLayer).ToList();
        // What is called otherwise shows in its tags; numbers may be anything.
        return known.Count > 0 ? known
            : record.Fields().Select(JsonText.GetName).Where(name => IsLayer(name) && !IsByNumber(record.Get(name)));
    }

    private static bool IsTags(List<JsonElement> tags, bool mayBePlain)
    {
        if (tags.TrueForAll(tag => tag.ValueKind == JsonValueKind.Number))
            return true;
        if (!tags.TrueForAll(tag => tag.ValueKind is JsonValueKind.String or JsonValueKind.Null)
            || tags.TrueForAll(tag => tag.ValueKind == JsonValueKind.Null))
            return false;
        List<string> texts = [.. tags.Select(tag => tag.Text() ?? "")];
        return TagNotation.Find(texts) is not null
            || (mayBePlain && texts.Contains("O") && texts.TrueForAll(text => text.Length == 0 || TagNotation.IsPlain(text)));
    }

    private static List<string> ListTexts(JsonElement list) => [.. Flatten(list).Select(tag => tag.Text() ?? "")];
}
