namespace Graph.Annotations;

/// <summary>A row by the names of its columns; what is not there is empty.</summary>
internal sealed class TabRow(string[] header, string[] fields, SourcePlace place)
{
    public SourcePlace Place => place;

    public string this[string column] => Array.IndexOf(header, column) is >= 0 and var index && index < fields.Length ? fields[index] : "";

    public long? GetNumber(string column) => WholeNumber.Read(this[column]);
}

/// <summary>Tables between tabs whose quotes are those of the text.</summary>
internal static class TabTable
{
    /// <summary>The rows of a table; a column that is missing leaves none and is reported. No file has no rows.</summary>
    public static IEnumerable<TabRow> Read(AnnotationFile? file, string[] required, ReadingLog log)
    {
        if (file?.ReadText(log) is not { LineCount: > 0 } source)
            yield break;
        var header = source.GetLineText(1).Split('\t');
        if (Array.Find(required, name => !header.Contains(name)) is { } missing)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, 1), "table", $"the column '{missing}' is missing"));
            yield break;
        }

        foreach (var name in header.Except(required))
            log.CountPassed($"columns '{name}' not read");
        foreach (var row in ReadRows(source, header))
            yield return row;
    }

    /// <summary>The rows behind the header, but empty lines.</summary>
    public static IEnumerable<TabRow> ReadRows(SourceText source, string[] header) =>
        source.ReadLines(2)
            .Where(line => line.Text.Length > 0)
            .Select(line => new TabRow(header, line.Text.Split('\t'), line.Place));
}
