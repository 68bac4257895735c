using Graph.Query;
using Graph.Query.Binding;
using Graph.Query.Types;
using Graph.Terminal;

namespace Graph.Results;

/// <summary>
/// One table for people, written as its rows come. The rows at the beginning decide how wide its columns are. On a terminal, longer texts
/// are cut with an ellipsis and the last columns may be left out; elsewhere nothing is ever cut, and a longer cell pushes the rest of its
/// row.
/// </summary>
/// <param name="breaksRows">A table that is wider than the terminal is written line by line instead.</param>
internal sealed class TableRenderer(GraphStore store, RenderOptions options, bool breaksRows) : ResultRenderer
{
    private const int SampleRows = 1000;
    private const int SampleLength = 1 << 20;

    private readonly ValueFormatter formatter = new(store, options.UseCaptions, options.Guard);
    private readonly TableFrame frame = TableFrame.Of(options.IsAscii);

    public override RenderedRows Render(QueryResult result, TextWriter output, CancellationToken cancellation = default)
    {
        using var reader = new RowReader(result, options.RowLimit, cancellation);
        var headers = result.Columns.Select(column => VisibleText.Show(column.Name)).ToArray();
        var sample = ReadSample(reader, headers.Length, out var isAll);
        var numeric = headers.Select((_, column) => IsNumeric(sample, column, result.Columns[column].Type)).ToArray();
        if (options.NumberRows)
            (headers, numeric) = (["", .. headers], [true, .. numeric]);

        var wanted = Measure(headers, sample);
        if (breaksRows && options.Width is { } width && TableLayout.MeasureRow(wanted) > width)
            return new LineRenderer(store, options).Render(result.Columns, sample, reader, output, isAll);

        var writer = new TableWriter(TableLayout.Fit(wanted, numeric, options.Width), numeric, frame, options, output);
        writer.WriteHeader(headers);
        for (var row = 0; row < sample.Count; row++)
            writer.WriteRow(row + 1, sample[row]);
        var cells = new TableCell[result.Columns.Length];
        while (!isAll && reader.MoveNext())
            writer.WriteRow(reader.Count, ReadRow(reader, cells));
        writer.WriteEnd(reader.Count);
        return reader.Finish();
    }

    private List<TableCell[]> ReadSample(RowReader reader, int columns, out bool isAll)
    {
        var sample = new List<TableCell[]>();
        var length = 0L;
        isAll = false;
        while (sample.Count < SampleRows && length < SampleLength)
        {
            if (!reader.MoveNext())
            {
                isAll = true;
                break;
            }

            sample.Add(ReadRow(reader, new TableCell[columns]));
            foreach (var cell in sample[^1])
                length += cell.Text.Length;
        }

        return sample;
    }

    private TableCell[] ReadRow(RowReader reader, TableCell[] cells)
    {
        for (var column = 0; column < cells.Length; column++)
            cells[column] = TableCell.Create(reader.Batch.GetValue(column, reader.Row), formatter, store);
        return cells;
    }

    private int[] Measure(string[] headers, List<TableCell[]> sample)
    {
        var first = options.NumberRows ? 1 : 0;
        var widths = headers.Select(CellText.Measure).ToArray();
        if (first > 0)
            widths[0] = sample.Count.ToString(System.Globalization.CultureInfo.InvariantCulture).Length;
        foreach (var row in sample)
        {
            for (var column = 0; column < row.Length; column++)
                widths[first + column] = Math.Max(widths[first + column], CellText.Measure(row[column].Text, options.Guard));
        }

        return widths;
    }

    /// <summary>Without any value, the type of the column says what will come.</summary>
    private static bool IsNumeric(List<TableCell[]> sample, int column, StaticType type)
    {
        var hasNumber = false;
        foreach (var row in sample)
        {
            if (!row[column].IsNumber && !row[column].IsNull)
                return false;
            hasNumber |= row[column].IsNumber;
        }

        return hasNumber || type.Kind is TypeKind.Number or TypeKind.Integer or TypeKind.Float;
    }
}
