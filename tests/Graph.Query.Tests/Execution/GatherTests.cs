using Graph.Query.Execution;

namespace Graph.Query.Tests.Execution;

/// <summary>How many tasks the rows of a source become.</summary>
public sealed class GatherTests
{
    private const int BatchRows = 1000;

    /// <summary>
    /// An estimate that is wrong by much costs some hundred tasks and not one for each row; the rows come in their order.
    /// </summary>
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(1, 256, 256)]
    [InlineData(1, 257, 257)]
    [InlineData(1, 258, 257)]
    [InlineData(1, 1_000_000, 3200)]
    [InlineData(7, 100_000, 1600)]
    [InlineData(5000, 100_000, 20)]
    public void ChunksGrowOnceThereAreMany(int rowsPerChunk, int rows, int mostTasks)
    {
        var tasks = 0;
        var steps = new Source((_, argument) =>
        {
            Interlocked.Increment(ref tasks);
            return argument.Chunk;
        });
        var source = new Source((_, _) => Enumerable.Range(0, rows).Chunk(BatchRows).Select(CreateBatch));
        var budget = new QueryBudget(new QueryLimits(), default);
        var sizes = BufferSizes.Default with { ChunkBatches = int.MaxValue };
        var state = new ExecutionState(TestGraph.Store, ImmutableDictionary<string, Value>.Empty, new SourceText(""), budget, sizes);

        var found = new GatherOperator(source, rowsPerChunk, steps, []).Run(state, new Argument(Batch.Create(1, 1)))
            .SelectMany(batch => Enumerable.Range(0, batch.Count).Select(row => batch[0][row].AsInteger()));

        Assert.Equal(Enumerable.Range(0, rows).Select(row => (long)row), found);
        Assert.InRange(tasks, 1, mostTasks);
    }

    private static Batch CreateBatch(int[] numbers)
    {
        var batch = Batch.Create(1, numbers.Length);
        batch.Set(0, new ValueColumn(Array.ConvertAll(numbers, number => Value.FromInteger(number))));
        return batch;
    }

    private sealed class Source(Func<ExecutionState, Argument, IEnumerable<Batch>> run) : Operator
    {
        public override IEnumerable<Batch> Run(ExecutionState state, Argument argument) => run(state, argument);
    }
}
