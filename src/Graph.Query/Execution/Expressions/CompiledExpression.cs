namespace Graph.Query.Execution;

/// <summary>
/// An expression that is ready to run over batches. Compiled once per prepared query; holds no state of a run, so that several
/// threads can use it.
/// </summary>
internal abstract class CompiledExpression(TextSpan span)
{
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

        var rows = new int[count];
        for (int row = 0, next = 0; next < count; row++)
        {
            row += truths[row..].IndexOf(Truth.True);
            rows[next++] = row;
        }

        return batch.Select(rows);
    }

    /// <summary>An error about the value of this expression.</summary>
    public QueryException Locate(QueryException error, ExecutionState state) => error.At(state.Source, span);

    protected abstract Column Compute(ExecutionState state, Batch batch);
}
