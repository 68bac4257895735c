using Graph.Query;

namespace Graph.Results;

/// <summary>
/// The rows of a result one after the other, up to a limit; and how many there are beyond it, as far as that is free: what the batch at
/// hand holds, and a few more batches as long as they come at once.
/// </summary>
internal sealed class RowReader : IDisposable
{
    private const int MostBatchesBeyond = 512;
    private static readonly TimeSpan LongestCount = TimeSpan.FromMilliseconds(50);

    private readonly IEnumerator<RowBatch> batches;
    private readonly CancellationToken cancellation;
    private readonly long limit;
    private RowBatch? batch;
    private int row;

    public RowReader(QueryResult result, long? limit, CancellationToken cancellation)
    {
        batches = result.Batches.GetEnumerator();
        this.limit = limit ?? long.MaxValue;
        this.cancellation = cancellation;
    }

    /// <summary>The rows read so far.</summary>
    public long Count { get; private set; }

    /// <summary>The batch that the current row lies in.</summary>
    public RowBatch Batch => batch!;

    public int Row => row;

    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool MoveNext()
    {
        cancellation.ThrowIfCancellationRequested();
        if (Count == limit)
            return false;

        row++;
        while (batch is null || row >= batch.Count)
        {
            if (!batches.MoveNext())
                return false;

            batch = batches.Current;
            row = 0;
        }

        Count++;
        return true;
    }

    /// <summary>After the last row that was wanted: what was read, and what there is.</summary>
    public RenderedRows Finish() => new(Count, Count < limit ? Count : CountAll());

    public void Dispose() => batches.Dispose();

    private long? CountAll()
    {
        var total = Count + (batch is null ? 0 : batch.Count - row - 1);
        var started = System.Diagnostics.Stopwatch.GetTimestamp();
        for (var beyond = 0; beyond < MostBatchesBeyond && System.Diagnostics.Stopwatch.GetElapsedTime(started) < LongestCount; beyond++)
        {
            cancellation.ThrowIfCancellationRequested();
            if (!batches.MoveNext())
                return total;
            total += batches.Current.Count;
        }

        return null;
    }
}
