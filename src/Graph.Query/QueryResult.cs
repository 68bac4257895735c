using Graph.Query.Types;

namespace Graph.Query;

/// <summary>Columns and rows. The rows can be read once.</summary>
public sealed record QueryResult
{
    private readonly Func<GraphStore> getStore;

    internal QueryResult(
        ImmutableArray<BoundColumn> columns,
        IEnumerable<RowBatch> batches,
        ImmutableArray<Diagnostic> warnings,
        Func<GraphStore>? getStore = null)
    {
        Columns = columns;
        Batches = batches;
        Warnings = warnings;
        this.getStore = getStore ?? (() => EmptyStore.Value);
    }

    private static Lazy<GraphStore> EmptyStore { get; } = new(() => new GraphBuilder().Build());

    public ImmutableArray<BoundColumn> Columns { get; }

    public ImmutableArray<Diagnostic> Warnings { get; }

    /// <summary>The graph that the nodes and relations of the rows are in.</summary>
    /// <exception cref="QueryException">They come from a server, and it failed.</exception>
    public GraphStore Store => getStore();

    /// <summary>The rows, computed as they are read.</summary>
    /// <exception cref="QueryException">A run-time error or a limit.</exception>
    /// <exception cref="OperationCanceledException">The token of the run was cancelled.</exception>
    public IEnumerable<QueryRow> Rows
    {
        get
        {
            foreach (var batch in Batches)
            {
                for (var row = 0; row < batch.Count; row++)
                    yield return new QueryRow(batch, row, Columns.Length);
            }
        }
    }

    /// <summary>The query says the order of its rows; else it is the same for the same graph and version only.</summary>
    public bool IsOrdered { get; internal init; }

    internal IEnumerable<RowBatch> Batches { get; }

    /// <summary>Stops what is done with the rows where the run was cancelled or its time is over, also while it hands out none.</summary>
    /// <exception cref="QueryException">The time is over.</exception>
    /// <exception cref="OperationCanceledException">The token of the run was cancelled.</exception>
    internal Action Check { get; init; } = () => { };
}

/// <summary>One row of a result, read by column.</summary>
public readonly struct QueryRow
{
    private readonly RowBatch batch;
    private readonly int row;

    internal QueryRow(RowBatch batch, int row, int count)
    {
        this.batch = batch;
        this.row = row;
        Count = count;
    }

    /// <summary>How many columns there are.</summary>
    public int Count { get; }

    /// <exception cref="ArgumentOutOfRangeException">The row has no such column.</exception>
    public Value this[int column] => (uint)column < (uint)Count
        ? batch.GetValue(column, row)
        : throw new ArgumentOutOfRangeException(nameof(column), column, $"The row has {Count} columns, numbered from 0.");

    /// <summary>The values in the order of the columns.</summary>
    public Value[] ToArray()
    {
        var values = new Value[Count];
        for (var column = 0; column < values.Length; column++)
            values[column] = this[column];
        return values;
    }
}
