namespace Graph.Annotations;

/// <summary>A line of a table of spans: the name of its text, a start, an end, and words or types around these.</summary>
/// <param name="Fields">All but the name, the start and the end, as they are written.</param>
/// <param name="Names">What a header calls these; none without one.</param>
internal sealed record SpanTableRow(
    string Document, long Start, long End, ImmutableArray<string> Fields, ImmutableArray<string> Names, SourcePlace Place)
{
    private const int MostFields = 12;
    private const string Title = "T";
    private const string Abstract = "A";

    /// <summary>Whether it says that its offsets count in the title or in the abstract, as CHEMDNER has it.</summary>
    public bool IsOfSection => Fields is [Title or Abstract, _, ..];

    /// <summary>The same as offsets in both, which a character parts.</summary>
    public SpanTableRow MoveFromSection(string title)
    {
        var first = Fields[0] == Title ? 0 : title.EnumerateRunes().Count() + 1;
        return this with
        {
            Start = Start + first,
            End = End + first,
            Fields = Fields[1..],
            Names = Names.IsEmpty ? [] : Names[1..],
        };
    }

    /// <summary>
    /// Null where a line has no name first, or no two numbers beside each other: a start, and an end behind it or a length.
    /// </summary>
    public static SpanTableRow? Read(string line, SourcePlace place, SpanTableColumns columns)
    {
        var fields = line.TrimEnd('\r').Split('\t');
        if (fields.Length is < 3 or > MostFields || columns.Document >= fields.Length
            || fields[columns.Document] is not { Length: > 0 } name
            || name.AsSpan().ContainsAny(" /\\:"))
            return null;
        for (var column = columns.Document == 0 ? 1 : 0; column + 1 < fields.Length; column++)
        {
            if (column != columns.Document && column + 1 != columns.Document
                && WholeNumber.Read(fields[column]) is { } start && WholeNumber.Read(fields[column + 1]) is { } second
                && (column + 1 == columns.Length ? start + second : second) is var end && start < end)
                return new SpanTableRow(name, start, end, Leave(fields, columns, column),
                    columns.Names.Length == fields.Length ? Leave(columns.Names, columns, column) : [], place);
        }

        return null;
    }

    /// <summary>Every line that is one; others are reported, but for a header.</summary>
    public static List<SpanTableRow> ReadAll(SourceText source, ReadingLog log)
    {
        var rows = new List<SpanTableRow>();
        var columns = source.LineCount == 0
            ? SpanTableColumns.None
            : SpanTableColumns.Read(source.GetLineText(1)).FindLength(source.ReadLines().Select(line => line.Text));
        foreach (var (number, line, place) in source.ReadLines())
        {
            if (Read(line, place, columns) is { } row)
                rows.Add(row);
            else if (!string.IsNullOrWhiteSpace(line) && number > 1)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "span", "it has not the name of a text, a start and an end"));
        }

        return rows;
    }

    public static long CountLetters(string words) => words.EnumerateRunes().Count();

    /// <summary>Whether one of the first lines is a row, or nothing is below a header.</summary>
    public static bool IsAnyIn(string head) => head.Split('\n') is var lines
        && SpanTableColumns.Read(lines[0]).FindLength(lines) is var columns
        && lines.Take(2).Any(line => Read(line, default, columns) is not null);

    /// <summary>All fields but the name of the text, and the two numbers that begin at a column.</summary>
    private static ImmutableArray<string> Leave(IReadOnlyList<string> fields, SpanTableColumns columns, int start) =>
        [.. fields.Where((_, column) => column != columns.Document && column != start && column != start + 1)];
}
