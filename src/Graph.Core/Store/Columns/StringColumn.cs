using System.Text;

namespace Graph.Core;

/// <summary>
/// Strings as ids of a sorted dictionary or, where no two rows are the same, as a dictionary in row order whose ids are the rows.
/// Either way two rows hold the same string exactly when their ids are the same.
/// </summary>
public sealed class StringColumn : PropertyColumn
{
    private readonly ReadOnlyMemory<int> sortedRows;

    internal StringColumn(
        string key, int count, StringDictionary dictionary, IntegerVector? ids, Validity validity, ReadOnlyMemory<int> sortedRows)
        : base(key, count, validity)
    {
        Dictionary = dictionary;
        Ids = ids;
        this.sortedRows = sortedRows;
    }

    public override ValueKind? Kind => ValueKind.String;

    public StringDictionary Dictionary { get; }

    /// <summary>The id of each row, 0 where there is no value; null where the row itself is the id.</summary>
    public IntegerVector? Ids { get; }

    public bool IsIdentity => Ids is null;

    /// <summary>Whether <see cref="FindRows"/> and <see cref="FindPrefixRows"/> can be asked.</summary>
    public bool HasIndex => !sortedRows.IsEmpty;

    /// <summary>The rows that have a value by string, then by row; empty without an index.</summary>
    public ReadOnlySpan<int> SortedRows => sortedRows.Span;

    internal ReadOnlyMemory<int> SortedRowMemory => sortedRows;

    public int GetId(int row) => Ids is null ? row : (int)Ids[row];

    /// <summary>The UTF-8 of a row that has a value.</summary>
    public ReadOnlySpan<byte> GetUtf8(int row) => Dictionary.GetUtf8(GetId(row));

    /// <summary>The rows that hold a string, ascending, by index.</summary>
    public ReadOnlySpan<int> FindRows(string value)
    {
        var utf8 = Encoding.UTF8.GetBytes(value);
        var rows = RequireIndex();
        var start = CountBefore(rows, utf8, static (candidate, sought) => candidate.SequenceCompareTo(sought) < 0);
        var end = CountBefore(rows, utf8, static (candidate, sought) => candidate.SequenceCompareTo(sought) <= 0);
        return rows[start..end];
    }

    /// <summary>The rows whose string begins with a prefix, by string, by index.</summary>
    public ReadOnlySpan<int> FindPrefixRows(string prefix)
    {
        var utf8 = Encoding.UTF8.GetBytes(prefix);
        var rows = RequireIndex();
        var start = CountBefore(rows, utf8, static (candidate, sought) => candidate.SequenceCompareTo(sought) < 0);
        var end = CountBefore(
            rows, utf8, static (candidate, sought) => candidate.SequenceCompareTo(sought) < 0 || candidate.StartsWith(sought));
        return rows[start..end];
    }

    /// <summary>A column of the given rows in the given order, without an index; no row may be named twice.</summary>
    public override PropertyColumn Select(ReadOnlySpan<int> rows) => Ids is { } ids
        ? new StringColumn(Key, rows.Length, Dictionary, ids.Select(rows), Validity.Select(rows), default)
        : new StringColumn(Key, rows.Length, Dictionary.Select(rows), null, Validity.Select(rows), default);

    /// <summary>The same column with an index.</summary>
    internal StringColumn WithIndex() => HasIndex ? this : new(Key, Count, Dictionary, Ids, Validity, StringColumnFactory.SortRows(this));

    private protected override Value GetPresentValue(int row) => Value.FromString(Dictionary.GetString(GetId(row)));

    private ReadOnlySpan<int> RequireIndex() =>
        HasIndex ? sortedRows.Span : throw new InvalidOperationException($"There is no index on '{Key}' here.");

    private delegate bool IsBefore(ReadOnlySpan<byte> candidate, ReadOnlySpan<byte> sought);

    /// <summary>How many of the sorted rows stand before the boundary.</summary>
    private int CountBefore(ReadOnlySpan<int> rows, ReadOnlySpan<byte> sought, IsBefore isBefore)
    {
        var (low, high) = (0, rows.Length);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (isBefore(GetUtf8(rows[middle]), sought))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
