using Graph.Query.Types;

namespace Graph.Query;

/// <summary>Columns and rows. The rows can be read once.</summary>
public sealed record QueryResult
{
    internal QueryResult(ImmutableArray<BoundColumn> columns, IEnumerable<RowBatch> batches, ImmutableArray<Diagnostic> warnings)
    {
        Columns = columns;
        Batches = batches;
        Warnings = warnings;
    }

    public ImmutableArray<BoundColumn> Columns { get; }

    public ImmutableArray<Diagnostic> Warnings { get; }

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

    internal IEnumerable<RowBatch> Batches { get; }
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

    public Value this[int column] => batch.GetValue(column, row);

    /// <summary>The values in the order of the columns.</summary>
    public Value[] ToArray()
    {
        var values = new Value[Count];
        for (var column = 0; column < values.Length; column++)
            values[column] = this[column];
        return values;
    }
}
