using System.Globalization;
using Graph.Query;
using Graph.Query.Binding;
using Graph.Query.Types;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>
/// Each value of a row on a line of its own, under the number of the row; on a terminal, long values are wrapped at words.
/// </summary>
internal sealed class LineRenderer(GraphStore store, RenderOptions options) : ResultRenderer
{
    private const int SmallestText = 10;
    private const int RuleWidth = 40;

    /// <summary>Of one value, where not all rows are shown either.</summary>
    private const int MostLines = 40;

    private readonly ValueFormatter formatter = new(store, options.UseCaptions, options.Guard);

    public override RenderedRows Render(QueryResult result, TextWriter output, CancellationToken cancellation = default)
    {
        using var reader = new RowReader(result, options.RowLimit, cancellation);
        return Render(result.Columns, [], reader, output, isAll: false);
    }

    /// <summary>Rows that were read before, then the rest.</summary>
    public RenderedRows Render(
        ImmutableArray<BoundColumn> columns, List<TableCell[]> before, RowReader reader, TextWriter output, bool isAll)
    {
        var names = columns.Select(column => VisibleText.Show(column.Name)).ToArray();
        var width = names.Max(CellText.Measure);
        for (var row = 0; row < before.Count; row++)
            WriteRow(row + 1, names, width, before[row], output);
        var cells = new TableCell[names.Length];
        while (!isAll && reader.MoveNext())
        {
            for (var column = 0; column < cells.Length; column++)
                cells[column] = TableCell.Create(reader.Batch.GetValue(column, reader.Row), formatter, store);
            WriteRow(reader.Count, names, width, cells, output);
        }

        return reader.Finish();
    }

    private void WriteRow(long number, string[] names, int nameWidth, TableCell[] cells, TextWriter output)
    {
        var rule = options.IsAscii ? '-' : '─';
        var title = $"{new string(rule, 2)} {number.ToString(CultureInfo.InvariantCulture)} ";
        output.Write(Ansi.Paint(
            title + new string(rule, Math.Max(2, Math.Min(RuleWidth, options.Width ?? RuleWidth) - title.Length)),
            TextStyle.Faint,
            options.UseColor));
        output.Write('\n');
        for (var column = 0; column < names.Length; column++)
            WriteValue(names[column], nameWidth, cells[column], output);
    }

    private void WriteValue(string name, int nameWidth, TableCell cell, TextWriter output)
    {
        var label = name + new string(' ', nameWidth - CellText.Measure(name) + 2);
        var room = (options.Width ?? int.MaxValue) - nameWidth - 2;
        output.Write(Ansi.Paint(label, TextStyle.Prompt, options.UseColor));
        if (options.IsTerminal && room < SmallestText)
        {
            // A name that leaves no room stands alone.
            output.Write('\n');
            (room, nameWidth) = (Math.Max(1, options.Width!.Value - 2), 0);
            output.Write("  ");
        }

        var (count, shown) = (0, 0);
        foreach (var line in options.IsTerminal ? CellText.Wrap(cell.Text, room) : [cell.Text])
        {
            if (count > 0)
                output.Write(new string(' ', nameWidth + 2));
            if (count++ == MostLines && options.RowLimit is not null)
            {
                output.Write(
                    $"... and {(cell.Text.Length - shown).ToString("N0", CultureInfo.InvariantCulture)} more characters (:rows all)\n");
                return;
            }

            output.Write(Ansi.Paint(line, cell.Style, options.UseColor));
            output.Write('\n');
            shown += line.Length;
        }
    }
}
