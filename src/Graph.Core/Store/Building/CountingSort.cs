namespace Graph.Core;

/// <summary>A stable sort of indexes by small integer keys, linear in the indexes and the width of the keys.</summary>
internal static class CountingSort
{
    // Below this share of indexes to possible keys the table of counts costs more than comparing.
    private const int SparseShare = 16;

    /// <summary>The indexes by <c>keys[index]</c>; those with the same key keep their order.</summary>
    public static int[] Sort(int[] indexes, int[] keys, int minimum, int maximum) =>
        IsDense(indexes.Length, minimum, maximum) ? SortDense(indexes, keys, minimum, maximum - minimum + 1) : SortSparse(indexes, keys);

    /// <summary>Whether the keys lie close enough for a table with a count for each possible one.</summary>
    public static bool IsDense(int count, int minimum, int maximum) => ((long)maximum - minimum + 1) / SparseShare <= count;

    private static int[] SortDense(int[] indexes, int[] keys, int minimum, int width)
    {
        var starts = new int[width + 1];
        foreach (var index in indexes)
            starts[keys[index] - minimum + 1]++;
        for (var i = 1; i < starts.Length; i++)
            starts[i] += starts[i - 1];

        var sorted = new int[indexes.Length];
        foreach (var index in indexes)
            sorted[starts[keys[index] - minimum]++] = index;
        return sorted;
    }

    private static int[] SortSparse(int[] indexes, int[] keys)
    {
        var order = new long[indexes.Length];
        for (var i = 0; i < order.Length; i++)
            order[i] = ((long)keys[indexes[i]] << 32) | (uint)i;
        var sorted = indexes.ToArray();
        Array.Sort(order, sorted);
        return sorted;
    }
}
