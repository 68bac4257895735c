using System.Text;

namespace Graph.Core;

/// <summary>The texts of the articles and their sentences, by article node; read on demand.</summary>
public sealed class ArticleTexts
{
    private readonly ReadOnlyMemory<int> articles;
    private readonly ImmutableArray<TextSegment> segments;
    private readonly SentenceTable sentences;

    /// <param name="articles">The nodes that have a text, ascending; the index of a node is its row.</param>
    internal ArticleTexts(ReadOnlyMemory<int> articles, ImmutableArray<TextSegment> segments, SentenceTable sentences)
    {
        this.articles = articles;
        this.segments = segments;
        this.sentences = sentences;
    }

    internal ReadOnlyMemory<int> Articles => articles;

    internal ImmutableArray<TextSegment> Segments => segments;

    internal SentenceTable Sentences => sentences;

    /// <summary>The text of an article, or empty for a node that has none.</summary>
    public string GetText(int article) => Encoding.UTF8.GetString(GetUtf8(article));

    /// <summary>The text of an article in UTF-8, or empty for a node that has none.</summary>
    public ReadOnlySpan<byte> GetUtf8(int article)
    {
        var row = articles.Span.BinarySearch(article);
        return row < 0 ? default : FindSegment(row).GetUtf8(row);
    }

    /// <summary>The sentences in text order; they do not overlap and may leave gaps.</summary>
    public IReadOnlyList<TextSpan> GetSentences(int article)
    {
        var row = articles.Span.BinarySearch(article);
        return row < 0 ? [] : sentences.GetSentences(row);
    }

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

    private TextSegment FindSegment(int row)
    {
        var index = segments.Length - 1;
        while (segments[index].FirstRow > row)
            index--;
        return segments[index];
    }
}

/// <summary>The texts of consecutive articles, of at most 1 GB.</summary>
internal sealed class TextSegment(int firstRow, ReadOnlyMemory<int> offsets, ReadOnlyMemory<byte> blob)
{
    public const int MaximumLength = 1 << 30;

    public int FirstRow => firstRow;

    public ReadOnlyMemory<int> Offsets => offsets;

    public ReadOnlyMemory<byte> Blob => blob;

    public ReadOnlySpan<byte> GetUtf8(int row)
    {
        var bounds = offsets.Span.Slice(row - firstRow, 2);
        return blob.Span[bounds[0]..bounds[1]];
    }
}

/// <summary>The sentences of all articles, and where those of each article row begin.</summary>
internal sealed class SentenceTable(ReadOnlyMemory<int> offsets, IntegerVector starts, IntegerVector lengths)
{
    public ReadOnlyMemory<int> Offsets => offsets;

    public IntegerVector Starts => starts;

    public IntegerVector Lengths => lengths;

    public TextSpan[] GetSentences(int row)
    {
        var bounds = offsets.Span.Slice(row, 2);
        var spans = new TextSpan[bounds[1] - bounds[0]];
        for (var i = 0; i < spans.Length; i++)
            spans[i] = new TextSpan((int)starts[bounds[0] + i], (int)lengths[bounds[0] + i]);
        return spans;
    }
}
