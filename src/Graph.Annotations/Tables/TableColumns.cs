using System.Text;

namespace Graph.Annotations;

/// <summary>The columns of a table: commas, or tabs where the file is called <c>.tsv</c>. The first line names the columns.</summary>
internal sealed class TableColumns
{
    private readonly AnnotationFile file;
    private readonly ImmutableArray<string> header;
    private readonly TableFile table;

    private TableColumns(AnnotationFile file, ImmutableArray<string> header, TableFile table)
    {
        this.file = file;
        this.header = header;
        this.table = table;
    }

    public string Path => file.DisplayPath;

    public int RowCount => table.RowCount;

    public PropertyColumn this[string column] => table.Columns[header.IndexOf(column)];

    /// <summary>Reads all columns; those that are not named otherwise get the narrowest type that all their cells have.</summary>
    /// <param name="rename">From columns to properties; other columns keep their names.</param>
    /// <param name="required">Columns without which the table says nothing; the first that is missing is reported, and the result is null.</param>
    /// <param name="types">The columns whose type is given.</param>
    public static TableColumns? Read(
        AnnotationFile file,
        ImmutableDictionary<string, string> rename,
        IEnumerable<string?> required,
        Dictionary<string, TableColumnType> types,
        ReadingLog log)
    {
        var delimiter = file.Extension == ".tsv" ? '\t' : ',';
        ImmutableArray<string> header = [.. TableFile.ReadHeader(Open, delimiter).Distinct(StringComparer.Ordinal)];
        if (required.FirstOrDefault(name => name is not null && !header.Contains(name)) is { } missing)
        {
            var place = new SourcePlace(new SourceText(string.Join(delimiter, header), file.DisplayPath), default);
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "table", $"the column '{missing}' is missing"));
            return null;
        }

        var requests = header.Select(name => new TableColumnRequest(name, rename.GetValueOrDefault(name, name), types.GetValueOrDefault(name))).ToList();
        var table = TableFile.Read(Open, requests, delimiter);
        foreach (var problem in table.Problems)
            log.ReportMalformed(ReadingDiagnostics.Malformed(new FilePlace(file.DisplayPath, problem.Line, 1).Open(), problem.Column ?? "row", problem.Message));
        return new TableColumns(file, header, table);

        Stream Open() => OpenUtf8(file);
    }

    public bool Has(string column) => header.Contains(column);

    public FilePlace GetPlace(int row) => new(file.DisplayPath, table.GetLine(row), 1);

    /// <summary>The columns that are properties, under the names of these; of several for one property the first.</summary>
    public IEnumerable<PropertyColumn> ListProperties(IReadOnlyCollection<string?> used) =>
        header.Where(name => !used.Contains(name)).Select(name => this[name]).DistinctBy(column => column.Key, StringComparer.Ordinal);

    // Tables of spreadsheets may be UTF-16, which their first bytes tell.
    private static Stream OpenUtf8(AnnotationFile file)
    {
        var stream = TableFile.Open(file.FullPath);
        Span<byte> mark = stackalloc byte[2];
        var isUtf16 = stream.ReadAtLeast(mark, 2, throwOnEndOfStream: false) == 2 && mark is [0xFF, 0xFE] or [0xFE, 0xFF];
        stream.Position = 0;
        if (!isUtf16)
            return stream;
        using var reader = new StreamReader(stream, detectEncodingFromByteOrderMarks: true);
        return new MemoryStream(Encoding.UTF8.GetBytes(reader.ReadToEnd()));
    }
}
