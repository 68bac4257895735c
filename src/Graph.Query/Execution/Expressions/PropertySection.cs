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
