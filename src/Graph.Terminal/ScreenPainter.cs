using System.Text;

namespace Graph.Terminal;

/// <summary>Shows frames one over the other, each with one write, so that nothing flickers.</summary>
internal sealed class ScreenPainter(IScreen screen)
{
    private Frame shown = Frame.Empty;
    private int shownWidth = screen.Width;

    public void Paint(Frame frame)
    {
        var output = new StringBuilder(Ansi.HideCursor).Append(Ansi.Up(RowsAboveCursor()));
        for (var i = 0; i < frame.Rows.Count; i++)
        {
            // Erase before, not after: behind the last cell of a full row the terminal would erase that cell.
            output.Append(i > 0 ? "\r\n" : "\r").Append(Ansi.EraseLine).Append(frame.Rows[i]);
        }

        if (RowCount() > frame.Rows.Count)
            output.Append("\r\n").Append(Ansi.EraseBelow).Append(Ansi.Up(1));
        output.Append(Ansi.Up(frame.Rows.Count - 1 - frame.CursorRow)).Append(Ansi.ToColumn(frame.CursorColumn)).Append(Ansi.ShowCursor);
        screen.Write(output.ToString());
        shown = frame;
        shownWidth = screen.Width;
    }

    /// <summary>Leaves what is shown and goes to a fresh row below it.</summary>
    public void Finish(string suffix = "")
    {
        screen.Write($"{Ansi.Down(shown.Rows.Count - 1 - shown.CursorRow)}{Ansi.ToColumn(shown.Widths[^1])}{suffix}\r\n");
        shown = Frame.Empty;
    }

    public void Clear()
    {
        screen.Write(Ansi.EraseScreen);
        shown = Frame.Empty;
    }

    private int RowCount() => shown.Widths.Sum(RowsNow);

    /// <summary>A terminal that became narrower has broken the rows that no longer fit.</summary>
    private int RowsAboveCursor() =>
        shown.Widths.Take(shown.CursorRow).Sum(RowsNow) + (screen.Width < shownWidth ? shown.CursorColumn / screen.Width : 0);

    private int RowsNow(int cells) => screen.Width < shownWidth ? Math.Max(1, (cells + screen.Width - 1) / screen.Width) : 1;
}
