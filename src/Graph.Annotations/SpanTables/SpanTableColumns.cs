namespace Graph.Annotations;

/// <summary>What the header of a table of spans says of its columns.</summary>
/// <param name="Names">Those of all columns; none where the first line is a row already.</param>
internal sealed record SpanTableColumns(ImmutableArray<string> Names)
{
    // A header may say that the number behind the start is no end.
    private static readonly string[] Lengths = ["length", "len"];
    private static readonly string[] Documents = ["document", "documentid", "doc", "docid", "filename", "file", "article", "articleid"];

    private const int SampleLines = 1000;

    public static readonly SpanTableColumns None = new(ImmutableArray<string>.Empty);

    /// <summary>The column of lengths; -1 where there are ends.</summary>
    public int Length { get; private init; } = FindFirst(Names, Lengths);

    /// <summary>The column that names the text; the first, unless another is called so.</summary>
    public int Document { get; } = Math.Max(0, FindFirst(Names, Documents));

    /// <summary>Of a table by its first line.</summary>
    public static SpanTableColumns Read(string line)
    {
        string[] fields = [.. line.TrimStart('\uFEFF').TrimEnd('\r').Split('\t').Select(field => field.Trim())];
        return fields.Length < 3 || Array.Exists(fields, field => field.Length == 0 || WholeNumber.Read(field) is not null)
            ? None
            : new SpanTableColumns([.. fields]);
    }

    /// <summary>The same by the first of further lines, whose words show without a header whether they have lengths or ends.</summary>
    public SpanTableColumns FindLength(IEnumerable<string> lines)
    {
        if (!Names.IsEmpty)
            return this;
        var (lengths, ends, column) = (0, 0, -1);
        foreach (var fields in lines.Take(SampleLines).Select(line => line.TrimEnd('\r').Split('\t')).Where(fields => fields.Length > 3))
        {
            var start = Enumerable.Range(1, fields.Length - 2).FirstOrDefault(index => AreNumbers(fields, index), -1);
            if (start < 0)
                continue;
            var (first, second) = (WholeNumber.Read(fields[start])!.Value, WholeNumber.Read(fields[start + 1])!.Value);
            var words = fields.Where((_, index) => index != 0 && index != start && index != start + 1)
                .Select(SpanTableRow.CountLetters).ToList();
            lengths += words.Contains(second) ? 1 : 0;
            ends += words.Exists(length => length == second - first || length == second - first + 1) ? 1 : 0;
            column = start + 1;
        }

        return lengths > ends ? this with { Length = column } : this;
    }

    private static bool AreNumbers(string[] fields, int index) =>
        WholeNumber.Read(fields[index]) is not null && WholeNumber.Read(fields[index + 1]) is not null;

    private static int FindFirst(ImmutableArray<string> names, string[] known) => known
        .Select(name => names.Select(TypeNames.Normalize).ToList().IndexOf(name)).FirstOrDefault(index => index >= 0, -1);
}
