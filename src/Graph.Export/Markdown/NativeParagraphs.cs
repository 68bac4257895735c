namespace Graph.Export;

/// <summary>The paragraphs of a text, as a reader of the native format will find them: lines without an empty one between.</summary>
internal static class NativeParagraphs
{
    public static List<TextSpan> Find(string text, LossLedger losses)
    {
        var paragraphs = new List<TextSpan>();
        int? start = null;
        var end = 0;
        for (var line = 0; line <= text.Length;)
        {
            var next = text.IndexOf('\n', line);
            next = next < 0 ? text.Length : next;
            if (text.AsSpan(line, next - line).Trim().IsEmpty)
            {
                if (start is { } first)
                    paragraphs.Add(TextSpan.FromBounds(first, end));
                start = null;
            }
            else
            {
                start ??= line;
                end = next;
            }

            line = next + 1;
        }

        if (start is { } last)
            paragraphs.Add(TextSpan.FromBounds(last, end));
        if (string.Join("\n\n", paragraphs.Select(span => text.Substring(span.Start, span.Length))) != text || text.Contains('\r'))
            losses.Count(
                "text is written with one empty line between paragraphs", "texts are written with one empty line between paragraphs");
        return paragraphs;
    }

    /// <summary>The paragraph that holds a span; -1 where none does.</summary>
    public static int FindAround(IReadOnlyList<TextSpan> paragraphs, TextSpan span)
    {
        var found = FindAt(paragraphs, span.Start);
        return found >= 0 && paragraphs[found].Contains(span) ? found : -1;
    }

    /// <summary>The last paragraph that begins before an offset or at it; -1 where none does.</summary>
    public static int FindAt(IReadOnlyList<TextSpan> paragraphs, int offset)
    {
        var (low, high) = (0, paragraphs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = paragraphs[middle].Start <= offset ? (middle + 1, high) : (low, middle);
        }

        return low - 1;
    }
}
