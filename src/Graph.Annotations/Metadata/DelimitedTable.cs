using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Graph.Annotations;

/// <summary>A row of a table with named columns. Empty fields count as absent.</summary>
internal sealed class DelimitedRow(IReadOnlyDictionary<string, int> columns, string[] fields, SourcePlace place)
{
    public SourcePlace Place => place;

    public string? this[string column] =>
        columns.TryGetValue(column, out var index) && index < fields.Length && fields[index].Trim() is { Length: > 0 } text ? text : null;
}

/// <summary>Reads small tables with a header line, as RFC 4180 has them.</summary>
internal static class DelimitedTable
{
    /// <summary>The rows of a table; unknown columns and a missing required one are reported, the latter leaves no row.</summary>
    public static IEnumerable<DelimitedRow> Read(SourceText source, string[] columns, string[] required, ReadingLog log)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { BadDataFound = null };
        using var parser = new CsvParser(new StringReader(source.Text), configuration);
        if (!parser.Read())
            yield break;

        var indexes = ReadHeader(source, parser.Record!, columns, log);
        var missing = Array.Find(required, name => !indexes.ContainsKey(name));
        if (missing is not null)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, 1), "table", $"the column '{missing}' is missing"));
            yield break;
        }

        // A row begins on the line after the last one of the row before; quoted fields may hold line ends.
        var line = parser.RawRow + 1;
        while (parser.Read())
        {
            yield return new DelimitedRow(indexes, parser.Record!, SourcePlace.Line(source, Math.Min(line, source.LineCount)));
            line = parser.RawRow + 1;
        }
    }

    private static Dictionary<string, int> ReadHeader(SourceText source, string[] header, string[] columns, ReadingLog log)
    {
        var indexes = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var i = 0; i < header.Length; i++)
        {
            var name = header[i].Trim().ToLowerInvariant();
            if (columns.Contains(name))
                indexes.TryAdd(name, i);
            else
                log.Report(ReadingDiagnostics.UnknownField(SourcePlace.Line(source, 1), header[i], NearestName.Find(name, columns)));
        }

        return indexes;
    }
}
