using System.Globalization;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>Texts in the cells of a terminal.</summary>
internal static class CellText
{
    /// <summary>As much of a text as fits, with an ellipsis if that is not all.</summary>
    public static string Cut(string text, int width, string ellipsis)
    {
        if (Measure(text) <= width)
            return text;

        var end = 0;
        for (var cells = 0; end < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            cells += CellWidth.MeasureElement(text.AsSpan(end, length));
            if (cells > width - ellipsis.Length)
                break;
            end += length;
        }

        return $"{text.AsSpan(0, end)}{ellipsis.AsSpan(0, Math.Min(ellipsis.Length, Math.Max(0, width)))}";
    }

    /// <summary>A text with blanks behind it, up to so many cells.</summary>
    public static string Pad(string text, int width) =>
        Measure(text) is var cells && cells < width ? text + new string(' ', width - cells) : text;

    public static int Measure(string text) => Measure(text, RenderGuard.None);

    public static int Measure(string text, RenderGuard guard)
    {
        var rest = text.AsSpan();
        if (!rest.ContainsAnyExceptInRange(' ', '~'))
            return text.Length;

        var cells = 0;
        while (!rest.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(rest);
            cells += CellWidth.MeasureElement(rest[..length]);
            rest = rest[length..];
            guard.Count();
        }

        return cells;
    }

    /// <summary>
    /// The lines of a text that is broken at blanks, and inside words only where one is wider than a line. Its colours fill no cells; other
    /// control sequences it has none.
    /// </summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var start = 0;
        while (true)
        {
            var (end, next) = FindBreak(text, start, Math.Max(1, width));
            yield return text[start..end];
            if (next >= text.Length)
                yield break;
            start = next;
        }
    }

    /// <summary>Where a line ends, and where the next one begins: behind the blank it was broken at.</summary>
    private static (int End, int Next) FindBreak(string text, int start, int width)
    {
        var blank = -1;
        var position = start;
        for (var cells = 0; position < text.Length;)
        {
            if (text[position] == '\e' && text.IndexOf('m', position) is >= 0 and var end)
            {
                position = end + 1;
                continue;
            }

            var length = StringInfo.GetNextTextElementLength(text, position);
            cells += CellWidth.MeasureElement(text.AsSpan(position, length));
            if (text[position] == ' ')
                blank = position;
            if (cells > width && position > start)
                return blank > start ? (blank, blank + 1) : (position, position);
            position += length;
        }

        return (text.Length, text.Length);
    }
}
