using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Where a record has its text and its list of spans, and how their fields are called.</summary>
/// <param name="List">A path, as spans may be listed below objects.</param>
internal readonly record struct SpanListLayout(string Text, string List, SpanFields Fields, SpanUnit Unit)
{
    private const int Deepest = 3;

    // Of questions on a text; what is named in it comes first.
    private const string Answers = "answers";

    // Texts that stand beside that of an article.
    private static readonly string[] Titles = ["title", "headline", "summary", "abstract", "description", "subtitle", "lead"];

    private static readonly string[] Arrays =
    [
        "entities", "mentions", "namedentities", "entitymentions", "ents", "spans", "ner", "goldentities", "nerspans", "entitylist",
        "entityspans", "entity", "annotations", "label", "labels",
    ];

    private static readonly string[] Plain = ["entities", "mentions", "namedentities", "entitymentions"];

    // What a text is made of; their tags are those of words, and without any they say nothing.
    private static readonly string[] Pieces = ["token", "tokens", "word", "words", "sentence", "sentences", "paragraphs", "lines",
        "chunks", "sents", "sections", "passages", "segments", "utterances", "turns", "clauses"];

    /// <summary>The relations beside, where there are any.</summary>
    public RelationListLayout? Relations { get; init; }

    public EventListLayout? Events { get; init; }

    public ChainListLayout? Chains { get; init; }

    /// <summary>The list is one of events, as no other has mentions.</summary>
    public bool AreEvents { get; init; }

    public static SpanListLayout? Find(JsonElement record) => FindMentions(record) is not { } found ? null
        : EventListLayout.FromSpans(found.List, found.Fields) is { } events ? found with { Events = events, AreEvents = true }
        : found with
        {
            Relations = RelationListLayout.Find(record, found.List, found.Fields),
            Events = EventListLayout.Find(record, found.List, found.Fields),
            Chains = ChainListLayout.Find(record, found.List, found.Fields),
        };

    private static SpanListLayout? FindMentions(JsonElement record)
    {
        if (!record.IsObject())
            return null;
        if (JsonTexts.FindName(record) is { } text)
        {
            var length = JsonTexts.Get(record, text)!.Length;
            var isKnown = JsonTexts.FindKnown(record) is not null;
            var labelled = FindLongest(record, text, SpanUnit.Characters, (fields, items) => AreSpans(fields, items, length)
                && (fields.HasEnd || HasWords(record, text, fields, items))
                && (isKnown || HasAnyWords(record, text, fields, items)));
            var best = labelled is { } found && !found.List.EndsWith(Answers, StringComparison.Ordinal)
                ? found
                : FindPlain(record, text, length) ?? labelled;
            // Spans may count the tokens that stand beside.
            return JsonTexts.FindTokens(record) is not ("tokens" or "words" or "token")
                || (best is { } counted && counted.CountsCharacters(record) != false)
                ? best : FindByTokens(record) ?? best;
        }

        return FindByTokens(record);
    }

    private static SpanListLayout? FindByTokens(JsonElement record) =>
        JsonTexts.FindTokens(record) is { } tokens
            ? FindInTokens(record, tokens, SpanUnit.Tokens)
                ?? FindInTokens(record, tokens, SpanUnit.TokensInclusive)
                ?? FindInSentences(record, tokens, SpanUnit.Tokens)
                ?? FindInSentences(record, tokens, SpanUnit.TokensInclusive)
                ?? FindWithoutWords(record, tokens)
            : null;

    private bool? CountsCharacters(JsonElement record)
    {
        var (fields, words) = (Fields, JsonTexts.Get(record, Text)!);
        return CountsCharacters(words, [.. new JsonField(List).GetAll(record).Select(item => fields.ReadSpan(item))]);
    }

    /// <summary>
    /// Whether half of the spans at least are whole words of a text, or those that they say; null in scripts without blanks, where that
    /// shows nothing.
    /// </summary>
    public static bool? CountsCharacters(string text, List<RecordedSpan> spans) =>
        text.AsSpan().IndexOfAnyInRange('\u3041', '\u9FFF') >= 0 || text.AsSpan().IndexOfAnyInRange('\u0E00', '\u0EFF') >= 0
            ? null : TextOffsets.Choose(text, spans).CountFits(text, spans) * 2 >= spans.Count;

    /// <summary>Whether the unit is sure, which without words the record alone does not say.</summary>
    public bool IsUnitSure => Unit == SpanUnit.Characters || Fields.Surface is not null;

    /// <summary>The places of the spans of a record.</summary>
    public IEnumerable<(long Start, long End)> ListSpans(JsonElement record)
    {
        var fields = Fields;
        return new JsonField(List).GetAll(record).Select(item => fields.ReadSpan(item)).Select(span => (span.Start, span.End));
    }

    /// <summary>Spans of tokens with a type and no words, all of which lie among the tokens.</summary>
    private static SpanListLayout? FindWithoutWords(JsonElement record, string name)
    {
        if (JsonSpans.Create(record, new JsonField(name), SpanUnit.Tokens) is not { IsByTokens: true } spans)
            return null;
        bool IsInside(SpanFields fields, JsonElement item) => fields.HasLabel(item)
            && fields.ReadSpan(item) is var span && span.Start >= 0 && span.Start <= span.End && span.End <= spans.Length;
        return FindLongest(
                record, name, SpanUnit.Tokens, (fields, items) => fields.HasEnd && fields.Type is not null
                    && items.TrueForAll(item => item.IsObject() && IsInside(fields, item)))
            ?? FindArrays(record, name, IsInside);
    }

    /// <summary>The same as arrays, which may be anything where their list is not called as one of names is.</summary>
    private static SpanListLayout? FindArrays(JsonElement record, string text, Func<SpanFields, JsonElement, bool> isInside)
    {
        foreach (var (path, items) in ListArrays(record, "", Deepest))
        {
            if (Arrays.Contains(SpanNames.Normalize(path)) && items[0].IsArray() && SpanFields.Find(items[0]) is { Surface: null } fields
                && items.TrueForAll(item => item.IsArray() && isInside(fields, item)))
                return new SpanListLayout(text, path, fields, SpanUnit.Tokens);
        }

        return null;
    }

    /// <summary>Spans that say nothing but where they are, in a list whose name says what it has.</summary>
    private static SpanListLayout? FindPlain(JsonElement record, string text, int length)
    {
        foreach (var (path, items) in ListArrays(record, "", Deepest))
        {
            if (Plain.Contains(SpanNames.Normalize(path.Split('.', '[')[^1])) && SpanFields.Find(items[0]) is { HasEnd: true } fields
                && items.TrueForAll(item => item.IsObject() && IsSpan(fields.ReadSpan(item), length)))
                return new SpanListLayout(text, path, fields, SpanUnit.Characters);
        }

        return null;
    }

    /// <summary>A start alone may be anything, unless all words are there.</summary>
    private static bool HasWords(JsonElement record, string text, SpanFields fields, List<JsonElement> items)
    {
        var words = JsonTexts.Get(record, text)!;
        return new[] { OffsetUnit.CodePoints, OffsetUnit.Utf16 }.Any(
            unit => new TextOffsets(words, new OffsetCounting(unit)).CountFits(words, items.Select(fields.ReadSpan)) == items.Count);
    }

    /// <summary>What is only the longest text of a record is that of its spans where it has the words of one, if they say any.</summary>
    private static bool HasAnyWords(JsonElement record, string text, SpanFields fields, List<JsonElement> items)
    {
        var surfaces = items.Select(item => fields.ReadSpan(item).Surface).OfType<string>().ToList();
        return surfaces.Count == 0 || JsonTexts.HasAny(JsonTexts.Get(record, text)!, surfaces);
    }

    /// <summary>Whether the last token is included shows in the words alone, so a list has them.</summary>
    private static SpanListLayout? FindInTokens(JsonElement record, string name, SpanUnit unit) =>
        JsonSpans.Create(record, new JsonField(name), unit) is { IsByTokens: true } spans
            ? FindLongest(
                record, name, unit,
                (fields, items) => fields.Surface is not null && items.TrueForAll(item => IsSaid(fields.ReadSpan(item), spans)))
            : null;

    private static bool IsSaid(RecordedSpan recorded, JsonSpans spans) =>
        recorded.Surface is { } words && spans.TryGet(recorded.Start, recorded.End, out var span) && IsSaid(words, spans.Text, span);

    /// <summary>Whether a text has words at a span, however these are parted.</summary>
    public static bool IsSaid(string words, string text, TextSpan span) =>
        WithoutBlanks(text.Substring(span.Start, span.Length)) == WithoutBlanks(words);

    /// <summary>Spans that count in the sentence whose number they have.</summary>
    private static SpanListLayout? FindInSentences(JsonElement record, string name, SpanUnit unit)
    {
        string? sentence = null;
        return JsonSpans.Create(record, new JsonField(name), unit) is { IsByTokens: true } spans
            && FindLongest(
                record, name, unit, (fields, items) => (sentence = SentenceSpans.Find(spans, fields, items)) is not null) is { } found
                ? found with { Fields = found.Fields with { Sentence = sentence } }
                : null;
    }

    private static string WithoutBlanks(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>
    /// The longest list that fits, one of events where there is no other; one of words or sentences where there is none of these, if they
    /// have types.
    /// </summary>
    private static SpanListLayout? FindLongest(
        JsonElement record, string text, SpanUnit unit, Func<SpanFields, List<JsonElement>, bool> fits) =>
        FindLongest(record, text, unit, fits, arePieces: false) ?? FindLongest(record, text, unit, fits, arePieces: true);

    /// <summary>Whether a list is called after another text of the record, as <c>title_entities</c> is after <c>title</c>.</summary>
    private static bool IsOfOther(JsonElement record, string path, string text) => record.EnumerateObject()
        .Where(field => field.Value.ValueKind == JsonValueKind.String && JsonText.GetName(field) != text)
        .Any(field => path.StartsWith($"{JsonText.GetName(field)}_", StringComparison.Ordinal)
            && path.Length > JsonText.GetName(field).Length + 1 && Titles.Contains(JsonText.GetName(field)));

    /// <summary>Whether a list has what the text is made of, by its name.</summary>
    public static bool IsPieces(string path) =>
        Pieces.Contains(path.Split('.')[^1].Split('[')[0].ToLowerInvariant());

    private static SpanListLayout? FindLongest(
        JsonElement record, string text, SpanUnit unit, Func<SpanFields, List<JsonElement>, bool> fits, bool arePieces)
    {
        SpanListLayout? best = null;
        var most = (IsNoEvents: false, Count: 0);
        var words = unit == SpanUnit.Characters ? JsonTexts.Get(record, text) : null;
        var joined = words ?? JsonSpans.Create(record, new JsonField(text), unit)?.Text;
        foreach (var (path, items) in ListArrays(record, "", Deepest))
        {
            // Where the text is in pieces, their list is none of spans.
            if (IsPieces(path) == arePieces
                && !IsOfOther(record, path, text)
                && JsonTexts.FirstStep(path) != JsonTexts.FirstStep(text)
                && (IsNoEvents: !EventListLayout.IsName(path), items.Count) is var rank && rank.CompareTo(most) > 0
                && SpanFields.FindIn(items)?.ChooseSurface(items, items[0].IsArray() ? joined : words).ChooseType(items) is { } fields
                && (!arePieces || (fields.Type is not null && !fields.IsByWords))
                && fits(fields, items))
                (best, most) = (new SpanListLayout(text, path, fields.WithoutSharedIds(items), unit), rank);
        }

        return best;
    }

    public JsonMap ToMap(string name) => new JsonMap(name)
    {
        Text = new JsonField(Text),
        Unit = Unit,
        Mentions = AreEvents ? new JsonField() : new JsonField(List),
        Mention = Fields.ToMap(),
    }.With(Relations, Events, Chains);

    /// <summary>All lists of an object: those in its lists of objects too, together.</summary>
    private static IEnumerable<(string Path, List<JsonElement> Items)> ListArrays(JsonElement holder, string prefix, int depth)
    {
        foreach (var property in holder.IsObject() && depth > 0 ? holder.EnumerateObject() : default)
        {
            var path = prefix + JsonText.GetName(property);
            // A name that is a path itself cannot be found by one.
            if (path.AsSpan(prefix.Length).IndexOfAny('.', '[') >= 0)
                continue;
            if (property.Value.IsObject())
            {
                foreach (var inner in ListArrays(property.Value, path + ".", depth - 1))
                    yield return inner;
            }
            else if (property.Value.IsArray() && property.Value.GetArrayLength() > 0)
            {
                yield return (path, property.Value.Items().ToList());
                var names = property.Value.Items().Take(1)
                    .SelectMany(item => item.IsObject() ? item.EnumerateObject().Where(inner => inner.Value.IsArray()) : []);
                foreach (var name in names.Select(JsonText.GetName))
                {
                    if (property.Value.Items().SelectMany(item => item.Items(name)).ToList() is { Count: > 0 } items)
                        yield return ($"{path}[].{name}", items);
                }
            }
        }
    }

    /// <summary>All that are somewhere are spans with labels; opinions on what is not said are nowhere.</summary>
    private static bool AreSpans(SpanFields fields, List<JsonElement> items, int length)
    {
        var placed = items.Where(item => !fields.ReadSpan(item).IsNowhere).ToList();
        return placed.Count > 0 && placed.TrueForAll(item => IsSpan(fields.ReadSpan(item), length) && fields.HasLabel(item));
    }

    /// <summary>One that ends where it starts may include its last character, if it has words.</summary>
    private static bool IsSpan(RecordedSpan span, int length) =>
        span.Start >= 0
        && (span.Start < span.End || (span.Start == span.End && span.Surface is { Length: > 0 }))
        && span.End <= (long)length * 4;
}
