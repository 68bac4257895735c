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
        var order = Sort(Sort(arrivals, targets), sources);
        var outNeighbours = Select(targets, order);

        // A stable sort by target leaves each run of sources ascending, and parallel edges by id.
        var outSources = Select(sources, order);
        var positions = Sort(arrivals, outNeighbours);
        return new AdjacencyBuilder(
            order,
            Compress(sources, order, outNeighbours, default, firstEdge),
            Compress(outNeighbours, positions, Select(outSources, positions), positions, firstEdge));
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
