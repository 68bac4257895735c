using System.Runtime.InteropServices;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>The column of one label set or relation type; ids run from <paramref name="start"/> to before <paramref name="end"/>.</summary>
internal sealed partial class PropertySection(int index, int start, int end, PropertyColumn? column)
{
    // Codes of different sections must differ, and integers beyond this width have no room beside the section's number.
    private const int CodeBits = 44;

    public int Start => start;

    public int End => end;

    public bool IsCoded => column switch
    {
        null or BooleanColumn or DateColumn => true,
        IntegerColumn integers => integers.Bounds.Minimum > -(1L << (CodeBits - 1)) && integers.Bounds.Maximum < 1L << (CodeBits - 1),
        StringColumn strings => !strings.IsIdentity,
        _ => false,
    };

    public bool HasIntegerCodes => column is null or IntegerColumn { Bounds.Minimum: > long.MinValue };

    /// <summary>How the values of this section can be put in order by numbers.</summary>
    public OrderForm OrderForm { get; } = column switch
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

    /// <summary>Whether there are no values but dates of one day.</summary>
    public bool AreDays => column is null or DateColumn { Dictionary.AreDays: true };

    public int Index => index;

    public bool HasColumn => column is not null;

    public StringColumn? Strings => column as StringColumn;

    public DateColumn? Dates => column as DateColumn;

    public NumberForm NumberForm => column switch
    {
        IntegerColumn { Bounds.Minimum: > long.MinValue } => NumberForm.Integers,
        FloatColumn => NumberForm.Floats,
        _ => NumberForm.Other,
    };

    /// <summary>Rows of a column that is there.</summary>
    public int RowCount => column?.Count ?? 0;

    public bool HasValueNumbers => column is null or DateColumn or StringColumn { IsIdentity: false };

    /// <summary>How many different values there are in the dictionary.</summary>
    public int ValueCount => column switch
    {
        DateColumn dates => dates.Dictionary.Count,
        StringColumn { IsIdentity: false } strings => strings.Dictionary.Count,
        _ => 0,
    };

    public bool AreNumbers => column is null or IntegerColumn or FloatColumn;

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

    /// <summary>The section of a code that is no negative integer.</summary>
    public static int FindIndex(long code) => (int)(code >> CodeBits);

    public ReadOnlySpan<byte> GetCodedUtf8(long code) => Strings!.Dictionary.GetUtf8(GetTextId(code));

    public Value DecodeText(long code) => Value.FromString(Strings!.Dictionary.GetString(GetTextId(code)));

    private static int GetTextId(long code) => (int)(code & ((1L << CodeBits) - 1));

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
            case DateColumn dates:
                dates.Ids.Gather(ids, start, values);
                break;
            case StringColumn:
                for (var row = 0; row < ids.Length; row++)
                    values[row] = ids[row] - start;
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
            codes[row] = OrderCodes.OfFloat(column is FloatColumn floats
                ? floats.Values[ids[row] - start]
                : ((IntegerColumn)column).Values[ids[row] - start]);
        ClearMissing(ids, codes, OrderCodes.Null);
    }

    /// <summary>The day number of each date of one day.</summary>
    public void GetDays(ReadOnlySpan<int> ids, Span<long> days)
    {
        if (column is not DateColumn dates)
        {
            days.Fill(PropertyReader.NullCode);
            return;
        }

        dates.Ids.Gather(ids, start, days);
        var starts = dates.Dictionary.Starts;
        foreach (ref var day in days)
            day = day < starts.Length ? starts[(int)day] : PropertyReader.NullCode;
        ClearMissing(ids, days, PropertyReader.NullCode);
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

    public void GetNumbers(ReadOnlySpan<int> ids, Span<double> numbers)
    {
        for (var row = 0; row < ids.Length; row++)
        {
            numbers[row] = column switch
            {
                FloatColumn floats => floats.Values[ids[row] - start],
                IntegerColumn integers => integers.Values[ids[row] - start],
                _ => 0,
            };
        }
    }

    public void GetTextSizes(ReadOnlySpan<int> ids, Span<long> sizes)
    {
        if (column is not StringColumn strings)
        {
            sizes.Fill(PropertyReader.NullCode);
            return;
        }

        var offsets = strings.Dictionary.Offsets;
        var blob = strings.Dictionary.Blob;
        for (var row = 0; row < ids.Length; row++)
        {
            var text = strings.GetId(ids[row] - start);
            sizes[row] = CodePoints.Count(blob[offsets[text]..offsets[text + 1]]);
        }

        ClearMissing(ids, sizes, PropertyReader.NullCode);
    }

    /// <param name="first">The number of the first value.</param>
    /// <param name="missing">The number of a row without a value.</param>
    public void GetValueNumbers(ReadOnlySpan<int> ids, int first, int missing, Span<int> numbers)
    {
        if (column is null)
        {
            numbers.Fill(missing);
            return;
        }

        var source = column is DateColumn dates ? dates.Ids : ((StringColumn)column).Ids!;
        source.Gather(ids, start, numbers);
        foreach (ref var number in numbers)
            number += first;
        ClearMissing(ids, numbers, missing);
    }

    public void FindPresent(ReadOnlySpan<int> ids, Span<bool> isPresent)
    {
        isPresent.Fill(column is not null);
        if (column is not null)
            ClearMissing(ids, isPresent, false);
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
