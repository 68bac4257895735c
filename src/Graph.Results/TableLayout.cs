namespace Graph.Results;

/// <summary>How wide the columns of a table are, decided by the rows at its beginning.</summary>
/// <param name="Widths">Of the columns that are shown.</param>
/// <param name="Hidden">How many of the last columns do not fit.</param>
internal sealed record TableLayout(int[] Widths, int Hidden)
{
    /// <summary>A blank on each side of a cell, and a line after it; one more line before the first.</summary>
    private const int ColumnFrame = 3;

    /// <summary>Text is not cut below this.</summary>
    private const int SmallestText = 6;

    public static int MeasureRow(int[] widths) => widths.Sum() + ColumnFrame * widths.Length + 1;

    /// <summary>
    /// The wants themselves where they fit. Else the widest columns of text give way until all fit; where that is not enough, the last
    /// columns go. Numbers are never narrowed.
    /// </summary>
    public static TableLayout Fit(int[] wanted, bool[] isNumeric, int? totalWidth)
    {
        if (totalWidth is not { } total || MeasureRow(wanted) <= total)
            return new TableLayout(wanted, 0);

        var shown = wanted.Length;
        while (shown > 1 && MeasureRow(Narrow(wanted, isNumeric, shown, SmallestText)) > total)
            shown--;
        var limit = wanted.Max();
        while (limit > 1 && MeasureRow(Narrow(wanted, isNumeric, shown, limit)) > total)
            limit--;
        return new TableLayout(Narrow(wanted, isNumeric, shown, limit), wanted.Length - shown);
    }

    private static int[] Narrow(int[] wanted, bool[] isNumeric, int shown, int limit) =>
        [.. wanted.Take(shown).Select((width, column) => isNumeric[column] ? width : Math.Min(width, limit))];
}
