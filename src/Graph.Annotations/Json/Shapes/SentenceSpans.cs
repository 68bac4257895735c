using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Spans of tokens that count in the sentence whose number they have, where a record has its tokens in sentences.</summary>
internal static class SentenceSpans
{
    private static readonly ImmutableArray<string> Numbers =
        ["sentid", "sentenceid", "sentidx", "sentenceidx", "sentenceindex", "sentindex", "sentencenumber", "sentnum", "sentence", "sent"];

    /// <summary>The field with the number of the sentence, counted from 0; null where spans count in the whole text, or none says
    /// so.</summary>
    /// <param name="spans">The tokens of the record.</param>
    public static string? Find(JsonSpans spans, SpanFields fields, List<JsonElement> items)
    {
        if (spans.Sentences.IsDefaultOrEmpty || !fields.HasEnd || SpanNames.FindNumber(items[0], Numbers) is not { } name)
            return null;
        return items.TrueForAll(item => Get(spans, fields, item, name) is not null)
            && !items.TrueForAll(item => LiesInSentence(spans, fields.ReadSpan(item), item.Integer(name)!.Value))
                ? name
                : null;
    }

    /// <summary>Where a span lies that counts in its sentence; null where it does not lie in that, or its words are others.</summary>
    private static TextSpan? Get(JsonSpans spans, SpanFields fields, JsonElement item, string name) =>
        item.Integer(name) is >= 0 and var sentence && sentence < spans.Sentences.Length
        && fields.HasLabel(item)
        && fields.ReadSpan(item) is var recorded && spans.TryGet(recorded.Start, recorded.End, out var span, (int)sentence)
        && (recorded.Surface is not { } words || SpanListLayout.IsSaid(words, spans.Text, span))
            ? span
            : null;

    /// <summary>Whether a span that counts in the whole text lies in the sentence of its number.</summary>
    private static bool LiesInSentence(JsonSpans spans, RecordedSpan recorded, long sentence) =>
        spans.TryGet(recorded.Start, recorded.End, out var span)
        && spans.Sentences[(int)sentence].Start <= span.Start && span.End <= spans.Sentences[(int)sentence].End
        && (recorded.Surface is not { } words || SpanListLayout.IsSaid(words, spans.Text, span));
}
