namespace Graph.Query.Execution;

/// <summary>
/// Puts row numbers in the order of their keys; rows that are equal by all keys keep their order. Codes of the first key are sorted digit
/// by digit; where rows share a code, the values themselves or the next key decide.
/// </summary>
internal sealed class RowOrder(ExecutionState state, ImmutableArray<SortKey> keys)
{
    /// <summary>What a sort needs beside the rows: two keys' codes, and the codes and rows being moved.</summary>
    public const int BytesPerRow = 32;

    private readonly CodeSort codeSort = new(state);
    private readonly int[] empty = [];
    private int comparisons;

    public void Sort(int[] rows) => Sort(rows, 0);

    /// <summary>The rows that can be among the first ones, in order: a few more where many have the same first key.</summary>
    /// <param name="limit">How many are wanted, at least one.</param>
    public int[] SortFirst(int limit)
    {
        var codes = keys[0].Codes;
        var last = limit * 2L < codes.Length ? CodeSelection.Find([.. codes], limit - 1, state.Check) : ulong.MaxValue;
        var rows = GC.AllocateUninitializedArray<int>(codes.Length);
        var count = 0;
        for (var row = 0; row < codes.Length; row++)
        {
            rows[count] = row;
            count += codes[row] <= last ? 1 : 0;
        }

        var order = count == rows.Length ? rows : rows[..count];
        Sort(order);
        return order;
    }

    /// <summary>All rows by the codes of the first key.</summary>
    public int[] SortByCodes()
    {
        var codes = keys[0].Codes;
        var rows = new int[codes.Length];
        for (var row = 0; row < rows.Length; row++)
            rows[row] = row;
        codeSort.Sort(codes, rows);
        return rows;
    }

    private void Sort(Span<int> rows, int key)
    {
        var codes = keys[key].Codes;
        codeSort.Sort(codes, rows);
        for (var start = 0; start < rows.Length;)
        {
            var end = start + 1;
            while (end < rows.Length && codes[rows[end]] == codes[rows[start]])
                end++;
            if (end - start > 1)
                SortTies(rows[start..end], key);
            start = end;
        }
    }

    private void SortTies(Span<int> rows, int key)
    {
        if (!keys[key].AreExact)
            MergeSort(rows, key);
        else if (key + 1 < keys.Length)
            Sort(rows, key + 1);
    }

    /// <summary>Stable, and unlike the library's sort it may be left by an exception at any comparison.</summary>
    private void MergeSort(Span<int> rows, int key)
    {
        const int Small = 12;
        if (rows.Length <= Small)
        {
            InsertionSort(rows, key);
            return;
        }

        var middle = rows.Length / 2;
        MergeSort(rows[..middle], key);
        MergeSort(rows[middle..], key);
        if (Compare(rows[middle - 1], rows[middle], key) > 0)
            Merge(rows, middle, key);
    }

    private void InsertionSort(Span<int> rows, int key)
    {
        for (var i = 1; i < rows.Length; i++)
        {
            var row = rows[i];
            var at = i;
            for (; at > 0 && Compare(rows[at - 1], row, key) > 0; at--)
                rows[at] = rows[at - 1];
            rows[at] = row;
        }
    }

    private void Merge(Span<int> rows, int middle, int key)
    {
        var front = middle == 0 ? empty : rows[..middle].ToArray();
        var (left, right) = (0, middle);
        for (var at = 0; left < front.Length; at++)
            rows[at] = right < rows.Length && Compare(front[left], rows[right], key) > 0 ? rows[right++] : front[left++];
    }

    private int Compare(int left, int right, int key)
    {
        if ((++comparisons & (ExecutionState.CheckInterval - 1)) == 0)
            state.Check();

        for (; key < keys.Length; key++)
        {
            var order = keys[key].Compare(left, right);
            if (order != 0)
                return order;
        }

        return 0;
    }
}
