using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A record with its words one by one, each together with its tag: objects such as <c>{"text": "Mira", "ner": "B-PER"}</c> or lists such as
/// <c>["Mira", "B-PER"]</c>, in one list or in one for each sentence.
/// </summary>
internal sealed class TaggedWordsShape() : JsonShape("tagged words")
{
    private const string Origin = "sourcefile";
    private static readonly string[] Lists = ["tokens", "words", "sentences", "sentence", "data", "text", "ner", "entities", "annotations"];
    private static readonly HashSet<string> OfSentence = [.. Lists, "id", "sent_id"];

    private readonly SpanListShape spans = new();

    public override bool Fits(JsonElement record) => Find(record, needsName: true) is not null;

    public override bool FitsEmpty(JsonElement record) => Find(record, needsName: false) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var (name, fields) = (Find(record.Root, needsName: true) ?? Find(record.Root, needsName: false))!.Value;
        var words = ListSentences(record.Root.Get(name)).SelectMany(sentence => sentence.Items()).ToList();
        return PlacedWords.AreIn(record.Root, name, words)
            ? ReadTurnedOrPlain(PlacedWords.Turn(record.Root, name, fields, words), spans, record, reading)
            : Read(record, name, fields, reading);
    }

    private static IEnumerable<AnnotatedArticle> Read(JsonRecord record, string name, TaggedFields fields, JsonReading reading)
    {
        reading.CountUnread(record.Root, [name, Origin]);
        foreach (var sentence in record.Root.Items(name).Where(item => Array.Exists(Lists, inner => item.HasArray(inner))))
            reading.CountUnread(name, sentence, OfSentence);
        var article = new TaggedArticle(fields);
        foreach (var sentence in ListSentences(record.Root.Get(name)))
            article.Add(sentence);
        yield return article.ToArticle(reading.ReadMetadata(record.Root, record.Place, Origin), record.Place, reading);
    }

    private static (string Name, TaggedFields Fields)? Find(JsonElement record, bool needsName)
    {
        foreach (var name in Lists)
        {
            if (record.HasArray(name)
                && TaggedFields.Find(ListSentences(record.Get(name)).SelectMany(sentence => sentence.Items()), needsName) is { } fields)
                return (name, fields);
        }

        return null;
    }

    /// <summary>The list itself, or those in it: of words, or of objects that hold them.</summary>
    private static IEnumerable<JsonElement> ListSentences(JsonElement list)
    {
        var first = list.At(0);
        if (first.IsObject() && Array.Find(Lists, name => first.HasArray(name)) is { } inner)
            return list.Items().Select(sentence => sentence.Get(inner));
        return first.At(0).IsArray() || first.At(0).IsObject() ? list.Items() : [list];
    }
}

/// <summary>The same without records around: a file is a list of sentences or of words, and one article.</summary>
internal sealed class TaggedSentencesShape() : JsonShape("tagged sentences")
{
    public override bool IsWholeFile => true;

    public override bool Fits(JsonElement record) =>
        record.IsArray()
        && record.At(0) is var first
        && (first.IsObject() || first.IsArray())
        && TaggedFields.Find(record.Items()) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading) => ReadFile([record], reading);

    public override IEnumerable<AnnotatedArticle> ReadFile(IEnumerable<JsonRecord> records, JsonReading reading)
    {
        TaggedArticle? article = null;
        SourcePlace? first = null;
        foreach (var record in records)
        {
            first ??= record.Place;
            article ??= TaggedFields.Find(record.Root.Items()) is { } fields ? new TaggedArticle(fields) : null;
            article?.Add(record.Root);
        }

        if (article is not null)
            yield return article.ToArticle(new ArticleMetadata(), first!.Value, reading);
    }
}

