namespace Graph.Query.Execution;

/// <summary>Collects walks as rows: the input row each one continues, where it ends, and the list of its edges.</summary>
internal sealed class WalkBuffer(int capacity)
{
    private readonly int[] rows = new int[capacity];
    private readonly int[] ends = new int[capacity];
    private readonly Value[] lists = new Value[capacity];

    public int Count { get; private set; }

    public bool IsFull => Count == capacity;

    public void Add(int row, int end, Value list)
    {
        rows[Count] = row;
        ends[Count] = end;
        lists[Count] = list;
        Count++;
    }

    public Batch Take(Batch input, int listSlot, int endSlot)
    {
        var batch = input.Select(rows.AsSpan(0, Count).ToArray());
        if (listSlot >= 0)
            batch.Set(listSlot, new ValueColumn(lists.AsSpan(0, Count).ToArray()));
        if (endSlot >= 0)
            batch.Set(endSlot, new NodeColumn(ends.AsSpan(0, Count).ToArray()));
        return batch;
    }
}
