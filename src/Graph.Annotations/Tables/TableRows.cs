using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Graph.Annotations;

/// <summary>The rows of a large table, one at a time: commas, or tabs where the file is called <c>.tsv</c>. The first line names the columns.</summary>
internal sealed class TableRows : IDisposable
{
    private readonly AnnotationFile file;
    private readonly ReadingLog log;
    private readonly CsvParser parser;
    private readonly string[] header;
    private readonly Dictionary<string, int> indexes = new(StringComparer.Ordinal);

    private TableRows(AnnotationFile file, ReadingLog log)
    {
        (this.file, this.log) = (file, log);
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            BadDataFound = null,
            Delimiter = file.Extension == ".tsv" ? "\t" : ",",
        };
        parser = new CsvParser(file.OpenText(), configuration);
        header = parser.Read() ? [.. parser.Record!.Select(name => name.Trim())] : [];
        for (var i = 0; i < header.Length; i++)
            indexes.TryAdd(header[i], i);
    }

    /// <summary>The line that the row was read from, as far as the parser knows it.</summary>
    public SourcePlace Place => new(new SourceText(parser.RawRecord.TrimEnd('\r', '\n'), file.DisplayPath, parser.RawRow), new TextSpan(0, 0));

    public FilePlace FilePlace => new(file.DisplayPath, parser.RawRow, 1);

    public string this[string column] => indexes[column] < parser.Count ? parser[indexes[column]] : "";

    public static TableRows Open(AnnotationFile file, ReadingLog log) => new(file, log);

    public bool Has(string column) => indexes.ContainsKey(column);

    /// <summary>Goes to the next row; a row with another number of fields is reported and passed over.</summary>
    public bool Read()
    {
        while (parser.Read())
        {
            if (parser.Count == header.Length)
                return true;
            log.ReportMalformed(ReadingDiagnostics.Malformed(Place, "row", $"it has {parser.Count} fields, not {header.Length}"));
        }

        return false;
    }

    public void ReportMissing(string column) => log.ReportMalformed(ReadingDiagnostics.Malformed(
        new SourcePlace(new SourceText(string.Join(',', header), file.DisplayPath), default), "table", $"the column '{column}' is missing"));

    /// <summary>The fields that are properties: not empty, and not among those with another use. Numbers and truth values are read as such.</summary>
    public Properties GetProperties(ImmutableDictionary<string, string> rename, IReadOnlyCollection<string?> used)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>(header.Length);
        for (var i = 0; i < header.Length; i++)
        {
            if (parser[i].Length > 0 && !used.Contains(header[i]))
                properties.Add(new(rename.GetValueOrDefault(header[i], header[i]), ToValue(parser[i])));
        }

        return properties.ToImmutable();
    }

    public void Dispose() => parser.Dispose();

    /// <summary>A number that would not print as it was written, such as <c>007</c>, stays text.</summary>
    private static Value ToValue(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var integer) && integer.ToString(CultureInfo.InvariantCulture) == text
            ? Value.FromInteger(integer)
        : text is "true" or "false" ? Value.FromBoolean(text == "true")
        : text.Contains('.') && double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number.ToString(CultureInfo.InvariantCulture) == text
            ? Value.FromFloat(number)
        : Value.FromString(text);
}
