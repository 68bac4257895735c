using System.Buffers;
using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Graph.Annotations;

/// <summary>
/// Label Studio, CSV and TSV: a task a row; regions stand as JSON in the column of their control. A row is read as the record that the tool
/// writes for it as JSON_MIN.
/// </summary>
internal sealed class LabelStudioTableFormat : IAnnotationFormat
{
    private static readonly string[] Own = ["annotation_id", "lead_time"];

    public string Name => "label-studio-csv";

    public IEnumerable<FileSet> Claim(FolderListing folder) =>
        folder.TakeEach(file => file.Extension is ".csv" or ".tsv" && IsExport(file.Head));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var source = files.Main.ReadText(log);
        var reading = new JsonReading(files, log);
        var shape = new LabelStudioMinShape();
        var delimiter = FindDelimiter(source.Text);
        using var parser = new CsvParser(
            new StringReader(source.Text),
            new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null, Delimiter = delimiter });
        if (!parser.Read())
            yield break;

        var header = parser.Record!;
        var line = parser.RawRow + 1;
        while (parser.Read())
        {
            using var record = new JsonRecord(
                default, SourcePlace.Line(source, Math.Min(line, source.LineCount)), ToRecord(header, parser.Record!));
            line = parser.RawRow + 1;
            foreach (var article in Read(record with { Root = record.Document!.RootElement }, shape, reading))
                yield return article;
        }

        reading.Finish();
    }

    private static IEnumerable<AnnotatedArticle> Read(JsonRecord record, LabelStudioMinShape shape, JsonReading reading)
    {
        if (shape.Fits(record.Root))
            return shape.Read(record, reading);
        reading.Log.ReportMalformed(ReadingDiagnostics.Malformed(record.Place, "article", "no column of the row has a text"));
        return [];
    }

    private static bool IsExport(string head)
    {
        var header = head.TrimStart('\uFEFF').Split('\n')[0]
            .TrimEnd('\r')
            .Split(FindDelimiter(head))
            .Select(name => name.Trim('"'))
            .ToList();
        return Own.All(header.Contains);
    }

    private static string FindDelimiter(string text) => text.Split('\n')[0].Contains('\t') ? "\t" : ",";

    /// <summary>
    /// An object of the fields: those with JSON as it is, whole numbers as numbers, others as texts; empty ones are not there.
    /// </summary>
    private static JsonDocument ToRecord(string[] header, string[] fields)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            for (var column = 0; column < header.Length && column < fields.Length; column++)
            {
                if (fields[column].Length == 0)
                    continue;
                json.WritePropertyName(header[column]);
                WriteValue(json, fields[column], header[column]);
            }

            json.WriteEndObject();
        }

        return JsonDocument.Parse(buffer.WrittenMemory);
    }

    private static void WriteValue(Utf8JsonWriter json, string text, string column)
    {
        if (column is "annotation_id" && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            json.WriteNumberValue(number);
            return;
        }

        using var value = text[0] is '[' or '{' ? TryParse(text) : null;
        if (value is null)
            json.WriteStringValue(text);
        else
            value.RootElement.WriteTo(json);
    }

    private static JsonDocument? TryParse(string text)
    {
        try
        {
            return JsonDocument.Parse(text);
        }
        catch (JsonException)
        {
            // A text that begins with a bracket.
            return null;
        }
    }
}
