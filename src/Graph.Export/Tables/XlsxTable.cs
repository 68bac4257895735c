using System.IO.Compression;
using SpreadCheetah;

namespace Graph.Export;

/// <summary>A workbook of Excel. Every text is a text and never a formula, whatever it begins with.</summary>
internal sealed class XlsxTable : ITableWriter
{
    private const int MostRows = 1_048_576;
    private const int LongestText = 32_767;
    private const long LargestExact = 1L << 53;

    private readonly ImmutableArray<TableColumn> columns;
    private readonly LossLedger losses;
    private readonly Stream output;
    private readonly MemoryStream packed = new();
    private readonly Spreadsheet sheet;
    private int count = 1;

    public XlsxTable(Stream output, ImmutableArray<TableColumn> columns, LossLedger losses)
    {
        this.columns = columns;
        this.losses = losses;
        this.output = output;
        sheet = Spreadsheet.CreateNewAsync(packed, new SpreadCheetahOptions { DocumentProperties = null })
            .AsTask()
            .GetAwaiter()
            .GetResult();
        sheet.StartWorksheetAsync("Result").AsTask().GetAwaiter().GetResult();
        sheet.AddRowAsync(columns.Select(column => new DataCell(Cut(column.Name))).ToArray()).AsTask().GetAwaiter().GetResult();
    }

    public void Write(IReadOnlyList<Value[]> values, int rows)
    {
        var cells = new DataCell[columns.Length];
        for (var row = 0; row < rows; row++)
        {
            if (count == MostRows)
            {
                losses.Count("row is beyond what a sheet holds", "rows are beyond what a sheet holds", rows - row);
                return;
            }

            for (var column = 0; column < cells.Length; column++)
                cells[column] = CreateCell(values[column][row]);
            sheet.AddRowAsync(cells).AsTask().GetAwaiter().GetResult();
            count++;
        }
    }

    public void Dispose()
    {
        sheet.FinishAsync().AsTask().GetAwaiter().GetResult();
        sheet.Dispose();
        using (var archive = new ZipArchive(packed, ZipArchiveMode.Update, leaveOpen: true))
        {
            // The same rows give the same bytes, whenever they are written.
            foreach (var entry in archive.Entries)
                entry.LastWriteTime = new DateTimeOffset(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);
        }

        packed.WriteTo(output);
    }

    private DataCell CreateCell(Value value) => value.Kind switch
    {
        ValueKind.Null => default,
        ValueKind.Boolean => new DataCell(value.AsBoolean()),
        ValueKind.Integer when value.AsInteger() is >= -LargestExact and <= LargestExact => new DataCell(value.AsInteger()),
        ValueKind.Float when double.IsFinite(value.AsFloat()) => new DataCell(value.AsFloat()),
        _ => new DataCell(Cut(PlainText.Format(value))),
    };

    private string Cut(string text)
    {
        var clean = XmlTexts.Clean(text, losses);
        if (clean.Length <= LongestText)
            return clean;
        losses.Count("text is longer than a cell holds and was cut", "texts are longer than a cell holds and were cut");
        return clean[..(char.IsHighSurrogate(clean[LongestText - 1]) ? LongestText - 1 : LongestText)];
    }
}
