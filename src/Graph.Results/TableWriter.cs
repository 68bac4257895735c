using System.Globalization;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>Writes the lines of a table whose widths are known.</summary>
internal sealed class TableWriter(TableLayout layout, bool[] isNumeric, TableFrame frame, RenderOptions options, TextWriter output)
{
    private readonly int firstColumn = options.NumberRows ? 1 : 0;

    public void WriteHeader(string[] headers)
    {
        output.Write(frame.Top(layout.Widths));
        output.Write(frame.Vertical);
        for (var column = 0; column < layout.Widths.Length; column++)
            WriteCell(Fit(headers[column], column), column, TextStyle.Prompt);
        output.Write('\n');
    }

    public void WriteRow(long number, TableCell[] cells)
    {
        if (number == 1)
            output.Write(frame.Middle(layout.Widths));
        output.Write(frame.Vertical);
        if (firstColumn > 0)
            WriteCell(number.ToString(CultureInfo.InvariantCulture), 0, TextStyle.Faint);
        for (var column = firstColumn; column < layout.Widths.Length; column++)
        {
            var cell = cells[column - firstColumn];
            WriteCell(cell.IsNumber ? cell.Text : Fit(cell.Text, column), column, cell.Style);
        }

        output.Write('\n');
    }

    public void WriteEnd(long rows)
    {
        output.Write(frame.Bottom(layout.Widths));
        if (layout.Hidden > 0 && rows >= 0)
            output.Write($"+{layout.Hidden} column{(layout.Hidden == 1 ? "" : "s")} (:mode line)\n");
    }

    private string Fit(string text, int column) => options.IsTerminal ? CellText.Cut(text, layout.Widths[column], frame.Ellipsis) : text;

    private void WriteCell(string text, int column, TextStyle style)
    {
        var padding = layout.Widths[column] - CellText.Measure(text, options.Guard);
        output.Write(' ');
        if (isNumeric[column])
            Pad(padding);
        if (options.UseColor && style != TextStyle.Plain)
            output.Write(Ansi.Paint(text, style, useColor: true));
        else
            output.Write(text);
        if (!isNumeric[column])
            Pad(padding);
        output.Write(' ');
        output.Write(frame.Vertical);
    }

    private void Pad(int count)
    {
        const string Blanks = "                                ";
        for (; count > Blanks.Length; count -= Blanks.Length)
            output.Write(Blanks);
        if (count > 0)
            output.Write(Blanks.AsSpan(0, count));
    }
}
