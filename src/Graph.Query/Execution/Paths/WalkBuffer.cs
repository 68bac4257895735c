namespace Graph.Query.Execution;

/// <summary>Collects walks as rows: the input row each one continues, where it ends, and its edges where they are asked for.</summary>
/// <param name="listSlot">Where the lists of edges go; negative where nobody reads them.</param>
/// <param name="endSlot">Where the nodes go that walks end in; negative where nobody reads them.</param>
internal sealed class WalkBuffer(int capacity, int listSlot, int endSlot)
{
    private readonly int[] rows = new int[capacity];
    private readonly int[] ends = new int[capacity];
    private readonly int[] starts = listSlot < 0 ? [] : new int[capacity];
    private readonly int[] lengths = listSlot < 0 ? [] : new int[capacity];
    private int[] edges = [];
    private int edgeCount;

    public int Count { get; private set; }

    public bool IsFull => Count == capacity;

    /// <param name="walk">The edges of the walk.</param>
    /// <param name="isReversed">The walk was found from its end.</param>
    public void Add(int row, int end, ReadOnlySpan<int> walk, bool isReversed)
    {
        rows[Count] = row;
        ends[Count] = end;
        if (listSlot >= 0)
            AddEdges(walk, isReversed);
        Count++;
    }

    public Batch Take(Batch input)
    {
        var batch = input.Select(rows.AsSpan(0, Count).ToArray());
        if (listSlot >= 0)
            batch.Set(listSlot, new WalksColumn(edges, starts.AsSpan(0, Count).ToArray(), lengths.AsSpan(0, Count).ToArray()));
        if (endSlot >= 0)
            batch.Set(endSlot, new NodeColumn(ends.AsSpan(0, Count).ToArray()));
        return batch;
    }

    private void AddEdges(ReadOnlySpan<int> walk, bool isReversed)
    {
        (starts[Count], lengths[Count]) = (edgeCount, walk.Length);
        if (edgeCount + walk.Length > edges.Length)
            Array.Resize(ref edges, Math.Max(edgeCount + walk.Length, edges.Length * 2));
        var target = edges.AsSpan(edgeCount, walk.Length);
        walk.CopyTo(target);
        if (isReversed)
            target.Reverse();
        edgeCount += walk.Length;
    }
}
