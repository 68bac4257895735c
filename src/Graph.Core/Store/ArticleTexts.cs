using System.Text;

namespace Graph.Core;

/// <summary>The texts of the articles and their sentences, by article node; read on demand.</summary>
public sealed class ArticleTexts
{
    /// <param name="segments">By article; together they hold each article that has a text once.</param>
    internal ArticleTexts(ImmutableArray<TextSegment> segments) => Segments = segments;

    internal ImmutableArray<TextSegment> Segments { get; }

    /// <summary>The text of an article, or empty for a node that has none.</summary>
    public string GetText(int article) => Encoding.UTF8.GetString(GetUtf8(article));

    /// <summary>The text of an article in UTF-8, or empty for a node that has none.</summary>
    public ReadOnlySpan<byte> GetUtf8(int article) => FindRow(article, out var segment, out var row) ? segment.GetUtf8(row) : default;

    /// <summary>The sentences in text order; they do not overlap and may leave gaps.</summary>
    public IReadOnlyList<TextSpan> GetSentences(int article) =>
        FindRow(article, out var segment, out var row) ? segment.Sentences.GetSpans(row) : [];

    /// <summary>The span from the first to the last sentence that the given span touches; the span itself where there is none.</summary>
    public TextSpan GetSentenceSpan(Evidence evidence)
    {
        TextSpan? cover = null;
        foreach (var sentence in GetSentences(evidence.Article))
        {
            if (Touches(sentence, evidence.Span))
                cover = cover?.Cover(sentence) ?? sentence;
        }

        return cover ?? evidence.Span;
    }

    // An empty span touches the sentence that it stands in, or at the end of.
    private static bool Touches(TextSpan sentence, TextSpan span) => span.Length > 0
        ? sentence.Overlaps(span)
        : sentence.Start <= span.Start && span.Start <= sentence.End;

    private bool FindRow(int article, out TextSegment segment, out int row)
    {
        segment = null!;
        row = -1;
        for (var i = Segments.Length - 1; i >= 0 && row < 0; i--)
        {
            segment = Segments[i];
            if (segment.FirstArticle <= article)
            {
                row = segment.Articles.Span.BinarySearch(article);
                return row >= 0;
            }
        }

        return false;
    }
}

/// <summary>The texts of some articles, of at most 1 GB where there are several; the articles ascend from row to row.</summary>
internal sealed record TextSegment(
    int FirstArticle, ReadOnlyMemory<int> Articles, ReadOnlyMemory<int> Offsets, ReadOnlyMemory<byte> Blob, SpanLists Sentences)
{
    public const int MaximumLength = 1 << 30;

    public ReadOnlySpan<byte> GetUtf8(int row)
    {
        var bounds = Offsets.Span.Slice(row, 2);
        return Blob.Span[bounds[0]..bounds[1]];
    }
}

/// <summary>A list of spans in each row, in UTF-16 units: all spans, and where those of each row begin.</summary>
internal sealed record SpanLists(ReadOnlyMemory<int> Offsets, IntegerVector Starts, IntegerVector Lengths)
{
    public static readonly SpanLists Empty = new(new int[1], IntegerVector.Empty, IntegerVector.Empty);

    public TextSpan[] GetSpans(int row)
    {
        var bounds = Offsets.Span.Slice(row, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(bounds[1], Starts.Count);
        var spans = new TextSpan[bounds[1] - bounds[0]];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = new TextSpan((int)Starts[bounds[0] + i], (int)Lengths[bounds[0] + i]);
        return spans;
    }

    public static SpanLists Create(IReadOnlyList<IReadOnlyList<TextSpan>> rows)
    {
        var offsets = new int[rows.Count + 1];
        for (var row = 0; row < rows.Count; row++)
            offsets[row + 1] = offsets[row] + rows[row].Count;
        var spans = rows.SelectMany(row => row).ToArray();
        return new SpanLists(
            offsets,
            IntegerVector.Narrow(Array.ConvertAll(spans, span => span.Start)),
            IntegerVector.Narrow(Array.ConvertAll(spans, span => span.Length)));
    }
}
