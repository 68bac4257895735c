namespace Graph.Query.Execution;

/// <summary>
/// Values that only become more, in blocks: nothing is moved when there is no room, which for many millions would take longer than anybody
/// waits for a query that they stopped.
/// </summary>
internal sealed class ValueBlocks
{
    private const int Shift = 16;
    private const int Mask = (1 << Shift) - 1;
    private const int SmallestBlock = 16;
    private const int BytesPerValue = 16;

    private readonly List<Value[]> blocks = [];
    private long capacity;

    public int Count { get; private set; }

    /// <summary>Without what the values refer to.</summary>
    public long Bytes => capacity * BytesPerValue;

    public Value this[int index] => blocks[index >> Shift][index & Mask];

    public void Add(Value value)
    {
        if (Count == capacity)
            Grow();
        blocks[Count >> Shift][Count & Mask] = value;
        Count++;
    }

    /// <summary>A small block grows to the size of a whole one; behind it, each is whole from the beginning.</summary>
    private void Grow()
    {
        if (capacity is 0 or > Mask)
        {
            blocks.Add(new Value[capacity == 0 ? SmallestBlock : Mask + 1]);
            capacity += blocks[^1].Length;
            return;
        }

        var grown = blocks[0];
        Array.Resize(ref grown, Math.Min(Mask + 1, grown.Length * 2));
        blocks[0] = grown;
        capacity = grown.Length;
    }
}

internal sealed class ValueBlocksColumn(ValueBlocks values) : Column
{
    public override Value this[int row] => values[row];

    public override Column Gather(ReadOnlySpan<int> rows)
    {
        var gathered = new Value[rows.Length];
        for (var i = 0; i < gathered.Length; i++)
            gathered[i] = values[rows[i]];
        return new ValueColumn(gathered);
    }
}
