using System.Runtime.InteropServices;

namespace Graph.Query.Execution;

/// <summary>The column of one label set or relation type; ids run from <paramref name="start"/> to before <paramref name="end"/>.</summary>
internal sealed class PropertySection(int index, int start, int end, PropertyColumn? column)
{
    // Codes of different sections must differ, and integers beyond this width have no room beside the section's number.
    private const int CodeBits = 44;

    public int End => end;

    public bool IsCoded => column switch
    {
        null or BooleanColumn => true,
        IntegerColumn integers => integers.Bounds.Minimum > -(1L << (CodeBits - 1)) && integers.Bounds.Maximum < 1L << (CodeBits - 1),
        StringColumn strings => !strings.IsIdentity,
        _ => false,
    };

    public bool HasIntegerCodes => column is null or IntegerColumn { Bounds.Minimum: > long.MinValue };

    /// <summary>How the values of this section can be put in order by numbers.</summary>
    public OrderForm OrderForm => column switch
    {
        null => OrderForm.None,
        IntegerColumn { Bounds.Minimum: > long.MinValue, Bounds.Maximum: < long.MaxValue } => OrderForm.Integers,
        IntegerColumn or FloatColumn => OrderForm.Numbers,
        StringColumn { IsIdentity: false, Dictionary.IsSorted: true } => OrderForm.Ranks,
        StringColumn => OrderForm.Texts,
        DateColumn => OrderForm.Days,
        _ => OrderForm.Values,
    };

    public bool AreNumberCodesExact => column is not IntegerColumn
        || column is IntegerColumn { Bounds: { Minimum: >= -OrderCodes.LargestExactFloat, Maximum: <= OrderCodes.LargestExactFloat } };

    public bool Contains(int id) => id >= start && id < end;

    public Value Read(int id) => column is null ? Value.Null : column.GetValue(id - start);

    public bool Allows(CodeComparison comparison) => column switch
    {
        null => true,
        IntegerColumn { Bounds.Minimum: > long.MinValue } => comparison.Constant.IsInteger,
        StringColumn { IsIdentity: false } => comparison.Constant.Kind == ValueKind.String,
        _ => false,
    };

    public void GetCodes(ReadOnlySpan<int> ids, Span<long> codes)
    {
        GetValues(ids, codes);
        var offset = (long)index << CodeBits;
        foreach (ref var code in codes)
        {
            if (code != PropertyReader.NullCode)
                code += offset;
        }
    }

    public void GetValues(ReadOnlySpan<int> ids, Span<long> values)
    {
        switch (column)
        {
            case IntegerColumn integers:
                integers.Values.Gather(ids, start, values);
                break;
            case StringColumn { Ids: { } stringIds }:
                stringIds.Gather(ids, start, values);
                break;
            case BooleanColumn:
                for (var row = 0; row < ids.Length; row++)
                    values[row] = column.GetValue(ids[row] - start).IsTrue ? 1 : 0;
                break;
            default:
                values.Fill(PropertyReader.NullCode);
                return;
        }

        ClearMissing(ids, values, PropertyReader.NullCode);
    }

    public bool TryGetUtf8(int id, out ReadOnlySpan<byte> utf8)
    {
        var hasValue = column is StringColumn && column.HasValue(id - start);
        utf8 = hasValue ? ((StringColumn)column!).GetUtf8(id - start) : default;
        return hasValue;
    }

    /// <summary>Codes of <see cref="OrderForm.Integers"/>, <see cref="OrderForm.Ranks"/> or <see cref="OrderForm.Days"/>.</summary>
    public void GetOrderCodes(ReadOnlySpan<int> ids, Span<ulong> codes)
    {
        if (column is null)
        {
            codes.Fill(OrderCodes.Null);
            return;
        }

        var values = MemoryMarshal.Cast<ulong, long>(codes);
        if (column is DateColumn dates)
            GetDayCodes(dates, ids, codes);
        else
            GetIntegers(ids, values);
        if (column is IntegerColumn)
        {
            foreach (ref var code in codes)
                code = OrderCodes.OfInteger((long)code);
        }

        ClearMissing(ids, codes, OrderCodes.Null);
    }

    /// <summary>Codes of integers and floats among each other.</summary>
    public void GetNumberCodes(ReadOnlySpan<int> ids, Span<ulong> codes)
    {
        if (column is null)
        {
            codes.Fill(OrderCodes.Null);
            return;
        }

        for (var row = 0; row < ids.Length; row++)
            codes[row] = OrderCodes.OfFloat(column is FloatColumn floats ? floats.Values[ids[row] - start] : ((IntegerColumn)column).Values[ids[row] - start]);
        ClearMissing(ids, codes, OrderCodes.Null);
    }

    private void GetDayCodes(DateColumn dates, ReadOnlySpan<int> ids, Span<ulong> codes)
    {
        var starts = dates.Dictionary.Starts;
        var ends = dates.Dictionary.Ends;
        for (var row = 0; row < ids.Length; row++)
        {
            // A row without a value holds the id 0, which an empty dictionary does not have.
            var date = (int)dates.Ids[ids[row] - start];
            codes[row] = date < starts.Length ? OrderCodes.OfDays(starts[date], ends[date]) : OrderCodes.Null;
        }
    }

    private void GetIntegers(ReadOnlySpan<int> ids, Span<long> integers)
    {
        var source = column is IntegerColumn whole ? whole.Values : ((StringColumn)column!).Ids!;
        source.Gather(ids, start, integers);
    }

    public void Compare(ReadOnlySpan<int> ids, bool isConsecutive, CodeComparison comparison, Span<Truth> truths)
    {
        if (column is null)
        {
            truths.Fill(Truth.Unknown);
            return;
        }

        var (low, high) = comparison.GetInterval(column);
        var values = column is IntegerColumn integers ? integers.Values : ((StringColumn)column).Ids!;
        var isInside = MemoryMarshal.Cast<Truth, bool>(truths);
        if (isConsecutive)
            values.TestInterval(ids[0] - start, low, high, isInside);
        else
            values.TestInterval(ids, start, low, high, isInside);
        if (comparison.IsNegated)
            Negate(isInside);
        ClearMissing(ids, truths, Truth.Unknown);
    }

    private static void Negate(Span<bool> truths)
    {
        foreach (ref var truth in truths)
            truth = !truth;
    }

    private void ClearMissing<T>(ReadOnlySpan<int> ids, Span<T> values, T missing)
    {
        var validity = column!.Validity;
        if (validity.IsComplete)
            return;

        for (var row = 0; row < ids.Length; row++)
        {
            if (!validity[ids[row] - start])
                values[row] = missing;
        }
    }
}

/// <summary>How values can be put in order by numbers.</summary>
internal enum OrderForm
{
    /// <summary>There are no values.</summary>
    None,

    Integers,

    /// <summary>Integers and floats.</summary>
    Numbers,

    /// <summary>Ids of one sorted dictionary.</summary>
    Ranks,

    /// <summary>Strings of several dictionaries, or of one in row order.</summary>
    Texts,

    /// <summary>Partial dates.</summary>
    Days,

    /// <summary>Anything else: by the values.</summary>
    Values,
}
