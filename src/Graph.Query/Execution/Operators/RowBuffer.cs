namespace Graph.Query.Execution;

/// <summary>Collects the rows of an expansion: the input row each one continues, its edge and the node at the edge's far end.</summary>
/// <param name="edgeSlot">Where the edges go; negative where nobody reads them.</param>
/// <param name="nodeSlot">Where the nodes go; negative where nobody reads them.</param>
internal sealed class RowBuffer(int capacity, int edgeSlot, int nodeSlot)
{
    private readonly int[] rows = GC.AllocateUninitializedArray<int>(capacity);
    private readonly int[] edges = edgeSlot < 0 ? [] : GC.AllocateUninitializedArray<int>(capacity);
    private readonly int[] nodes = nodeSlot < 0 ? [] : GC.AllocateUninitializedArray<int>(capacity);

    public int Count { get; private set; }

    public bool IsFull => Count == capacity;

    public void Add(int row, int edge, int node)
    {
        rows[Count] = row;
        if (edgeSlot >= 0)
            edges[Count] = edge;
        if (nodeSlot >= 0)
            nodes[Count] = node;
        Count++;
    }

    /// <summary>Adds the edges at consecutive positions, as many as there is room for, and returns how many that were.</summary>
    public int AddRun(int row, AdjacencyView view, Range32 run)
    {
        const int Few = 8;
        var count = Math.Min(run.Count, capacity - Count);
        if (count < Few)
        {
            AddFew(row, view, run.Start, view.Neighbours.Slice(run.Start, count));
            return count;
        }

        rows.AsSpan(Count, count).Fill(row);
        if (nodeSlot >= 0)
            view.Neighbours.Slice(run.Start, count).CopyTo(nodes.AsSpan(Count));
        if (edgeSlot >= 0)
            view.CopyEdges(run.Start, edges.AsSpan(Count, count));
        Count += count;
        return count;
    }

    private void AddFew(int row, AdjacencyView view, int start, ReadOnlySpan<int> neighbours)
    {
        for (var i = 0; i < neighbours.Length; i++)
        {
            rows[Count] = row;
            if (edgeSlot >= 0)
                edges[Count] = view.GetEdge(start + i);
            if (nodeSlot >= 0)
                nodes[Count] = neighbours[i];
            Count++;
        }
    }

    /// <summary>Hands the rows out as a batch; nothing may be added any more.</summary>
    public Batch Take(Batch input)
    {
        var batch = input.Select(Trim(rows));
        if (edgeSlot >= 0)
            batch.Set(edgeSlot, new EdgeColumn(Trim(edges)));
        if (nodeSlot >= 0)
            batch.Set(nodeSlot, new NodeColumn(Trim(nodes)));
        return batch;
    }

    private int[] Trim(int[] values) => IsFull ? values : values.AsSpan(0, Count).ToArray();
}
