using System.Text;

namespace Graph.Core;

/// <summary>Texts while a graph is built: UTF-8 one after the other, in pieces, so that no array has to grow by copying gigabytes.</summary>
internal sealed class TextCollector
{
    private const int PieceLength = 1 << 24;

    private readonly List<byte[]> pieces = [];
    private readonly List<StoredText> texts = [];
    private readonly List<TextSpan> sentenceSpans = [];
    private readonly HashSet<int> articles = [];
    private int used = PieceLength;

    public void Add(int article, string text, IReadOnlyList<TextSpan> sentences)
    {
        if (!articles.Add(article))
            throw new ArgumentException("The article has a text already.", nameof(article));
        var length = Encoding.UTF8.GetByteCount(text);
        if (pieces.Count == 0 || used + length > pieces[^1].Length)
        {
            pieces.Add(new byte[Math.Max(PieceLength, length)]);
            used = 0;
        }

        Encoding.UTF8.GetBytes(text, pieces[^1].AsSpan(used));
        texts.Add(new StoredText(article, pieces.Count - 1, used, length, sentenceSpans.Count, sentences.Count));
        used += length;
        sentenceSpans.AddRange(sentences);
    }

    public ArticleTexts Build(int[] nodeIds)
    {
        var sorted = texts.OrderBy(text => nodeIds[text.Article]).ToArray();
        var segments = ImmutableArray.CreateBuilder<TextSegment>();
        for (var row = 0; row < sorted.Length;)
        {
            var end = FindSegmentEnd(sorted, row);
            segments.Add(BuildSegment(sorted, row, end));
            row = end;
        }

        return new ArticleTexts(sorted.Select(text => nodeIds[text.Article]).ToArray(), segments.ToImmutable(), BuildSentences(sorted));
    }

    private static int FindSegmentEnd(StoredText[] sorted, int start)
    {
        var length = 0L;
        var end = start;
        while (end < sorted.Length && (end == start || length + sorted[end].Length <= TextSegment.MaximumLength))
            length += sorted[end++].Length;
        return end;
    }

    private TextSegment BuildSegment(StoredText[] sorted, int start, int end)
    {
        var offsets = new int[end - start + 1];
        for (var row = start; row < end; row++)
            offsets[row - start + 1] = offsets[row - start] + sorted[row].Length;
        var blob = new byte[offsets[^1]];
        for (var row = start; row < end; row++)
            pieces[sorted[row].Piece].AsSpan(sorted[row].Start, sorted[row].Length).CopyTo(blob.AsSpan(offsets[row - start]));
        return new TextSegment(start, offsets, blob);
    }

    private SentenceTable BuildSentences(StoredText[] sorted)
    {
        var offsets = new int[sorted.Length + 1];
        var starts = new int[sentenceSpans.Count];
        var lengths = new int[sentenceSpans.Count];
        for (var row = 0; row < sorted.Length; row++)
        {
            var first = offsets[row];
            for (var i = 0; i < sorted[row].SentenceCount; i++)
            {
                var span = sentenceSpans[sorted[row].FirstSentence + i];
                (starts[first + i], lengths[first + i]) = (span.Start, span.Length);
            }

            offsets[row + 1] = first + sorted[row].SentenceCount;
        }

        return new SentenceTable(offsets, IntegerVector.Narrow(starts), IntegerVector.Narrow(lengths));
    }

    private readonly record struct StoredText(int Article, int Piece, int Start, int Length, int FirstSentence, int SentenceCount);
}
