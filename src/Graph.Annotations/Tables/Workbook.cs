using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Graph.Annotations;

/// <summary>One sheet of an <c>.xlsx</c> workbook as delimited text, so that it is read as every other table is.</summary>
internal sealed class Workbook
{
    private readonly byte[] csv;

    private Workbook(byte[] csv) => this.csv = csv;

    public static bool IsWorkbook(AnnotationFile file) => file.Extension is ".xlsx" or ".xlsm";

    /// <param name="sheet">Null for the first.</param>
    /// <returns>Null for a file that is no workbook.</returns>
    public static Workbook? Open(AnnotationFile file, string? sheet, ReadingLog log)
    {
        if (!IsWorkbook(file))
            return null;

        // The library asks for the code page of older workbooks before it opens any.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var names = new List<string>();
        using var stream = File.OpenRead(file.FullPath);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        do
        {
            if (sheet is null || reader.Name == sheet)
                return new Workbook(Write(reader));
            names.Add(reader.Name);
        }
        while (reader.NextResult());

        var place = SourcePlace.StartOf(new SourceText("", file.DisplayPath));
        log.ReportMalformed(ReadingDiagnostics.Malformed(
            place, "workbook", $"it has no sheet '{sheet}'; there are {string.Join(", ", names)}"));
        return new Workbook([]);
    }

    public Stream OpenCsv() => new MemoryStream(csv, writable: false);

    private static byte[] Write(IExcelDataReader reader)
    {
        var text = new StringBuilder();
        while (reader.Read())
        {
            for (var column = 0; column < reader.FieldCount; column++)
            {
                if (column > 0)
                    text.Append(',');
                text.Append(Quote(Format(reader.GetValue(column))));
            }

            text.Append('\n');
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string Format(object? value) => value switch
    {
        null => "",
        DateTime { TimeOfDay.Ticks: 0 } day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        DateTime moment => moment.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        bool truth => truth ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    private static string Quote(string cell) =>
        cell.AsSpan().IndexOfAny(",\"\n\r") >= 0 || (cell.Length > 0 && (cell[0] == ' ' || cell[^1] == ' '))
            ? $"\"{cell.Replace("\"", "\"\"")}\""
            : cell;
}
