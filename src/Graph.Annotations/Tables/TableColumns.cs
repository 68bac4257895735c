using System.Text;

namespace Graph.Annotations;

/// <summary>The columns of a table of delimited text or of a workbook. The first line names the columns.</summary>
internal sealed class TableColumns
{
    private readonly AnnotationFile file;
    private readonly ImmutableArray<string> header;
    private readonly TableFile table;
    private readonly TableShape shape;
    private readonly int firstLine;

    private TableColumns(AnnotationFile file, ImmutableArray<string> header, TableFile table, TableShape shape, int firstLine)
    {
        (this.file, this.header, this.table, this.shape, this.firstLine) = (file, header, table, shape, firstLine);
    }

    public string Path => file.DisplayPath;

    public int RowCount => table.RowCount;

    public PropertyColumn this[string column] => table.Columns[header.IndexOf(column)];

    /// <summary>Reads all columns; those whose type is not given get the narrowest type that all their cells have.</summary>
    /// <param name="required">Columns without which the table says nothing; the first that is missing is reported, and the result is
    /// null.</param>
    /// <param name="types">The columns whose type is given by what they are for.</param>
    public static TableColumns? Read(
        AnnotationFile file, TableShape shape, IEnumerable<string?> required, Dictionary<string, TableColumnType> types, ReadingLog log)
    {
        var (separator, skip) = TableDialects.Find(file, shape.Separator);
        var book = Workbook.Open(file, shape.Sheet, log);
        Func<Stream> open = book is null ? () => OpenUtf8(file, skip) : book.OpenCsv;
        separator = book is null ? separator : ',';
        var header = TableFile.ReadHeader(open, separator);
        if (required.FirstOrDefault(name => name is not null && !header.Contains(name)) is { } missing)
        {
            var place = new SourcePlace(new SourceText(string.Join(separator, header), file.DisplayPath), default);
            var near = NearestName.Find(missing, header) is { } name ? $"; did you mean '{name}'" : "";
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "table", $"the column '{missing}' is missing{near}"));
            return null;
        }

        var requests = header
            .Select(name => new TableColumnRequest(name, shape.Rename.GetValueOrDefault(name, name), ChooseType(name)))
            .ToList();
        var table = TableFile.Read(open, requests, new TableDialect(separator) { Nulls = shape.Nulls });
        var firstLine = skip > 0 ? 1 : 0;
        foreach (var problem in table.Problems)
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                new FilePlace(file.DisplayPath, firstLine + problem.Line, 1).Open(),
                problem.IsKept ? "whole row" : problem.Column ?? "row",
                problem.Message));
        foreach (var name in shape.Rename.Keys.Concat(shape.Types.Keys).Where(name => !header.Contains(name)).Distinct())
        {
            var place = new SourcePlace(new SourceText(string.Join(separator, header), file.DisplayPath), default);
            log.Report(ReadingDiagnostics.UnknownField(place, name, NearestName.Find(name, header)));
        }

        return new TableColumns(file, header, table, shape, firstLine);

        TableColumnType ChooseType(string name) =>
            types.TryGetValue(name, out var known) ? known
            : shape.Types.TryGetValue(name, out var declared) ? declared.ListSeparator is null ? declared.Scalar : TableColumnType.String
            : TableColumnType.Inferred;
    }

    public static ImmutableArray<string> ReadHeader(AnnotationFile file, char? given, string? sheet)
    {
        var (separator, skip) = TableDialects.Find(file, given);
        var book = Workbook.Open(file, sheet, new ReadingLog());
        return book is null ? TableFile.ReadHeader(() => OpenUtf8(file, skip), separator) : TableFile.ReadHeader(book.OpenCsv);
    }

    public bool Has(string column) => header.Contains(column);

    public FilePlace GetPlace(int row) => new(file.DisplayPath, firstLine + table.GetLine(row), 1);

    /// <summary>The columns that are properties, under the names of these; of several for one property the first.</summary>
    public IEnumerable<PropertyColumn> ListProperties(IReadOnlyCollection<string?> used) =>
        header.Where(name => !used.Contains(name) && !shape.Ignored.Contains(name))
            .Select(name => TableLists.Read(this[name], shape.Types.TryGetValue(name, out var type) ? type : null))
            .Where(column => column.Key.Length > 0).DistinctBy(column => column.Key, StringComparer.Ordinal);

    // Tables of spreadsheets may be UTF-16, which their first bytes tell.
    private static Stream OpenUtf8(AnnotationFile file, int skip)
    {
        var stream = TableFile.Open(file.FullPath);
        Span<byte> mark = stackalloc byte[2];
        var isUtf16 = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark is [0xFF, 0xFE] or [0xFE, 0xFF];
        stream.Position = isUtf16 ? 0 : skip;
        if (!isUtf16)
            return stream;
        using var reader = new StreamReader(stream, detectEncodingFromByteOrderMarks: true);
        return new MemoryStream(Encoding.UTF8.GetBytes(reader.ReadToEnd()[skip..]));
    }
}
