using System.Runtime.InteropServices;

namespace Graph.Query.Execution;

/// <summary>Holds values against constants, lists and texts.</summary>
internal sealed partial class PropertySection
{
    public bool Allows(CodeComparison comparison) => column switch
    {
        null or IntegerColumn or StringColumn => true,
        FloatColumn => comparison.IsExactAsFloat,
        DateColumn => AreDays && comparison.Constant.Kind == ValueKind.Date,
        _ => false,
    };

    public bool AllowsMembership => column is null or IntegerColumn or StringColumn;

    public void Compare(ReadOnlySpan<int> ids, bool isConsecutive, CodeComparison comparison, Span<Truth> truths)
    {
        if (column is null)
        {
            truths.Fill(Truth.Unknown);
            return;
        }

        if (comparison.IsOfOtherKind(column))
            truths.Fill(comparison.OfOtherKind);
        else
            CompareOfKind(ids, isConsecutive, comparison, truths);
        ClearMissing(ids, truths, Truth.Unknown);
    }

    private void CompareOfKind(ReadOnlySpan<int> ids, bool isConsecutive, CodeComparison comparison, Span<Truth> truths)
    {
        var isInside = MemoryMarshal.Cast<Truth, bool>(truths);
        switch (column)
        {
            case StringColumn { IsIdentity: true } or StringColumn { Dictionary.IsSorted: false }:
                for (var row = 0; row < ids.Length; row++)
                    isInside[row] = column.HasValue(ids[row] - start) && comparison.Holds(((StringColumn)column).GetUtf8(ids[row] - start));
                return;
            case FloatColumn floats:
                for (var row = 0; row < ids.Length; row++)
                    isInside[row] = comparison.Holds(floats.Values[ids[row] - start]);
                return;
        }

        var (low, high) = comparison.GetInterval(column!);
        var values = column switch
        {
            IntegerColumn integers => integers.Values,
            DateColumn dates => dates.Ids,
            _ => ((StringColumn)column!).Ids!,
        };
        if (isConsecutive)
            values.TestInterval(ids[0] - start, low, high, isInside);
        else
            values.TestInterval(ids, start, low, high, isInside);
        if (comparison.IsNegated)
            Negate(isInside);
    }

    public void TestMembership(ReadOnlySpan<int> ids, Membership membership, Span<Truth> truths)
    {
        switch (column)
        {
            case null:
                truths.Fill(membership.Missing);
                return;
            case IntegerColumn integers:
                for (var row = 0; row < ids.Length; row++)
                    truths[row] = membership.Test(integers.Values[ids[row] - start]);
                break;
            case StringColumn { Ids: { } stringIds, Dictionary: { IsSorted: true } dictionary }:
                var isItem = membership.FindIds(dictionary);
                for (var row = 0; row < ids.Length; row++)
                    truths[row] = stringIds[ids[row] - start] is var id && id < isItem.Length && isItem[id]
                        ? Truth.True
                        : membership.Absent;
                break;
            default:
                for (var row = 0; row < ids.Length; row++)
                    truths[row] = column.HasValue(ids[row] - start)
                        ? membership.Test(((StringColumn)column).GetUtf8(ids[row] - start))
                        : membership.Missing;
                break;
        }

        ClearMissing(ids, truths, membership.Missing);
    }

    public void TestText(ReadOnlySpan<int> ids, TextTest test, Span<Truth> truths)
    {
        if (column is not StringColumn strings)
        {
            truths.Fill(Truth.Unknown);
            return;
        }

        // Where the strings lie is asked once, as a mapped file answers slowly.
        var offsets = strings.Dictionary.Offsets;
        var blob = strings.Dictionary.Blob;
        for (var row = 0; row < ids.Length; row++)
        {
            var text = strings.GetId(ids[row] - start);
            truths[row] = test.Holds(blob[offsets[text]..offsets[text + 1]]) ? Truth.True : Truth.False;
        }

        ClearMissing(ids, truths, Truth.Unknown);
    }

    private static void Negate(Span<bool> truths)
    {
        foreach (ref var truth in truths)
            truth = !truth;
    }
}
