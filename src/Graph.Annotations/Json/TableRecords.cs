using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Graph.Annotations;

/// <summary>
/// Rows of a table with a header as JSON records: cells with JSON or with values of Python as what they are, empty ones not at all. Words
/// of a text with a tag for each, in two columns, become tokens and tags.
/// </summary>
internal static class TableRecords
{
    private const int Sample = 50;
    private const string Delimiters = ",;\t|";

    // Label Studio's records are known by a number of this name.
    private const string NumberOfTool = "annotation_id";

    /// <summary>Each is disposed when the next is asked for.</summary>
    public static IEnumerable<JsonRecord> Read(SourceText source) =>
        ReadRows(new StringReader(source.Text), FindDelimiter(source.Text), FindMode(source.Text))
            .Select(row => new JsonRecord(row.Root, SourcePlace.Line(source, Math.Min(row.Line, source.LineCount)), null));

    /// <summary>The records of a file, to look at; only as much is read as is asked for.</summary>
    public static IEnumerable<JsonElement> Peek(AnnotationFile file) =>
        ReadRows(file.OpenText(), FindDelimiter(file.Head), FindMode(file.Head)).Select(row => row.Root);

    /// <summary>Those of a workbook, as text.</summary>
    public static IEnumerable<JsonElement> Peek(string text) =>
        ReadRows(new StringReader(text), FindDelimiter(text), FindMode(text)).Select(row => row.Root);

    private static IEnumerable<(JsonElement Root, int Line)> ReadRows(TextReader reader, string delimiter, CsvMode mode)
    {
        using var parser = new CsvParser(
            reader, new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, Delimiter = delimiter, Mode = mode });
        if (!parser.Read())
            yield break;

        var first = parser.Record!;
        var named = HeaderlessTables.Find(first) ?? (TaggedColumns.Find([first]) is null ? null : NameByNumber(first.Length));
        var header = named ?? [.. first.Select(name => name.Trim())];
        var sample = TakeRows(parser).Take(Sample).ToList();
        if (named is not null)
            sample.Insert(0, (first, 1));
        var tagged = TaggedColumns.Find(sample.ConvertAll(row => row.Fields));
        foreach (var (fields, line) in sample.Concat(TakeRows(parser)))
        {
            using var document = ToRecord(header, fields, tagged);
            yield return (document.RootElement, line);
        }
    }

    /// <summary>
    /// Between tabs, quotes are mostly those of the text: where each of the first lines has all columns by itself, they quote nothing.
    /// </summary>
    private static CsvMode FindMode(string text)
    {
        if (FindDelimiter(text) != "\t")
            return CsvMode.RFC4180;
        var lines = TakeLines(text).Take(Sample).Where(line => line.Length > 0).ToList();
        var isByLine = lines.Count > 1
            && lines.TrueForAll(line => line.Count(character => character == '\t') == lines[0].Count(character => character == '\t'));
        return isByLine && lines.Exists(line => line.Split('\t').Any(IsHalfQuoted)) ? CsvMode.NoEscape : CsvMode.RFC4180;
    }

    /// <summary>A field that begins with a quote and does not end with one.</summary>
    private static bool IsHalfQuoted(string field) =>
        field.TrimEnd('\r') is ['"', ..] own && (own.Length == 1 || own[^1] != '"' || own.Count(character => character == '"') % 2 == 1);

    private static IEnumerable<(string[] Fields, int Line)> TakeRows(CsvParser parser)
    {
        for (var line = parser.RawRow + 1; parser.Read(); line = parser.RawRow + 1)
            yield return (parser.Record!, line);
    }

    /// <summary>Rows that follow each other with the same key.</summary>
    public static IEnumerable<List<JsonRecord>> Group(IEnumerable<JsonRecord> rows, Func<JsonElement, string?> getKey)
    {
        var group = new List<JsonRecord>();
        // A row is gone when the next is asked for.
        foreach (var row in rows.Select(row => row with { Root = row.Root.Clone() }))
        {
            if (group.Count > 0 && getKey(row.Root) != getKey(group[0].Root))
            {
                yield return group;
                group = [];
            }

            group.Add(row);
        }

        if (group.Count > 0)
            yield return group;
    }

    /// <summary>The names of the columns.</summary>
    public static string[] ReadHeader(string head) =>
        [.. GetFirstLine(head).Split(FindDelimiter(head)).Select(name => name.Trim().Trim('"'))];

    public static string FindDelimiter(string text)
    {
        var header = GetFirstLine(text);
        if (header.Contains('\t')
            && header.Split('\t') is var fields
            && (HeaderlessTables.Find(fields) ?? (object?)TaggedColumns.Find([fields])) is not null)
            return "\t";
        return Delimiters.MaxBy(delimiter => header.Count(character => character == delimiter)).ToString();
    }

    /// <summary>Whether lines have words and a tag for each between tabs, and nothing above says so.</summary>
    public static bool IsTagged(string head)
    {
        var lines = head.Split('\n').Select(line => line.TrimEnd('\r')).Where(line => line.Length > 0).ToList();
        if (lines.Count > 1)
            lines.RemoveAt(lines.Count - 1);
        return lines.Count > 0
            && lines.TrueForAll(
                line => line.Contains('\t') && line.Count(character => character == '\t') == lines[0].Count(character => character == '\t'))
            && TaggedColumns.Find(lines.ConvertAll(line => line.Split('\t'))) is not null;
    }

    private static string[] NameByNumber(int columns) => [.. Enumerable.Range(1, columns).Select(number => $"column {number}")];

    private static string GetFirstLine(string text) => TakeLines(text).FirstOrDefault(text).TrimStart('\uFEFF').TrimEnd('\r');

    /// <summary>The lines that end, without the copy of a large rest that a split makes.</summary>
    private static IEnumerable<string> TakeLines(string text)
    {
        for (int start = 0, end; (end = text.IndexOf('\n', start)) >= 0; start = end + 1)
            yield return text[start..end];
    }

    private static JsonDocument ToRecord(string[] header, string[] fields, TaggedColumns? tagged)
    {
        return WrittenJson.WriteObject(json =>
        {
            if (tagged?.TryRead(fields, out var words, out var tags) != true)
                (tagged, words, tags) = (null, [], []);
            for (var column = 0; column < header.Length && column < fields.Length; column++)
            {
                if (fields[column].Length == 0)
                    continue;
                json.WritePropertyName(column == tagged?.Words ? "tokens" : column == tagged?.Tags ? "ner_tags" : header[column]);
                if (column == tagged?.Words || column == tagged?.Tags)
                    WriteList(json, column == tagged.Words ? words : tags);
                else if (header[column] == NumberOfTool && long.TryParse(
                    fields[column], NumberStyles.None, CultureInfo.InvariantCulture, out var number))
                    json.WriteNumberValue(number);
                else
                    WriteValue(json, fields[column]);
            }
        });
    }

    private static void WriteList(Utf8JsonWriter json, IEnumerable<string> items)
    {
        json.WriteStartArray();
        foreach (var item in items)
            json.WriteStringValue(item);
        json.WriteEndArray();
    }

    private static void WriteValue(Utf8JsonWriter json, string text)
    {
        using var value = TryParse(text);
        if (value is null)
            json.WriteStringValue(text);
        else
            value.RootElement.WriteTo(json);
    }

    /// <summary>A list or object; null for a text, which may begin with a bracket too.</summary>
    public static JsonDocument? TryParse(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start is not ['[' or '{' or '(', ..] && !start.StartsWith("array("))
            return null;
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            return PythonLiteral.ToJson(text) is { } json ? JsonDocument.Parse(json) : null;
        }
    }
}

