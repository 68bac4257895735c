using System.Globalization;
using System.IO.Compression;
using System.Text;
using ExcelDataReader;

namespace Graph.Annotations;

/// <summary>One sheet of an <c>.xlsx</c> workbook as delimited text, so that it is read as every other table is.</summary>
internal sealed class Workbook
{
    private const long HarmlessCells = 1 << 22;

    private readonly byte[] csv;

    private Workbook(byte[] csv, ImmutableArray<string> others) => (this.csv, OtherSheets) = (csv, others);

    /// <summary>The sheets that follow and have cells.</summary>
    public ImmutableArray<string> OtherSheets { get; }

    public static bool IsWorkbook(AnnotationFile file) => file.Extension is ".xlsx" or ".xlsm";

    /// <param name="sheet">Null for the first.</param>
    /// <returns>Null for a file that is no workbook.</returns>
    public static Workbook? Open(AnnotationFile file, string? sheet, ReadingLog log)
    {
        if (!IsWorkbook(file))
            return null;

        try
        {
            return Read(file.FullPath, sheet);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // The library throws whatever it stumbles over in a damaged file.
            var place = SourcePlace.StartOf(file);
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "workbook", exception.Message.TrimEnd('.')));
            return new Workbook([], []);
        }
    }

    private static Workbook Read(string path, string? sheet)
    {
        // The library asks for the code page of older workbooks before it opens any.
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var names = new List<string>();
        using var stream = File.OpenRead(path);
        CheckSize(stream);
        using var reader = ExcelReaderFactory.CreateOpenXmlReader(stream);
        do
        {
            if (sheet is null || reader.Name == sheet)
                return new Workbook(Write(reader, HarmlessCells + (stream.Length * ArchiveStore.MaximumRatio)), ListFurther(reader));
            names.Add(reader.Name);
        }
        while (reader.NextResult());

        throw new InvalidDataException($"it has no sheet '{sheet}'; there are {string.Join(", ", names)}");
    }

    private static ImmutableArray<string> ListFurther(IExcelDataReader reader)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        while (reader.NextResult())
        {
            if (reader.RowCount > 0 && reader.FieldCount > 0)
                names.Add(reader.Name);
        }

        return names.ToImmutable();
    }

    /// <exception cref="InvalidDataException">It is no archive, or one that unpacks to much more than it is.</exception>
    private static void CheckSize(FileStream stream)
    {
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true))
        {
            if (archive.Entries.Sum(entry => entry.Length) > Math.Max(ArchiveStore.HarmlessSize, stream.Length * ArchiveStore.MaximumRatio))
                throw new InvalidDataException($"it unpacks to more than {ArchiveStore.MaximumRatio} times its size");
        }

        stream.Position = 0;
    }

    /// <summary>The same as text.</summary>
    public string ToText() => Encoding.UTF8.GetString(csv);

    public Stream OpenCsv() => new MemoryStream(csv, writable: false);

    /// <param name="limit">The most cells, empty ones too, as one cell may stand so far out that a table around it is endless.</param>
    private static byte[] Write(IExcelDataReader reader, long limit)
    {
        var text = new StringBuilder();
        var cells = 0L;
        while (reader.Read())
        {
            cells += Math.Max(1, reader.FieldCount);
            if (cells > limit)
                throw new InvalidDataException(
                    $"the sheet '{reader.Name}' is a table of more than {limit} cells, of which almost none is filled");
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
