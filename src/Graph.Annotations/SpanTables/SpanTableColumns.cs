namespace Graph.Annotations;

/// <summary>What the header of a table of spans says of its columns.</summary>
/// <param name="Names">Those of all columns; none where the first line is a row already.</param>
internal sealed record SpanTableColumns(ImmutableArray<string> Names)
{
    // A header may say that the number behind the start is no end.
    private static readonly string[] Lengths = ["length", "len"];
    private static readonly string[] Documents = ["document", "documentid", "doc", "docid", "filename", "file", "article", "articleid"];

    public static readonly SpanTableColumns None = new(ImmutableArray<string>.Empty);

    /// <summary>The column of lengths; -1 where there are ends.</summary>
    public int Length { get; } = FindFirst(Names, Lengths);

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

    private static int FindFirst(ImmutableArray<string> names, string[] known) => known
        .Select(name => names.Select(TypeNames.Normalize).ToList().IndexOf(name)).FirstOrDefault(index => index >= 0, -1);
}
