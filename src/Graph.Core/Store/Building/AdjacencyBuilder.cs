namespace Graph.Core;

/// <summary>Both directions of the edges of one relation type, from their ends in order of arrival.</summary>
internal static class AdjacencyBuilder
{
    /// <summary>The arrival of each edge, by (source, target, arrival).</summary>
    public static int[] Order(int[] sources, int[] targets)
    {
        var order = CreateIdentity(sources.Length);
        if (!IsAscending(sources))
            order = Sort(order, sources);
        SortRuns(order, sources, targets);
        return order;
    }

    /// <param name="sources">In the order of the edges, as <paramref name="targets"/>.</param>
    public static Adjacency BuildOutgoing(int[] sources, int[] targets, int firstEdge) => Compress(sources, targets, default, firstEdge);

    /// <param name="sources">In the order of the edges, as <paramref name="targets"/>.</param>
    public static Adjacency BuildIncoming(int[] sources, int[] targets, int firstEdge)
    {
        // A stable sort by target leaves each run of sources ascending, and parallel edges by id.
        var positions = Sort(CreateIdentity(targets.Length), targets);
        return Compress(Select(targets, positions), Select(sources, positions), positions, firstEdge);
    }

    public static int[] Select(int[] values, int[] order)
    {
        var selected = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            selected[i] = values[order[i]];
        return selected;
    }

    private static int[] CreateIdentity(int count)
    {
        var indexes = new int[count];
        for (var i = 0; i < count; i++)
            indexes[i] = i;
        return indexes;
    }

    /// <summary>Sorts the arrivals of each source by target, then by arrival: many short sorts in cache instead of one more scatter.</summary>
    private static void SortRuns(int[] order, int[] sources, int[] targets)
    {
        var keys = new long[order.Length];
        for (var i = 0; i < keys.Length; i++)
            keys[i] = ((long)targets[order[i]] << 32) | (uint)order[i];
        for (var start = 0; start < order.Length;)
        {
            var end = start + 1;
            while (end < order.Length && sources[order[end]] == sources[order[start]])
                end++;
            var run = keys.AsSpan(start..end);
            run.Sort();
            for (var i = start; i < end; i++)
                order[i] = (int)keys[i];
            start = end;
        }
    }

    private static bool IsAscending(int[] keys)
    {
        for (var i = 1; i < keys.Length; i++)
        {
            if (keys[i] < keys[i - 1])
                return false;
        }

        return true;
    }

    private static int[] Sort(int[] indexes, int[] keys)
    {
        var (minimum, maximum) = (int.MaxValue, 0);
        foreach (var key in keys)
            (minimum, maximum) = (Math.Min(minimum, key), Math.Max(maximum, key));
        return CountingSort.Sort(indexes, keys, minimum, maximum);
    }

    /// <param name="owners">The node of each position, ascending.</param>
    private static Adjacency Compress(int[] owners, int[] neighbours, ReadOnlyMemory<int> edges, int firstEdge)
    {
        var (first, last) = (owners[0], owners[^1]);
        if (RowOffsets.CountNodes(owners) * 2L > last - first + 1L)
            return new Adjacency(default, first, RowOffsets.CreateWindow(owners), neighbours, edges, firstEdge);
        var (nodes, offsets) = RowOffsets.CreateSparse(owners);
        return new Adjacency(nodes, 0, offsets, neighbours, edges, firstEdge);
    }
}
