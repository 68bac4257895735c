namespace Graph.Query.Execution;

/// <summary>
/// An expression that is ready to run over batches. Compiled once per prepared query; holds no state of a run, so that several
/// threads can use it.
/// </summary>
internal abstract class CompiledExpression(TextSpan span)
{
    /// <summary>Where fewer than one row in so many is true, it is searched for.</summary>
    private const int Sparse = 16;

    /// <summary>Whether its value is known to be the same for all rows of a run, and is computed for no more than one of a batch.</summary>
    public virtual bool IsConstant => false;

    /// <summary>The value of the expression for every row of the batch.</summary>
    /// <exception cref="QueryException">A value the expression cannot take, at the place of the expression.</exception>
    public Column Evaluate(ExecutionState state, Batch batch)
    {
        try
        {
            return Compute(state, batch);
        }
        catch (QueryException error) when (!error.HasPlace)
        {
            throw error.At(state.Source, span);
        }
    }

    public ReadOnlySpan<Truth> EvaluateTruths(ExecutionState state, Batch batch, string operation)
    {
        var column = Evaluate(state, batch);
        try
        {
            return column.GetTruths(batch.Count, operation);
        }
        catch (QueryException error) when (!error.HasPlace)
        {
            throw error.At(state.Source, span);
        }
    }

    /// <summary>The rows for which a condition is true.</summary>
    public Batch Filter(ExecutionState state, Batch batch)
    {
        var truths = EvaluateTruths(state, batch, "WHERE");
        var count = truths.Count(Truth.True);
        if (count == batch.Count)
            return batch;

        var rows = GC.AllocateUninitializedArray<int>(count);
        if (count < truths.Length / Sparse)
            FindFew(truths, rows);
        else
            FindMany(truths, rows);
        return batch.Select(rows);
    }

    /// <summary>From one row that is true to the next.</summary>
    private static void FindFew(ReadOnlySpan<Truth> truths, Span<int> rows)
    {
        var row = -1;
        for (var i = 0; i < rows.Length; i++)
        {
            row += 1 + truths[(row + 1)..].IndexOf(Truth.True);
            rows[i] = row;
        }
    }

    /// <summary>Without a branch on what a row holds, which nobody could predict.</summary>
    private static void FindMany(ReadOnlySpan<Truth> truths, Span<int> rows)
    {
        var next = 0;
        for (var row = 0; next < rows.Length; row++)
        {
            rows[next] = row;
            next += truths[row] == Truth.True ? 1 : 0;
        }
    }

    /// <summary>An error about the value of this expression.</summary>
    public QueryException Locate(QueryException error, ExecutionState state) => error.At(state.Source, span);

    protected abstract Column Compute(ExecutionState state, Batch batch);
}
