namespace Graph.Annotations;

/// <summary>A line of a table of spans: the name of its text, a start, an end, and words or types around these.</summary>
/// <param name="Fields">All but the name, the start and the end, as they are written.</param>
internal sealed record SpanTableRow(string Document, long Start, long End, ImmutableArray<string> Fields, SourcePlace Place)
{
    private const int MostFields = 12;

    // A header may say that the number behind the start is no end.
    private static readonly string[] Lengths = ["length", "len"];

    /// <summary>
    /// Null where a line has no name first, or no two numbers beside each other: a start, and an end behind it or a length.
    /// </summary>
    /// <param name="lengthColumn">The column of lengths; -1 where there are ends.</param>
    public static SpanTableRow? Read(string line, SourcePlace place, int lengthColumn = -1)
    {
        var fields = line.TrimEnd('\r').Split('\t');
        if (fields.Length is < 3 or > MostFields || fields[0].Length == 0 || fields[0].AsSpan().ContainsAny(" /\\:"))
            return null;
        for (var column = 1; column + 1 < fields.Length; column++)
        {
            if (WholeNumber.Read(fields[column]) is { } start && WholeNumber.Read(fields[column + 1]) is { } second
                && (column + 1 == lengthColumn ? start + second : second) is var end && start < end)
                return new SpanTableRow(fields[0], start, end, [.. fields[1..column], .. fields[(column + 2)..]], place);
        }

        return null;
    }

    /// <summary>The column that a header calls a length; -1 where it calls none so.</summary>
    public static int FindLength(string header) =>
        Array.FindIndex(header.TrimStart('\uFEFF').TrimEnd('\r').Split('\t'), name => Lengths.Contains(name.Trim().ToLowerInvariant()));

    /// <summary>Every line that is one; others are reported, but for a header.</summary>
    public static List<SpanTableRow> ReadAll(SourceText source, ReadingLog log)
    {
        var rows = new List<SpanTableRow>();
        var lengthColumn = source.LineCount == 0 ? -1 : FindLength(source.GetLineText(1));
        foreach (var (number, line, place) in source.ReadLines())
        {
            if (Read(line, place, lengthColumn) is { } row)
                rows.Add(row);
            else if (!string.IsNullOrWhiteSpace(line) && number > 1)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "span", "it has not the name of a text, a start and an end"));
        }

        return rows;
    }
}
