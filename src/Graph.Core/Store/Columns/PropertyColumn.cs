namespace Graph.Core;

/// <summary>
/// The values of one property over the rows of a node range or an edge table. A closed family: <see cref="IntegerColumn"/>,
/// <see cref="FloatColumn"/>, <see cref="BooleanColumn"/>, <see cref="StringColumn"/>, <see cref="DateColumn"/>, <see cref="ListColumn"/>
/// and, where the kinds mix, <see cref="MixedColumn"/>.
/// </summary>
public abstract class PropertyColumn
{
    private protected PropertyColumn(string key, int count, Validity validity)
    {
        Key = key;
        Count = count;
        Validity = validity;
    }

    /// <summary>The narrowest column that holds the given values, a null for each row without one.</summary>
    /// <exception cref="ArgumentException">A value is no property (a map, node, relation or path).</exception>
    public static PropertyColumn Create(string key, ReadOnlySpan<Value> values) => ColumnFactory.Create(key, values);

    /// <summary>Integers as text behind a prefix; a row without a value stays without.</summary>
    public static PropertyColumn CreateTexts(string key, string prefix, IntegerColumn integers) =>
        IntegerTexts.Create(key, prefix, integers);

    public string Key { get; }

    public int Count { get; }

    public Validity Validity { get; }

    /// <summary>The kind of every value that is there; null for a column that mixes kinds.</summary>
    public abstract ValueKind? Kind { get; }

    public bool HasValue(int row) => Validity[row];

    /// <summary>The value at a row, counted from 0 in the range or table; null where there is none.</summary>
    public Value GetValue(int row) => Validity[row] ? GetPresentValue(row) : Value.Null;

    /// <summary>A column of the given rows in the given order; no row may be named twice.</summary>
    public abstract PropertyColumn Select(ReadOnlySpan<int> rows);

    private protected abstract Value GetPresentValue(int row);
}
