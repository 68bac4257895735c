using System.Text.Json;

namespace Graph.Annotations;

/// <summary>The text of a record, and its offsets to spans, whatever they count.</summary>
internal sealed class JsonSpans
{
    private readonly SpanUnit unit;
    private readonly JsonTokens? tokens;
    private TextOffsets? offsets;

    private JsonSpans(string text, SpanUnit unit, JsonTokens? tokens) => (Text, this.unit, this.tokens) = (text, unit, tokens);

    public string Text { get; }

    /// <summary>How many units the text has.</summary>
    public int Length => tokens?.Count ?? Offsets.Length;

    public bool IsByTokens => tokens is not null;

    public int TokenCount => tokens?.Count ?? 0;

    /// <summary>The sentences, where the text is a list of them.</summary>
    public ImmutableArray<TextSpan> Sentences => tokens is { SentenceCount: > 1 } ? tokens.Sentences : default;

    private OffsetCounting Usual => new(unit == SpanUnit.Utf16 ? OffsetUnit.Utf16 : OffsetUnit.CodePoints);

    private TextOffsets WithLast => new(Text, Usual with { IncludesLast = true });

    private TextOffsets Offsets => offsets ??= new TextOffsets(Text, Usual);

    /// <summary>From a string, a list of tokens or sentences, or a list of lists of tokens; null where there is none of these.</summary>
    public static JsonSpans? Create(JsonElement record, JsonField field, SpanUnit unit)
    {
        var isByTokens = unit is SpanUnit.Tokens or SpanUnit.TokensInclusive;
        if (field.TryGet(record, out var value) && value.ValueKind == JsonValueKind.String && field.GetAll(record).Take(2).Count() < 2)
            return isByTokens
                ? FromTokens([.. JsonText.Get(value).Split(' ', StringSplitOptions.RemoveEmptyEntries)], unit)
                : new JsonSpans(JsonText.Get(value), unit, null);

        var items = field.GetAll(record).ToList();
        if (items.Count == 0)
            return value.IsArray() ? new JsonSpans("", unit, isByTokens ? JsonTokens.Read(value) : null) : null;
        if (items.Exists(item => item.ValueKind is not (JsonValueKind.String or JsonValueKind.Array or JsonValueKind.Object)))
            return null;
        if (!isByTokens && items.TrueForAll(item => item.ValueKind == JsonValueKind.String && JsonText.Get(item).Contains(' ')))
            return new JsonSpans(string.Join('\n', items.Select(JsonText.Get)), unit, null);

        var tokens = items[0].IsArray() ? JsonTokens.Read(items)
            : isByTokens
                && !value.IsArray() ? JsonTokens.FromSentences(items.Select(item =>
                    JsonText.Get(item).Split(' ', StringSplitOptions.RemoveEmptyEntries)))
            : JsonTokens.FromSentences([items.Select(JsonTokens.GetWord)]);
        return new JsonSpans(tokens.ToString(), unit, isByTokens ? tokens : null);
    }

    /// <summary>Takes the counting that fits the annotations best, where a text allows several.</summary>
    public void Choose(IReadOnlyCollection<RecordedSpan> spans, bool isUtf16)
    {
        if (tokens is null)
            offsets = TextOffsets.Choose(Text, isUtf16 ? new OffsetCounting(OffsetUnit.Utf16) : Usual, spans);
    }

    /// <summary>Whether ends that are the last character explain more of the spans, none of which has words.</summary>
    public bool MayIncludeLast(IReadOnlyCollection<RecordedSpan> spans) =>
        tokens is null && !Offsets.Counting.IncludesLast && CountWhole(spans) is var (without, with) && with > without;

    /// <summary>How many spans without words are whole words with an end behind their last character, and with that as their end.</summary>
    public (int Without, int With) CountWhole(IReadOnlyCollection<RecordedSpan> spans) => spans.All(span => span.Surface is null)
        ? (new TextOffsets(Text, Usual).CountFits(Text, spans), WithLast.CountFits(Text, spans))
        : (0, 0);

    public void IncludeLast() => offsets = WithLast;

    /// <summary>Whether all countings of the text are the same.</summary>
    public bool HasOneCounting() => tokens is not null || (System.Text.Ascii.IsValid(Text) && !Text.Contains('\r'));

    /// <summary>Whether characters of a span are its words; tokens are what they are.</summary>
    public bool Fits(RecordedSpan span) => tokens is not null || Offsets.CountFits(Text, [span]) == 1;

    public string GetWords(TextSpan span) => Text.Substring(span.Start, span.Length);

    public bool TryGet(long start, long end, out TextSpan span, int? sentence = null)
    {
        if (tokens is null)
            return Offsets.TryGetSpan(start, end, out span);
        return tokens.TryGetSpan(start, unit == SpanUnit.TokensInclusive ? end + 1 : end, out span, sentence);
    }

    private static JsonSpans FromTokens(string[] words, SpanUnit unit)
    {
        var tokens = JsonTokens.FromSentences([words]);
        return new JsonSpans(tokens.ToString(), unit, tokens);
    }
}
