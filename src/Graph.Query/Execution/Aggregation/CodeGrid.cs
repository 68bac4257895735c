namespace Graph.Query.Execution;

/// <summary>A number for each pair of codes of one batch, where the codes lie close together.</summary>
internal sealed class CodeGrid
{
    private readonly int[] cells;
    private readonly long firstMinimum;
    private readonly long secondMinimum;
    private readonly int width;

    private CodeGrid(long firstMinimum, long secondMinimum, int height, int width)
    {
        this.firstMinimum = firstMinimum;
        this.secondMinimum = secondMinimum;
        this.width = width;
        cells = new int[height * width];
        Array.Fill(cells, -1);
    }

    /// <summary>Null where a table would be larger than the batch; the second codes are empty where there is one only.</summary>
    public static CodeGrid? TryCreate(ReadOnlySpan<long> first, ReadOnlySpan<long> second)
    {
        var (firstMinimum, height) = FindExtent(first);
        var (secondMinimum, width) = second.IsEmpty ? (0, 1) : FindExtent(second);

        // Each alone first, as the product of two that span all integers is none.
        var fits = height <= first.Length && width <= first.Length && height * width <= first.Length;
        return fits ? new CodeGrid(firstMinimum, secondMinimum, (int)height, (int)width) : null;
    }

    /// <summary>The cell of a pair; -1 before it is set.</summary>
    public ref int GetCell(long first, long second) => ref cells[((first - firstMinimum) * width) + second - secondMinimum];

    private static (long Minimum, Int128 Count) FindExtent(ReadOnlySpan<long> codes)
    {
        if (codes.IsEmpty)
            return (0, 1);

        var (minimum, maximum) = (codes[0], codes[0]);
        foreach (var code in codes)
        {
            minimum = Math.Min(minimum, code);
            maximum = Math.Max(maximum, code);
        }

        return (minimum, (Int128)maximum - minimum + 1);
    }
}
