namespace Graph.Core;

/// <summary>
/// The evidence of the rows of a table, as columns. The article of a mention edge is its source and not stored again.
/// Discontinuous spans are rare, so their fragments stand apart, by row.
/// </summary>
public sealed class EvidenceTable
{
    private readonly Adjacency? mentions;

    internal EvidenceTable(
        IntegerVector? articles, Adjacency? mentions, IntegerVector starts, IntegerVector lengths, Validity validity, FragmentTable fragments)
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

    /// <summary>In UTF-16 units of the article's text.</summary>
    public IntegerVector Starts { get; }

    /// <summary>In UTF-16 units of the article's text.</summary>
    public IntegerVector Lengths { get; }

    public Validity Validity { get; }

    internal FragmentTable Fragments { get; }

    /// <summary>The evidence of a row that has one.</summary>
    public Evidence this[int row] => new(GetArticle(row), new TextSpan((int)Starts[row], (int)Lengths[row]));

    public bool HasEvidence(int row) => Validity[row];

    /// <summary>The parts of a discontinuous span; one part, the whole span, for every other.</summary>
    public ImmutableArray<TextSpan> GetFragments(int row) => Fragments.Find(row) ?? [this[row].Span];

    private int GetArticle(int row) => Articles is null ? mentions!.View.GetNode(row) : (int)Articles[row];
}

/// <summary>The parts of the discontinuous spans of a table: the rows that have them, ascending, and where the parts of each begin.</summary>
internal sealed class FragmentTable(ReadOnlyMemory<int> rows, ReadOnlyMemory<int> offsets, ReadOnlyMemory<int> starts, ReadOnlyMemory<int> lengths)
{
    public static readonly FragmentTable Empty = new(default, default, default, default);

    public ReadOnlyMemory<int> Rows => rows;

    public ReadOnlyMemory<int> Offsets => offsets;

    public ReadOnlyMemory<int> Starts => starts;

    public ReadOnlyMemory<int> Lengths => lengths;

    public ImmutableArray<TextSpan>? Find(int row)
    {
        var index = rows.Span.BinarySearch(row);
        if (index < 0)
            return null;
        var fragments = ImmutableArray.CreateBuilder<TextSpan>();
        for (var i = offsets.Span[index]; i < offsets.Span[index + 1]; i++)
            fragments.Add(new TextSpan(starts.Span[i], lengths.Span[i]));
        return fragments.ToImmutable();
    }
}
