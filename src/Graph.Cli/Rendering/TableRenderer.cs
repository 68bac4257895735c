using Graph.Terminal;
using Graph.Query;
using Spectre.Console;

namespace Graph.Cli.Rendering;

/// <summary>
/// A table for people. Rows are drawn in pages, each as wide as its own rows need, so that a large result streams; on a terminal,
/// long values are cut to its width with an ellipsis.
/// </summary>
internal sealed class TableRenderer(GraphStore store, RenderOptions options) : ResultRenderer
{
    private const int PageRows = 1000;

    /// <summary>Wider than any table, so that Spectre never breaks a row; cutting is done here.</summary>
    private const int UnlimitedWidth = 1 << 24;

    private readonly ValueFormatter formatter = new(store);

    public override long Render(QueryResult result, TextWriter output)
    {
        var headers = result.Columns.Select(column => VisibleText.Show(column.Name)).ToArray();
        var page = new List<TableCell[]>();
        var rows = 0L;
        foreach (var batch in result.Batches)
        {
            for (var row = 0; row < batch.Count; row++)
            {
                page.Add(GetCells(batch, row, headers.Length));
                if (page.Count == PageRows)
                    WritePage(headers, page, output);
            }

            rows += batch.Count;
        }

        if (page.Count > 0 || rows == 0)
            WritePage(headers, page, output);
        return rows;
    }

    private TableCell[] GetCells(RowBatch batch, int row, int columns)
    {
        var cells = new TableCell[columns];
        for (var column = 0; column < columns; column++)
        {
            var value = batch.GetValue(column, row);
            var isQualified = QualifiedFacts.Contains(store, value);
            cells[column] = new TableCell(formatter.FormatAlone(value), value.IsNumber, value.IsNull, isQualified);
        }

        return cells;
    }

    private void WritePage(string[] headers, List<TableCell[]> page, TextWriter output)
    {
        var widths = ColumnWidths.Fit(GetNaturalWidths(headers, page), options.Width);
        var table = new Table { Border = TableBorder.Rounded, ShowHeaders = true };
        for (var column = 0; column < headers.Length; column++)
            table.AddColumn(CreateColumn(headers[column], widths[column], IsNumeric(page, column)));
        foreach (var row in page)
            table.AddRow(row.Select((cell, column) => CreateText(cell, widths[column])));
        CreateConsole(output).Write(table);
        page.Clear();
    }

    private static int[] GetNaturalWidths(string[] headers, List<TableCell[]> page) =>
        [.. headers.Select((header, column) => page.Select(row => row[column].Text).Append(header).Max(text => CellWidth.Measure(text)))];

    private static bool IsNumeric(List<TableCell[]> page, int column) =>
        page.Any(row => row[column].IsNumber) && page.All(row => row[column].IsNumber || row[column].IsNull);

    private TableColumn CreateColumn(string header, int width, bool isNumeric) =>
        new(new Text(ColumnWidths.Cut(header, width), new Style(decoration: Decoration.Bold)))
        {
            NoWrap = true,
            Alignment = isNumeric ? Justify.Right : Justify.Left,
        };

    private static Text CreateText(TableCell cell, int width)
    {
        var color = cell.IsNull ? Color.Grey : cell.IsQualified ? Color.Olive : Color.Default;
        return new Text(ColumnWidths.Cut(cell.Text, width), new Style(color));
    }

    private IAnsiConsole CreateConsole(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = options.UseColor ? AnsiSupport.Yes : AnsiSupport.No,
            ColorSystem = options.UseColor ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new PlainOutput(output, UnlimitedWidth),
            Enrichment = new ProfileEnrichment { UseDefaultEnrichers = false },
        });
        console.Profile.Capabilities.Unicode = true;
        return console;
    }

    private readonly record struct TableCell(string Text, bool IsNumber, bool IsNull, bool IsQualified);
}
