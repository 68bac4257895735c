namespace Graph.Query;

/// <summary>
/// How many rows stand in a batch, and what the buffers beside it hold. One value for a whole run, which changes no answer; tests make it
/// small, so that few rows fill many batches.
/// </summary>
/// <param name="FirstBatch">The first batches of a step are small, so that a query that wants few rows does little work; then they
/// double.</param>
/// <param name="ListElements">The elements of lists that are evaluated together.</param>
/// <param name="SortedRows">The rows that are held before all but the first ones of an order are dropped.</param>
/// <param name="ChunkBatches">The batches that one core is dealt at a time: enough that a task is nothing beside its work.</param>
/// <param name="ChunksInFlight">The chunks that are worked on before the first of them is read.</param>
/// <param name="HashedNodes">The nodes that a set holds in a hash table before it takes one bit for each node of the graph.</param>
internal sealed record BufferSizes(
    int FirstBatch, int LargestBatch, int ListElements, int SortedRows, int ChunkBatches, int ChunksInFlight, int HashedNodes)
{
    public static readonly BufferSizes Default = new(
        FirstBatch: 64,
        LargestBatch: 2048,
        ListElements: 4096,
        SortedRows: 1024,
        ChunkBatches: 16,
        ChunksInFlight: Environment.ProcessorCount * 2,
        HashedNodes: 1024);

    /// <summary>Everything as small as batches of a number of rows.</summary>
    public static BufferSizes Of(int rows, int chunksInFlight) => new(rows, rows, rows, rows, ChunkBatches: 1, chunksInFlight, rows);
}

/// <summary>The sizes of the batches that one step makes.</summary>
internal struct BatchSize(BufferSizes sizes)
{
    private int next = sizes.FirstBatch;

    public int Next()
    {
        var size = next;
        next = Math.Min(sizes.LargestBatch, next * 2);
        return size;
    }
}
