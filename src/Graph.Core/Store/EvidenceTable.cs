namespace Graph.Core;

/// <summary>
/// The evidence of the rows of a table, as columns. The article of a mention edge is its source and not stored again.
/// Discontinuous spans are rare, so their fragments stand apart, by row.
/// </summary>
public sealed class EvidenceTable
{
    private readonly Adjacency? mentions;

    internal EvidenceTable(
        IntegerVector? articles,
        Adjacency? mentions,
        IntegerVector? starts,
        IntegerVector? lengths,
        Validity validity,
        FragmentTable fragments)
    {
        Articles = articles;
        this.mentions = mentions;
        Starts = starts;
        Lengths = lengths;
        Validity = validity;
        Fragments = fragments;
    }

    /// <summary>The article node of each row, 0 where there is no evidence; null where the article is the source of the edge.</summary>
    public IntegerVector? Articles { get; }

    /// <summary>In UTF-16 units of the article's text; null where only the articles are known and every span is empty.</summary>
    public IntegerVector? Starts { get; }

    /// <summary>In UTF-16 units of the article's text; null with <see cref="Starts"/>.</summary>
    public IntegerVector? Lengths { get; }

    public Validity Validity { get; }

    internal FragmentTable Fragments { get; }

    /// <summary>The evidence of a row that has one.</summary>
    public Evidence this[int row] => new(GetArticle(row), new TextSpan((int)(Starts?[row] ?? 0), (int)(Lengths?[row] ?? 0)));

    public bool HasEvidence(int row) => Validity[row];

    /// <summary>The parts of a discontinuous span; one part, the whole span, for every other.</summary>
    public ImmutableArray<TextSpan> GetFragments(int row) => Fragments.Find(row) ?? [this[row].Span];

    private int GetArticle(int row) => Articles is null ? mentions!.View.GetNode(row) : (int)Articles[row];
}

/// <summary>The parts of the discontinuous spans of a table, for the rows that have them, which ascend.</summary>
internal sealed record FragmentTable(ReadOnlyMemory<int> Rows, SpanLists Parts)
{
    public static readonly FragmentTable Empty = new(default, SpanLists.Empty);

    public ImmutableArray<TextSpan>? Find(int row)
    {
        var index = Rows.Span.BinarySearch(row);
        return index < 0 ? null : [.. Parts.GetSpans(index)];
    }
}
