using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A record with its words one by one, each together with its tag: objects such as <c>{"text": "Mira", "ner": "B-PER"}</c> or lists such as
/// <c>["Mira", "B-PER"]</c>, in one list or in one for each sentence.
/// </summary>
internal sealed class TaggedWordsShape() : JsonShape("tagged words")
{
    private static readonly string[] Lists = ["tokens", "words", "sentences", "sentence", "data", "text", "ner", "entities", "annotations"];

    public override bool Fits(JsonElement record) => Find(record) is not null;

    public override IEnumerable<AnnotatedArticle> Read(JsonRecord record, JsonReading reading)
    {
        var (name, fields) = Find(record.Root)!.Value;
        reading.CountUnread(record.Root, new HashSet<string>([name], StringComparer.Ordinal));
        var article = new TaggedArticle(fields);
        foreach (var sentence in ListSentences(record.Root.Get(name)))
            article.Add(sentence);
        yield return article.ToArticle(reading.ReadMetadata(record.Root, record.Place), record.Place, reading);
    }

    private static (string Name, TaggedFields Fields)? Find(JsonElement record)
    {
        foreach (var name in Lists)
        {
            if (record.HasArray(name) && TaggedFields.Find(ListSentences(record.Get(name)).SelectMany(sentence => sentence.Items())) is { } fields)
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
        record.IsArray() && record.At(0) is var first && (first.IsObject() || first.IsArray()) && TaggedFields.Find(record.Items()) is not null;

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
/// <param name="ArePlain">Tags are types without a position.</param>
internal readonly record struct TaggedFields(JsonField Form, JsonField Tag, bool ArePlain)
{
    private const int Sample = 500;
    private static readonly ImmutableArray<string> Words = ["text", "word", "token", "form", "orth", "surface", "value"];
    private static readonly ImmutableArray<string> Tags =
        ["ner", "nertag", "bio", "iob", "biotag", "iobtag", "netag", "ne", "entity", "entitytype", "enttype", "tag", "label", "type"];

    /// <summary>Null where items are no words with tags, one of them at least of a name.</summary>
    public static TaggedFields? Find(IEnumerable<JsonElement> items)
    {
        var sample = items.Take(Sample).ToList();
        if (sample.Count == 0)
            return null;
        if (sample[0].IsArray())
        {
            var length = sample[0].GetArrayLength();
            return length < 2 || !sample.TrueForAll(item => item.IsArray() && item.GetArrayLength() == length) ? null
                : Create(sample, new JsonField("0"), new JsonField($"{length - 1}"), mayBePlain: false);
        }

        if (SpanNames.FindAll(sample[0], Words).FirstOrDefault() is not { } word)
            return null;
        return SpanNames.FindAll(sample[0], Tags).Where(name => name != word)
            .Select(name => Create(sample, new JsonField(word), new JsonField(name), mayBePlain: SpanNames.Normalize(name) != "type"))
            .FirstOrDefault(found => found is not null);
    }

    private static TaggedFields? Create(List<JsonElement> sample, JsonField word, JsonField tag, bool mayBePlain)
    {
        if (!sample.TrueForAll(item => word.TryGet(item, out var text) && text.ValueKind == JsonValueKind.String))
            return null;
        var tags = sample.ConvertAll(item => tag.GetText(item) ?? "");
        if (tags.TrueForAll(TagSequence.IsTag) && tags.Exists(text => text.Length > 2))
            return new TaggedFields(word, tag, ArePlain: false);
        return mayBePlain && tags.Contains("O") && tags.Exists(text => text is not ("O" or "")) && tags.TrueForAll(IsType)
            ? new TaggedFields(word, tag, ArePlain: true)
            : null;
    }

    private static bool IsType(string tag) => tag.All(character => char.IsLetter(character) || character is '_' or '-');
}

/// <summary>Gathers words with their tags, sentence by sentence.</summary>
internal sealed class TaggedArticle(TaggedFields fields)
{
    private static readonly HashSet<string> Places = new(StringComparer.Ordinal)
    {
        "id", "index", "start", "end", "characterOffsetBegin", "characterOffsetEnd", "start_char", "end_char", "before", "after", "ws",
    };

    private readonly TokenizedText text = new();
    private readonly TagSequence tags = new();
    private readonly SortedDictionary<string, int> unread = new(StringComparer.Ordinal);

    public void Add(JsonElement sentence)
    {
        foreach (var item in sentence.Items())
        {
            text.Add(fields.Form.GetText(item) ?? "");
            var tag = fields.Tag.GetText(item) ?? "";
            tags.Add(text.Tokens.Count - 1, fields.ArePlain && tag is not ("O" or "") ? $"I-{tag}" : tag);
            foreach (var field in item.IsObject() ? item.EnumerateObject() : default)
            {
                if (field.Value.IsSaying() && JsonText.GetName(field) is var name && !fields.Form.Has(name) && !fields.Tag.Has(name) && !Places.Contains(name))
                    unread[name] = unread.GetValueOrDefault(name) + 1;
            }
        }

        tags.Break();
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
            ],
            Sentences = text.HasSentences ? text.GetSentences() : default,
        };
    }
}
