using System.Text;

namespace Graph.Terminal;

/// <summary>What the editor shows: rows no wider than the screen, and where the cursor stands among them.</summary>
/// <param name="Widths">The cells that each row fills.</param>
internal sealed record Frame(IReadOnlyList<string> Rows, IReadOnlyList<int> Widths, int CursorRow, int CursorColumn)
{
    public static readonly Frame Empty = new([""], [0], 0, 0);

    /// <summary>The rows around the cursor that fit on a screen.</summary>
    public Frame Clip(int height)
    {
        if (Rows.Count <= height)
            return this;

        var top = Math.Clamp(CursorRow - height / 2, 0, Rows.Count - height);
        return new Frame([.. Rows.Skip(top).Take(height)], [.. Widths.Skip(top).Take(height)], CursorRow - top, CursorColumn);
    }
}

/// <summary>
/// Lays styled text out in rows of a given width. A row break is never left to the terminal, so its place is always known.
/// </summary>
internal sealed class FrameBuilder(int width, bool useColor)
{
    private const string Tab = "    ";

    private readonly List<string> rows = [];
    private readonly List<int> widths = [];
    private readonly StringBuilder row = new();
    private TextStyle style;
    private int column;
    private int cursorRow;
    private int cursorColumn;

    /// <summary>Appends text without line breaks; hidden characters come out as signs.</summary>
    public void Append(ReadOnlySpan<char> text, TextStyle textStyle)
    {
        while (!text.IsEmpty)
        {
            var length = System.Globalization.StringInfo.GetNextTextElementLength(text);
            AppendElement(text[..length], textStyle);
            text = text[length..];
        }
    }

    public void BreakLine()
    {
        SetStyle(TextStyle.Plain);
        rows.Add(row.ToString());
        widths.Add(column);
        row.Clear();
        column = 0;
    }

    /// <summary>The cursor stands before what is appended next; at the end of a full row that is the start of the next one.</summary>
    public void MarkCursor()
    {
        if (column >= width)
            BreakLine();
        cursorRow = rows.Count;
        cursorColumn = column;
    }

    public Frame Build()
    {
        BreakLine();
        return new Frame(rows, widths, cursorRow, cursorColumn);
    }

    private void AppendElement(ReadOnlySpan<char> element, TextStyle elementStyle)
    {
        var shown = element is "\t" ? Tab : VisibleText.Show(element.ToString());
        var cells = CellWidth.Measure(shown);
        if (column > 0 && column + cells > width)
            BreakLine();
        SetStyle(elementStyle);
        row.Append(shown);
        column += cells;
    }

    private void SetStyle(TextStyle next)
    {
        if (!useColor || next == style)
            return;

        if (style != TextStyle.Plain)
            row.Append(Ansi.Reset);
        row.Append(Ansi.Begin(next));
        style = next;
    }
}
