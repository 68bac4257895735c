namespace Graph.Query.Execution;

/// <summary>
/// Items that only become more, in blocks: nothing is moved when there is no room, which for many millions would take longer than anybody
/// waits for a query that they stopped.
/// </summary>
internal sealed class Blocks<T>
{
    private const int Shift = 16;
    private const int Mask = (1 << Shift) - 1;
    private const int SmallestBlock = 16;

    private readonly List<T[]> blocks = [];

    public int Count { get; private set; }

    /// <summary>How many items there is room for.</summary>
    public long Capacity { get; private set; }

    public T this[int index] => blocks[index >> Shift][index & Mask];

    public void Add(T item)
    {
        if (Count == Capacity)
            Grow();
        blocks[Count >> Shift][Count & Mask] = item;
        Count++;
    }

    /// <summary>A small block grows to the size of a whole one; behind it, each is whole from the beginning.</summary>
    private void Grow()
    {
        if (Capacity is 0 or > Mask)
        {
            blocks.Add(new T[Capacity == 0 ? SmallestBlock : Mask + 1]);
            Capacity += blocks[^1].Length;
            return;
        }

        var grown = blocks[0];
        Array.Resize(ref grown, Math.Min(Mask + 1, grown.Length * 2));
        blocks[0] = grown;
        Capacity = grown.Length;
    }
}
