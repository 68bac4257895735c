using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Graph.Annotations;

/// <summary>A table whose first row names its columns: CSV by commas, semicolons or tabs, or the first sheet of a workbook.</summary>
internal sealed class HeadedTable
{
    public static readonly ImmutableArray<string> Extensions = [".csv", ".tsv", ".tab", ".xlsx", ".xlsm"];
    private const string Delimiters = ",;\t";
    private const int RowsToPeek = 1000;

    private readonly Workbook? book;
    private readonly char delimiter;

    private HeadedTable(AnnotationFile file, Workbook? book)
    {
        (File, this.book) = (file, book);
        var head = Head;
        var first = head.AsSpan(0, head.IndexOf('\n') is >= 0 and var end ? end : head.Length);
        delimiter = Delimiters[0];
        foreach (var other in Delimiters)
            delimiter = first.Count(other) > first.Count(delimiter) ? other : delimiter;
        Header = [.. Parse(head).FirstOrDefault().Fields?.Select(name => name.Trim('\uFEFF', ' ')) ?? []];
        Names = [.. Header.Select(Normalize)];
    }

    public AnnotationFile File { get; }

    /// <summary>The names of the columns as they are written.</summary>
    public ImmutableArray<string> Header { get; }

    /// <summary>The same without regard to case and to what joins their words.</summary>
    public ImmutableArray<string> Names { get; }

    private string Head => book?.ToText() ?? File.Head;

    /// <summary>Null for a file that is no table by its name.</summary>
    public static HeadedTable? Open(AnnotationFile file) =>
        Extensions.Contains(file.Extension) ? new HeadedTable(file, Workbook.Open(file, null, new ReadingLog())) : null;

    /// <summary>The column with the first of several normalized names that is there; -1 where none is.</summary>
    public int Find(ImmutableArray<string> known)
    {
        foreach (var name in known)
        {
            if (Names.IndexOf(name) is >= 0 and var column)
                return column;
        }

        return -1;
    }

    /// <summary>A field without blanks around; null where it is empty, or the row or table has none.</summary>
    public static string? Get(string[] fields, int column) =>
        column >= 0 && column < fields.Length && fields[column].Trim() is { Length: > 0 } text ? text : null;

    /// <summary>The first rows: a table may have millions, and one of texts may have a first one that is longer than the head.</summary>
    public IEnumerable<string[]> PeekRows()
    {
        if (book is not null)
            return ListRows().Take(RowsToPeek);
        using var reader = File.OpenText();
        var rows = Parse(reader).Skip(1).Take(RowsToPeek).Select(row => row.Fields).ToList();
        // What is not UTF-8 is read as a whole to be guessed.
        return rows.Exists(fields => Array.Exists(fields, field => field.Contains('\uFFFD'))) ? ListRows().Take(RowsToPeek) : rows;
    }

    public IEnumerable<string[]> ListRows() => Parse(ReadText(new ReadingLog()).Text).Skip(1).Select(row => row.Fields);

    /// <summary>All rows with their places; further sheets are counted.</summary>
    public IEnumerable<(string[] Fields, SourcePlace Place)> ReadRows(ReadingLog log)
    {
        foreach (var sheet in book?.OtherSheets ?? [])
            log.CountLoss($"sheet '{sheet}' not read");
        var source = ReadText(log);
        foreach (var (fields, line) in Parse(source.Text).Skip(1))
            yield return (fields, SourcePlace.Line(source, Math.Min(line, source.LineCount)));
    }

    private SourceText ReadText(ReadingLog log) => book is null ? File.ReadText(log) : new SourceText(book.ToText(), File.DisplayPath);

    private IEnumerable<(string[] Fields, int Line)> Parse(string text) => Parse(new StringReader(text));

    private IEnumerable<(string[] Fields, int Line)> Parse(TextReader reader)
    {
        using var parser = new CsvParser(
            reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, Delimiter = delimiter.ToString() });
        for (var line = 1; parser.Read(); line = parser.RawRow + 1)
        {
            if (parser.Record!.Any(field => field.Length > 0))
                yield return (parser.Record!, line);
        }
    }

    public static string Normalize(string name) => string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
}
