namespace Graph.Query.Execution;

/// <summary>Collects the rows of an expansion: the input row each one continues, its edge and the node at the edge's far end.</summary>
internal sealed class RowBuffer(int capacity)
{
    private readonly int[] rows = new int[capacity];
    private readonly int[] edges = new int[capacity];
    private readonly int[] nodes = new int[capacity];

    public int Count { get; private set; }

    public bool IsFull => Count == capacity;

    public void Add(int row, int edge, int node)
    {
        rows[Count] = row;
        edges[Count] = edge;
        nodes[Count] = node;
        Count++;
    }

    /// <summary>Hands the rows out as a batch and starts again.</summary>
    public Batch Take(Batch input, int edgeSlot, int nodeSlot)
    {
        var batch = input.Select(rows.AsSpan(0, Count).ToArray());
        if (edgeSlot >= 0)
            batch.Set(edgeSlot, new EdgeColumn(edges.AsSpan(0, Count).ToArray()));
        if (nodeSlot >= 0)
            batch.Set(nodeSlot, new NodeColumn(nodes.AsSpan(0, Count).ToArray()));
        Count = 0;
        return batch;
    }
}
