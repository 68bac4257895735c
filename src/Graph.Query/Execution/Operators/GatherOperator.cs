using System.Collections.Concurrent;

namespace Graph.Query.Execution;

/// <summary>The chunk of rows that this run of the steps above has been dealt.</summary>
internal sealed class ScatterOperator : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument) => argument.Chunk;
}

/// <summary>
/// Runs some row-wise steps on all cores: the source's rows are dealt to them in chunks, and what they make of each chunk comes out in the
/// order of the source, so that neither rows nor errors depend on which core was first.
/// </summary>
/// <param name="rowsPerChunk">How many rows one core is dealt at a time.</param>
/// <param name="steps">Start from a <see cref="ScatterOperator"/>.</param>
/// <param name="shared">What the steps make once a run and use on every core.</param>
internal sealed class GatherOperator(Operator source, int rowsPerChunk, Operator steps, ImmutableArray<IShared> shared) : Operator
{
    private const int ChunksOfASize = 256;

    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        using var stop = new CancellationTokenSource();
        var running = new Queue<ChunkTask>();
        try
        {
            foreach (var chunk in TakeChunks(source.Run(state, argument), state.Sizes.ChunkBatches))
            {
                // Here and not by the first core that asks, as the others would hold their threads while they wait for it.
                if (running.Count == 0)
                    Prepare(state, argument);
                running.Enqueue(new ChunkTask(steps, state, argument with { Chunk = chunk }, stop.Token));
                if (running.Count < state.Sizes.ChunksInFlight)
                    continue;

                foreach (var batch in running.Peek().Take())
                    yield return batch;
                running.Dequeue();
            }

            for (; running.Count > 0; running.Dequeue())
            {
                foreach (var batch in running.Peek().Take())
                    yield return batch;
            }
        }
        finally
        {
            stop.Cancel();
            foreach (var task in running)
                task.Abandon();
        }
    }

    /// <summary>
    /// The rows in chunks, of fewer than they should have where batches are too many. Where there are far more chunks than cores, later
    /// ones have more rows: how much work a row makes was only estimated, and a chunk costs more than a row that makes none.
    /// </summary>
    private IEnumerable<Batch[]> TakeChunks(IEnumerable<Batch> batches, int mostBatches)
    {
        var chunk = new List<Batch>();
        var (rows, most, count) = (0, rowsPerChunk, 0);
        foreach (var batch in batches)
        {
            for (var start = 0; start < batch.Count;)
            {
                var part = Cut(batch, start, most);
                start += part.Count;
                chunk.Add(part);
                rows += part.Count;
                if (rows < most && chunk.Count < mostBatches)
                    continue;

                yield return [.. chunk];
                chunk.Clear();
                rows = 0;
                if (++count % ChunksOfASize == 0)
                    most = (int)Math.Min(most * 2L, int.MaxValue);
            }
        }

        if (chunk.Count > 0)
            yield return [.. chunk];
    }

    private static Batch Cut(Batch batch, int start, int most) => start == 0 && batch.Count <= most
        ? batch
        : batch.Select([.. Enumerable.Range(start, Math.Min(most, batch.Count - start))]);

    private void Prepare(ExecutionState state, Argument argument)
    {
        foreach (var item in shared)
        {
            try
            {
                item.Prepare(state, argument);
            }
            catch (QueryException error) when (!error.IsLimit)
            {
                // Kept where it was made, and thrown to the first row that needs it; there may be none.
                return;
            }
        }
    }

    /// <summary>The work on one chunk, which waits when it is too far ahead of its reader.</summary>
    private sealed class ChunkTask
    {
        private const int MostWaiting = 64;

        private readonly BlockingCollection<Batch> batches = new(MostWaiting);
        private readonly CancellationToken stop;
        private readonly Task task;

        public ChunkTask(Operator steps, ExecutionState state, Argument argument, CancellationToken stop)
        {
            this.stop = stop;

            // In the order of the chunks, so that the chunk which is read first never waits for a thread that a later one holds.
            task = Task.Factory.StartNew(
                () => Work(steps, state, argument), CancellationToken.None, TaskCreationOptions.PreferFairness, TaskScheduler.Default);
        }

        /// <summary>What the steps make, and the error that stopped them.</summary>
        public IEnumerable<Batch> Take()
        {
            foreach (var batch in batches.GetConsumingEnumerable())
                yield return batch;
            task.GetAwaiter().GetResult();
        }

        /// <summary>Waits until nothing runs any more; nobody asks for the result, or for the error.</summary>
        public void Abandon() => ((IAsyncResult)task).AsyncWaitHandle.WaitOne();

        private void Work(Operator steps, ExecutionState state, Argument argument)
        {
            try
            {
                foreach (var batch in steps.Run(state, argument))
                    batches.Add(batch, stop);
            }
            finally
            {
                batches.CompleteAdding();
            }
        }
    }
}
