using System.Text;

namespace Graph.Core;

/// <summary>
/// Texts while a graph is built: UTF-8 one after the other, in pieces, so that no array has to grow by copying gigabytes.
/// </summary>
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
            segments.Add(BuildSegment(sorted[row..end], nodeIds));
            row = end;
        }

        return new ArticleTexts(segments.ToImmutable());
    }

    private static int FindSegmentEnd(StoredText[] sorted, int start)
    {
        var length = 0L;
        var end = start;
        while (end < sorted.Length && (end == start || length + sorted[end].Length <= TextSegment.MaximumLength))
            length += sorted[end++].Length;
        return end;
    }

    private TextSegment BuildSegment(StoredText[] rows, int[] nodeIds)
    {
        var offsets = new int[rows.Length + 1];
        for (var row = 0; row < rows.Length; row++)
            offsets[row + 1] = offsets[row] + rows[row].Length;
        var blob = new byte[offsets[^1]];
        for (var row = 0; row < rows.Length; row++)
            pieces[rows[row].Piece].AsSpan(rows[row].Start, rows[row].Length).CopyTo(blob.AsSpan(offsets[row]));
        var articleNodes = Array.ConvertAll(rows, row => nodeIds[row.Article]);
        var sentences = Array.ConvertAll(rows, row => sentenceSpans.GetRange(row.FirstSentence, row.SentenceCount));
        return new TextSegment(articleNodes[0], articleNodes, offsets, blob, SpanLists.Create(sentences));
    }

    private readonly record struct StoredText(int Article, int Piece, int Start, int Length, int FirstSentence, int SentenceCount);
}
