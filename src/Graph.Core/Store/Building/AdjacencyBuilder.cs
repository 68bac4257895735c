namespace Graph.Core;

/// <summary>Both directions of the edges of one relation type, from their ends in order of arrival.</summary>
internal sealed class AdjacencyBuilder
{
    private AdjacencyBuilder(int[] order, Adjacency outgoing, Adjacency incoming)
    {
        Order = order;
        Outgoing = outgoing;
        Incoming = incoming;
    }

    /// <summary>The arrival of each edge, by (source, target, arrival).</summary>
    public int[] Order { get; }

    public Adjacency Outgoing { get; }

    public Adjacency Incoming { get; }

    public static AdjacencyBuilder Build(int[] sources, int[] targets, int firstEdge)
    {
        var arrivals = new int[sources.Length];
        for (var i = 0; i < arrivals.Length; i++)
            arrivals[i] = i;
        var order = IsAscending(sources) ? arrivals.ToArray() : Sort(arrivals, sources);
        SortRuns(order, sources, targets);
        var outNeighbours = Select(targets, order);
        var outSources = Select(sources, order);

        // A stable sort by target leaves each run of sources ascending, and parallel edges by id.
        var positions = Sort(arrivals, outNeighbours);
        return new AdjacencyBuilder(
            order,
            Compress(sources, order, outNeighbours, default, firstEdge),
            Compress(outNeighbours, positions, Select(outSources, positions), positions, firstEdge));
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

    private static int[] Select(int[] values, int[] order)
    {
        var selected = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            selected[i] = values[order[i]];
        return selected;
    }

    private static Adjacency Compress(int[] owners, int[] order, int[] neighbours, ReadOnlyMemory<int> edges, int firstEdge)
    {
        var (first, last) = (owners[order[0]], owners[order[^1]]);
        if (RowOffsets.CountNodes(owners, order) * 2L > last - first + 1L)
            return new Adjacency(default, first, RowOffsets.CreateWindow(owners, order), neighbours, edges, firstEdge);
        var (nodes, offsets) = RowOffsets.CreateSparse(owners, order);
        return new Adjacency(nodes, 0, offsets, neighbours, edges, firstEdge);
    }
}
