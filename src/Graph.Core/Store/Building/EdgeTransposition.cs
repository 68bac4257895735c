namespace Graph.Core;

/// <summary>
/// A stable counting sort of edges by target, on all cores: each takes a stretch of the edges, and what the stretches before it have of
/// a target says where its own edges of that target begin. So the result does not depend on how many stretches there are.
/// </summary>
internal static class EdgeTransposition
{
    /// <summary>
    /// The offsets of the targets from the first to the last, and for each place the source and the position of its edge.
    /// </summary>
    public static (int[] Offsets, int[] Sources, int[] Positions) Transpose(int[] sources, int[] targets, int minimum, int maximum)
    {
        var width = maximum - minimum + 1;
        var cursors = new int[CountStretches(targets.Length, width)][];
        Parallel.For(0, cursors.Length, stretch => cursors[stretch] = Count(GetStretch(targets, stretch, cursors.Length), minimum, width));
        var offsets = TurnToCursors(cursors, width);
        var (sorted, positions) = (new int[targets.Length], new int[targets.Length]);
        Parallel.For(0, cursors.Length, stretch =>
        {
            var (start, end) = GetBounds(targets.Length, stretch, cursors.Length);
            for (var i = start; i < end; i++)
            {
                var place = cursors[stretch][targets[i] - minimum]++;
                (sorted[place], positions[place]) = (sources[i], i);
            }
        });
        return (offsets, sorted, positions);
    }

    // The tables of counts together stay smaller than the edges.
    private static int CountStretches(int edges, int width) => Math.Clamp(edges / width, 1, Environment.ProcessorCount);

    private static int[] Count(ReadOnlySpan<int> targets, int minimum, int width)
    {
        var counts = new int[width];
        foreach (var target in targets)
            counts[target - minimum]++;
        return counts;
    }

    /// <summary>Makes of the counts of each stretch the places where its edges begin. Returns those of the targets.</summary>
    private static int[] TurnToCursors(int[][] counts, int width)
    {
        var offsets = new int[width + 1];
        var next = 0;
        for (var target = 0; target < width; target++)
        {
            offsets[target] = next;
            foreach (var stretch in counts)
            {
                var count = stretch[target];
                stretch[target] = next;
                next += count;
            }
        }

        offsets[width] = next;
        return offsets;
    }

    private static ReadOnlySpan<int> GetStretch(int[] targets, int stretch, int count)
    {
        var (start, end) = GetBounds(targets.Length, stretch, count);
        return targets.AsSpan(start..end);
    }

    private static (int Start, int End) GetBounds(int length, int stretch, int count) =>
        ((int)((long)length * stretch / count), (int)((long)length * (stretch + 1) / count));
}
