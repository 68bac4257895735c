namespace Graph.Query.Execution;

/// <summary>
/// Stable sort of row numbers by a 64-bit code each: by insertion where there are few, else a byte at a time from the lowest.
/// </summary>
internal sealed class CodeSort(ExecutionState state)
{
    private const int Small = 48;
    private const int DigitBits = 8;
    private const int DigitCount = 64 / DigitBits;
    private const int DigitValues = 1 << DigitBits;

    private ulong[] fromCodes = [];
    private ulong[] toCodes = [];
    private int[] toRows = [];

    /// <param name="codes">By row number, not by place.</param>
    public void Sort(ulong[] codes, Span<int> rows)
    {
        if (IsSorted(codes, rows))
            return;
        if (rows.Length <= Small)
            SortFew(codes, rows);
        else
            SortDigits(codes, rows);
    }

    private static bool IsSorted(ulong[] codes, ReadOnlySpan<int> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            if (codes[rows[i]] < codes[rows[i - 1]])
                return false;
        }

        return true;
    }

    private static void SortFew(ulong[] codes, Span<int> rows)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            var row = rows[i];
            var code = codes[row];
            var at = i;
            for (; at > 0 && codes[rows[at - 1]] > code; at--)
                rows[at] = rows[at - 1];
            rows[at] = row;
        }
    }

    private void SortDigits(ulong[] codes, Span<int> rows)
    {
        Reserve(rows.Length);
        var counts = new int[DigitCount * DigitValues];
        for (var i = 0; i < rows.Length; i++)
        {
            CheckAt(i);
            var code = codes[rows[i]];
            fromCodes[i] = code;
            for (var digit = 0; digit < DigitCount; digit++)
                counts[(digit * DigitValues) + (int)(byte)(code >> (digit * DigitBits))]++;
        }

        var source = rows;
        var target = toRows.AsSpan(0, rows.Length);
        for (var digit = 0; digit < DigitCount; digit++)
        {
            var digitCounts = counts.AsSpan(digit * DigitValues, DigitValues);
            if (digitCounts.Contains(rows.Length))
                continue;

            Scatter(source, target, digitCounts, digit * DigitBits);
            (fromCodes, toCodes) = (toCodes, fromCodes);
            var swapped = source;
            source = target;
            target = swapped;
        }

        if (source != rows)
            source.CopyTo(rows);
    }

    private void Scatter(ReadOnlySpan<int> source, Span<int> target, Span<int> counts, int shift)
    {
        var start = 0;
        foreach (ref var count in counts)
            (count, start) = (start, start + count);
        for (var i = 0; i < source.Length; i++)
        {
            CheckAt(i);
            var code = fromCodes[i];
            var at = counts[(int)(byte)(code >> shift)]++;
            target[at] = source[i];
            toCodes[at] = code;
        }
    }

    private void Reserve(int count)
    {
        if (fromCodes.Length >= count)
            return;

        fromCodes = GC.AllocateUninitializedArray<ulong>(count);
        toCodes = GC.AllocateUninitializedArray<ulong>(count);
        toRows = GC.AllocateUninitializedArray<int>(count);
    }

    private void CheckAt(int row)
    {
        if ((row & (ExecutionState.CheckInterval - 1)) == 0)
            state.Check();
    }
}