/// <summary>Where a word and its tag stand in what holds both: names of an object, or places of a list.</summary>
/// <param name="Layers">Further fields of tags, such as those of names within names.</param>
/// <param name="ArePlain">Tags are types without a position.</param>
internal readonly record struct TaggedFields(JsonField Form, JsonField Tag, ImmutableArray<string> Layers, bool ArePlain)
{
    /// <summary>How tags are to be read that have positions; null where they have none.</summary>
    public Func<string, string>? Notation { get; init; }

    private const int Sample = 500;
    private static readonly ImmutableArray<string> Words = ["text", "word", "token", "form", "orth", "surface", "value", "string"];
    private static readonly ImmutableArray<string> Tags =
        ["ner", "ner1", "nertag", "namedentity", "bio", "iob", "biotag", "iobtag", "netag", "ne", "entity", "entitytype", "enttype", "tag",
            "label", "type"];

    /// <summary>Null where items are no words with tags.</summary>
    /// <param name="needsName">One of the tags at least is that of a name.</param>
    public static TaggedFields? Find(IEnumerable<JsonElement> items, bool needsName = true)
    {
        var sample = items.Take(Sample).ToList();
        if (sample.Count == 0)
            return null;
        if (sample[0].IsArray())
        {
            var length = sample[0].GetArrayLength();
            return length < 2 || !sample.TrueForAll(item => item.IsArray() && item.GetArrayLength() == length) ? null
                : Create(sample, new JsonField("0"), new JsonField($"{length - 1}"), mayBePlain: false, needsName);
        }

        if (SpanNames.FindAll(sample[0], Words).FirstOrDefault() is not { } word)
            return null;
        return SpanNames.FindAll(sample[0], Tags).Where(name => name != word)
            .Select(name => Create(
                sample, new JsonField(word), new JsonField(name), mayBePlain: SpanNames.Normalize(name) != "type", needsName))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>The other fields of words that hold tags with positions, some of them of a name.</summary>
    private static ImmutableArray<string> FindLayers(List<JsonElement> sample, JsonField word, JsonField tag) =>
        !sample[0].IsObject() ? [] :
    [
        .. sample.SelectMany(item => item.EnumerateObject()).Select(JsonText.GetName).Distinct()
            .Where(name => !word.Has(name) && !tag.Has(name) && sample.TrueForAll(item => TagSequence.IsTag(item.Text(name) ?? ""))
                && sample.Exists(item => item.Text(name)?.Length > 2)),
    ];

    private static TaggedFields? Create(List<JsonElement> sample, JsonField word, JsonField tag, bool mayBePlain, bool needsName)
    {
        if (!sample.TrueForAll(item => word.TryGet(item, out var text) && text.ValueKind == JsonValueKind.String))
            return null;
        var tags = sample.ConvertAll(item => ReadTag(tag, item));
        if (TagNotation.Find(tags) is { } notation && (!needsName || tags.Exists(text => text.Length > 2)))
            return new TaggedFields(word, tag, FindLayers(sample, word, tag), ArePlain: false) { Notation = notation };
        return mayBePlain && tags.Contains("O") && tags.Exists(text => text is not ("O" or "")) && tags.TrueForAll(IsType)
            ? new TaggedFields(word, tag, [], ArePlain: true)
            : null;
    }

    /// <summary>What is no name may be false.</summary>
    private static string ReadTag(JsonField tag, JsonElement item) =>
        tag.TryGet(item, out var value) && value.ValueKind == JsonValueKind.False ? "O" : tag.GetText(item) ?? "";

    public string ReadTag(JsonElement item) => ReadTag(Tag, item);

    /// <summary>With its position, whatever the notation.</summary>
    public string ReadPositioned(JsonElement item)
    {
        var tag = ReadTag(item);
        return ArePlain && tag is not ("O" or "") ? $"I-{tag}" : Notation?.Invoke(tag) ?? tag;
    }

    private static bool IsType(string tag) => tag.All(character => char.IsLetter(character) || character is '_' or '-');
}

/// <summary>Gathers words with their tags, sentence by sentence.</summary>
internal sealed class TaggedArticle(TaggedFields fields)
{
    private static readonly HashSet<string> Places =
        ["id", "index", "start", "end", "characterOffsetBegin", "characterOffsetEnd", "start_char", "end_char", "before", "after", "ws"];

    private readonly TokenizedText text = new();
    private readonly TagSequence tags = new();
    private readonly ImmutableArray<(string Name, TagSequence Tags)> layers = [.. fields.Layers.Select(name => (name, new TagSequence()))];
    private readonly SortedDictionary<string, int> unread = new(StringComparer.Ordinal);

    public void Add(JsonElement sentence)
    {
        foreach (var item in sentence.Items())
        {
            text.Add(fields.Form.GetText(item) ?? "");
            tags.Add(text.Tokens.Count - 1, fields.ReadPositioned(item));
            foreach (var layer in layers)
                layer.Tags.Add(text.Tokens.Count - 1, item.Text(layer.Name) ?? "");
            foreach (var field in item.Fields())
            {
                // A tag outside of names says nothing in any field.
                if (field.Value.IsSaying()
                    && field.Value.Text() != "O"
                    && JsonText.GetName(field) is var name
                    && !fields.Form.Has(name)
                    && !fields.Tag.Has(name)
                    && !fields.Layers.Contains(name)
                    && !Places.Contains(name))
                    unread[name] = unread.GetValueOrDefault(name) + 1;
            }
        }

        tags.Break();
        foreach (var layer in layers)
            layer.Tags.Break();
        text.EndSentence();
    }

    public AnnotatedArticle ToArticle(ArticleMetadata metadata, SourcePlace place, JsonReading reading)
    {
        foreach (var (name, count) in unread)
            reading.Log.CountPassed($"'{name}' of words", count);
        return new AnnotatedArticle(metadata, text.ToString())
        {
            File = reading.File,
            Mentions =
            [
                .. tags.Runs.Select((run, index) => new Mention($"t{index + 1}", [run.Type], [text.Cover(run.First, run.Last)], place)),
                .. layers.SelectMany(layer => layer.Tags.Runs.Select((run, index) => new Mention(
                    $"{layer.Name}.{index + 1}", [run.Type], [text.Cover(run.First, run.Last)], place) { Layer = layer.Name })),
            ],
            Sentences = text.HasSentences ? text.GetSentences() : default,
        };
    }
}
