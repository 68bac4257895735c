namespace Graph.Core;

/// <summary>Integers in the narrowest width; a row without a value holds 0.</summary>
public sealed class IntegerColumn : PropertyColumn
{
    internal IntegerColumn(string key, IntegerVector values, Validity validity, IntegerBounds bounds)
        : base(key, values.Count, validity)
    {
        Values = values;
        Bounds = bounds;
    }

    public override ValueKind? Kind => ValueKind.Integer;

    public IntegerVector Values { get; }

    /// <summary>What is known of all values, for statistics and dense grouping.</summary>
    public IntegerBounds Bounds { get; }

    /// <summary>The rows with a value, by binary search; only where <see cref="IntegerBounds.IsAscending"/>.</summary>
    public Range32 FindRows(long value)
    {
        if (!Bounds.IsAscending)
            throw new InvalidOperationException($"The values of '{Key}' are not in ascending order.");
        var start = LowerBound(value);
        return new Range32(start, value == long.MaxValue ? Count : LowerBound(value + 1));
    }

    public override PropertyColumn Select(ReadOnlySpan<int> rows) => Create(Key, Values.Select(rows), Validity.Select(rows));

    internal static IntegerColumn Create(string key, IntegerVector values, Validity validity) =>
        new(key, values, validity, values.FindBounds(validity));

    private protected override Value GetPresentValue(int row) => Value.FromInteger(Values[row]);

    private int LowerBound(long value)
    {
        var (low, high) = (0, Count);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (Values[middle] < value)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

/// <param name="IsAscending">Every row has a value and none is less than the one before.</param>
public readonly record struct IntegerBounds(long Minimum, long Maximum, bool IsAscending);