/// <summary>Two columns of which one has the words of a text and the other a tag for each.</summary>
internal sealed record TaggedColumns(int Words, int Tags)
{
    private static readonly char[] Separators = [' ', ',', '\t'];

    /// <summary>
    /// Null where not all rows have as many words as tags, where these are one a row, or where both are lists, which records have too.
    /// </summary>
    public static TaggedColumns? Find(IReadOnlyList<string[]> rows)
    {
        var columns = Enumerable.Range(0, rows.Count == 0 ? 0 : rows.Min(row => row.Length)).ToList();
        return columns.SelectMany(words => columns.Where(tags => tags != words).Select(tags => new TaggedColumns(words, tags)))
            .FirstOrDefault(pair => pair.Fits(rows));
    }

    private bool Fits(IReadOnlyList<string[]> rows)
    {
        var tagged = rows.Where(row => row[Tags].Length > 0).ToList();
        var words = 0;
        foreach (var row in tagged)
        {
            if (!TryRead(row, out var own, out _))
                return false;
            words += own.Length;
        }

        return words >= 2 * tagged.Count && words > 0;
    }

    public bool TryRead(string[] row, out string[] words, out ImmutableArray<string> tags)
    {
        words = [];
        tags = [];
        if (row.Length <= Math.Max(Words, Tags) || row[Words] is "" or ['[' or '(', ..])
            return false;
        words = row[Words].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        tags = ReadTags(row[Tags]);
        return words.Length == tags.Length && words.Length > 0 && ReadTags(row[Words]).IsEmpty;
    }

    /// <summary>Tags as a list or between blanks or commas, <c>O O B-PER</c>; none for other words.</summary>
    private static ImmutableArray<string> ReadTags(string field)
    {
        ImmutableArray<string> tags;
        if (TableRecords.TryParse(field) is { } parsed)
        {
            using var list = parsed;
            tags = list.RootElement.IsTexts() ? list.RootElement.Texts() : [];
        }
        else
        {
            tags = [.. field.Split(Separators, StringSplitOptions.RemoveEmptyEntries)];
        }

        return tags.All(IsTag) ? tags : [];
    }

    private static bool IsTag(string tag) => tag == "O" || (tag.Length > 2 && tag[1] is '-' or '_' && TagSequence.IsTag(tag));
}
