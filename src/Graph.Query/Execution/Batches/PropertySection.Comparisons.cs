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
                CompareTexts((StringColumn)column, ids, comparison, isInside);
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

    private void CompareTexts(StringColumn strings, ReadOnlySpan<int> ids, CodeComparison comparison, Span<bool> isInside)
    {
        var texts = new StoredTexts(strings);
        for (var row = 0; row < ids.Length; row++)
        {
            // The rows that one step made of a node come one after another.
            isInside[row] = row > 0 && ids[row] == ids[row - 1] ? isInside[row - 1] : comparison.Holds(texts[ids[row] - start]);
        }
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

        var texts = new StoredTexts(strings);
        for (var row = 0; row < ids.Length; row++)
            truths[row] = test.Holds(texts[ids[row] - start]) ? Truth.True : Truth.False;

        ClearMissing(ids, truths, Truth.Unknown);
    }

    private static void Negate(Span<bool> truths)
    {
        foreach (ref var truth in truths)
            truth = !truth;
    }

    /// <summary>The strings of a column: where they lie is asked once, as a mapped file answers slowly.</summary>
    private readonly ref struct StoredTexts(StringColumn strings)
    {
        private readonly ReadOnlySpan<int> offsets = strings.Dictionary.Offsets;
        private readonly ReadOnlySpan<byte> blob = strings.Dictionary.Blob;

        public ReadOnlySpan<byte> this[int row]
        {
            get
            {
                var text = strings.GetId(row);
                return blob[offsets[text]..offsets[text + 1]];
            }
        }
    }
}
