using System.Globalization;
using Graph.Terminal;

namespace Graph.Cli.Rendering;

/// <summary>Shares the width of a terminal among the columns of a table.</summary>
internal static class ColumnWidths
{
    /// <summary>A blank on each side of a cell, and a line after it; one more line before the first.</summary>
    private const int ColumnFrame = 3;
    private const int SmallestColumn = 4;
    private const string Ellipsis = "…";

    /// <summary>The wants themselves where they fit; else the widest columns give way until all fit, down to a smallest width.</summary>
    public static int[] Fit(int[] wanted, int? totalWidth)
    {
        if (totalWidth is not { } total)
            return wanted;

        var available = total - 1 - ColumnFrame * wanted.Length;
        var limit = wanted.Max();
        while (limit > SmallestColumn && wanted.Sum(width => Math.Min(width, limit)) > available)
            limit--;
        return [.. wanted.Select(width => Math.Min(width, limit))];
    }

    /// <summary>As much of a text as fits, with an ellipsis if that is not all.</summary>
    public static string Cut(string text, int width)
    {
        if (text.Length <= width && !text.AsSpan().ContainsAnyExceptInRange(' ', '~') || CellWidth.Measure(text) <= width)
            return text;

        var end = 0;
        for (var cells = 0; end < text.Length;)
        {
            var length = StringInfo.GetNextTextElementLength(text, end);
            cells += CellWidth.MeasureElement(text.AsSpan(end, length));
            if (cells > width - 1)
                break;
            end += length;
        }

        return text[..end] + Ellipsis;
    }
}
