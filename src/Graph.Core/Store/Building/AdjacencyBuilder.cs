using System.Buffers;

namespace Graph.Core;

/// <summary>Edges of one relation type by (source, target, arrival).</summary>
/// <param name="Arrivals">The place of each edge in the order of arrival.</param>
internal readonly record struct OrderedEdges(int[] Sources, int[] Targets, int[] Arrivals);

/// <summary>Both directions of the edges of one relation type, from their ends in order of arrival.</summary>
internal static class AdjacencyBuilder
{
    private const int EdgesPerTask = 1 << 18;

    /// <summary>Takes the arrays over: where the sources ascend already, as those of a table often do, they are not copied.</summary>
    public static OrderedEdges Order(int[] sources, int[] targets)
    {
        var arrivals = CreateIdentity(sources.Length);
        if (!IsAscending(sources))
        {
            arrivals = Sort(arrivals, sources);
            sources = Select(sources, arrivals);
        }

        var sortedTargets = new int[targets.Length];
        var starts = ListTaskStarts(sources);
        Parallel.For(0, starts.Count - 1, task => SortRuns(sources, targets, sortedTargets, arrivals, starts[task], starts[task + 1]));
        return new OrderedEdges(sources, sortedTargets, arrivals);
    }

    public static Adjacency BuildOutgoing(OrderedEdges edges, int firstEdge) => Compress(edges.Sources, edges.Targets, default, firstEdge);

    public static Adjacency BuildIncoming(OrderedEdges edges, int firstEdge)
    {
        var (minimum, maximum) = Extremes.Find<int>(edges.Targets);
        if (!CountingSort.IsDense(edges.Targets.Length, minimum, maximum))
            return SortIncoming(edges, firstEdge);

        // Counting finds the offsets of the window, and so does in one pass what sorting, selecting and compressing do in six.
        var (offsets, sources, positions) = EdgeTransposition.Transpose(edges.Sources, edges.Targets, minimum, maximum);
        if (RowOffsets.CountOwners(offsets) * 2L > offsets.Length - 1L)
            return new Adjacency(default, minimum, offsets, sources, positions, firstEdge);
        var (nodes, starts) = RowOffsets.ToSparse(offsets, minimum);
        return new Adjacency(nodes, 0, starts, sources, positions, firstEdge);
    }

    public static int[] Select(ReadOnlySpan<int> values, int[] order)
    {
        var selected = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            selected[i] = values[order[i]];
        return selected;
    }

    private static Adjacency SortIncoming(OrderedEdges edges, int firstEdge)
    {
        // A stable sort by target leaves each run of sources ascending, and parallel edges by id.
        var positions = Sort(CreateIdentity(edges.Targets.Length), edges.Targets);
        return Compress(Select(edges.Targets, positions), Select(edges.Sources, positions), positions, firstEdge);
    }

    private static int[] CreateIdentity(int count)
    {
        var indexes = new int[count];
        for (var i = 0; i < count; i++)
            indexes[i] = i;
        return indexes;
    }

    /// <summary>Where tasks begin and the last one ends; no run of a source is cut.</summary>
    private static List<int> ListTaskStarts(int[] sources)
    {
        var starts = new List<int> { 0 };
        while (starts[^1] < sources.Length)
        {
            var end = Math.Min(starts[^1] + EdgesPerTask, sources.Length);
            while (end < sources.Length && sources[end] == sources[end - 1])
                end++;
            starts.Add(end);
        }

        return starts;
    }

    /// <summary>
    /// Sorts the arrivals of each source by target, then by arrival: many short sorts in cache instead of one more scatter.
    /// </summary>
    private static void SortRuns(int[] sources, int[] targets, int[] sortedTargets, int[] arrivals, int first, int last)
    {
        var keys = ArrayPool<long>.Shared.Rent(last - first);
        for (var i = first; i < last; i++)
            keys[i - first] = ((long)targets[arrivals[i]] << 32) | (uint)arrivals[i];
        for (var start = first; start < last;)
        {
            var end = start + 1;
            while (end < last && sources[end] == sources[start])
                end++;
            keys.AsSpan((start - first)..(end - first)).Sort();
            start = end;
        }

        for (var i = first; i < last; i++)
            (sortedTargets[i], arrivals[i]) = ((int)(keys[i - first] >> 32), (int)keys[i - first]);
        ArrayPool<long>.Shared.Return(keys);
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
        var (minimum, maximum) = Extremes.Find<int>(keys);
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
