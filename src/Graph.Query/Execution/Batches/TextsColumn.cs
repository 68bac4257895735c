using System.Text;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>Strings that were computed, in UTF-8; one becomes a value only where somebody reads it.</summary>
/// <param name="starts">Where each row's string begins; one more for the end of the last.</param>
/// <param name="pool">Numbers the strings of all columns of one expression.</param>
internal sealed class TextsColumn(byte[] bytes, int[] starts, bool[] isPresent, TextPool pool) : Column
{
    /// <returns>Null where the strings are too large to stand together.</returns>
    public static TextsColumn? TryCreate(TextBuffer texts, TextPool pool) =>
        texts.IsFull ? null : new TextsColumn(texts.Bytes, texts.Starts, texts.IsPresent, pool);

    public override Value this[int row] => isPresent[row] ? Value.FromString(Encoding.UTF8.GetString(Get(row))) : Value.Null;

    public override bool AreTexts => true;

    public override object CodeSpace => pool;

    public override bool TryGetUtf8(int row, out ReadOnlySpan<byte> utf8)
    {
        utf8 = Get(row);
        return isPresent[row];
    }

    public override bool TryGetCodes(Span<long> codes)
    {
        pool.Number(this, codes);
        return true;
    }

    public override bool HasExactCodes => true;

    public override bool TryGetExactCodes(Span<long> codes) => TryGetCodes(codes);

    public override Value Decode(long code) => code == PropertyReader.NullCode ? Value.Null : pool.Decode((int)code);

    public override bool TryTestText(TextTest test, Span<Truth> truths)
    {
        for (var row = 0; row < truths.Length; row++)
            truths[row] = !isPresent[row] ? Truth.Unknown : test.Holds(Get(row)) ? Truth.True : Truth.False;
        return true;
    }

    public override bool TryGetSizes(Span<long> sizes)
    {
        for (var row = 0; row < sizes.Length; row++)
            sizes[row] = isPresent[row] ? CodePoints.Count(Get(row)) : PropertyReader.NullCode;
        return true;
    }

    public override bool TryCompare(CodeComparison comparison, Span<Truth> truths)
    {
        var isText = comparison.Constant.Kind == ValueKind.String;
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = !isPresent[row] ? Truth.Unknown
                : !isText ? comparison.OfOtherKind
                : comparison.Holds(Get(row)) ? Truth.True
                : Truth.False;
        }

        return true;
    }

    public override bool TryTestMembership(Membership membership, Span<Truth> truths)
    {
        for (var row = 0; row < truths.Length; row++)
            truths[row] = isPresent[row] ? membership.Test(Get(row)) : membership.Missing;
        return true;
    }

    public override void FindPresent(Span<bool> present) => isPresent.AsSpan(0, present.Length).CopyTo(present);

    public override int Compare(int left, int right) => isPresent[left] && isPresent[right]
        ? Get(left).SequenceCompareTo(Get(right))
        : isPresent[right].CompareTo(isPresent[left]);

    public override bool GetOrderCodes(Span<ulong> codes, Action check)
    {
        var isExact = true;
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = isPresent[row] ? OrderCodes.OfUtf8(Get(row)) : OrderCodes.Null;
            isExact &= OrderCodes.IsExactUtf8(Get(row).Length);
        }

        return isExact;
    }

    private ReadOnlySpan<byte> Get(int row) => bytes.AsSpan(starts[row], starts[row + 1] - starts[row]);
}
