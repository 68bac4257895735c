using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>
/// AND and OR: an operand is evaluated only for the rows that the operands before it left open. An operand that decides makes up for others
/// that fail: operands are evaluated over all rows, and where that fails once more row by row.
/// </summary>
internal sealed class ConnectiveExpression(LogicalOperator @operator, ImmutableArray<CompiledExpression> operands, TextSpan span)
    : CompiledExpression(span)
{
    private readonly Truth deciding = @operator == LogicalOperator.And ? Truth.False : Truth.True;
    private readonly Truth neutral = @operator == LogicalOperator.And ? Truth.True : Truth.False;
    private readonly string name = @operator == LogicalOperator.And ? "AND" : "OR";

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        try
        {
            return new TruthColumn(Combine(state, batch));
        }
        catch (QueryException error) when (!error.IsLimit)
        {
            var truths = new Truth[batch.Count];
            for (var row = 0; row < truths.Length; row++)
                truths[row] = Decide(state, batch.Select([row]));
            return new TruthColumn(truths);
        }
    }

    /// <summary>The truth of a single row: the first error counts only where no operand decides.</summary>
    private Truth Decide(ExecutionState state, Batch single)
    {
        state.Check();
        var truth = neutral;
        QueryException? first = null;
        foreach (var operand in operands)
        {
            try
            {
                var value = operand.EvaluateTruths(state, single, name)[0];
                if (value == deciding)
                    return deciding;
                truth = value == neutral ? truth : value;
            }
            catch (QueryException error) when (!error.IsLimit)
            {
                first ??= error;
            }
        }

        return first is null ? truth : throw first;
    }

    private Truth[] Combine(ExecutionState state, Batch batch)
    {
        var truths = new Truth[batch.Count];
        Array.Fill(truths, neutral);
        var open = batch;
        int[]? rows = null;
        foreach (var operand in operands)
        {
            var values = operand.EvaluateTruths(state, open, name);
            var stillOpen = Combine(truths, values, rows);
            if (stillOpen == 0)
                break;
            if (stillOpen == open.Count)
                continue;

            rows = FindOpen(truths, stillOpen);
            open = batch.Select(rows);
        }

        return truths;
    }

    private int Combine(Truth[] truths, ReadOnlySpan<Truth> values, int[]? rows)
    {
        var stillOpen = 0;
        for (var i = 0; i < values.Length; i++)
        {
            ref var truth = ref truths[rows is null ? i : rows[i]];
            if (values[i] != neutral && truth != deciding)
                truth = values[i];
            stillOpen += truth == deciding ? 0 : 1;
        }

        return stillOpen;
    }

    private int[] FindOpen(Truth[] truths, int count)
    {
        var rows = new int[count];
        for (int row = 0, next = 0; next < count; row++)
        {
            if (truths[row] != deciding)
                rows[next++] = row;
        }

        return rows;
    }
}

internal sealed class ExclusiveOrExpression(ImmutableArray<CompiledExpression> operands, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var truths = new Truth[batch.Count];
        foreach (var operand in operands)
        {
            var values = operand.EvaluateTruths(state, batch, "XOR");
            for (var row = 0; row < truths.Length; row++)
            {
                truths[row] = truths[row] == Truth.Unknown || values[row] == Truth.Unknown
                    ? Truth.Unknown
                    : truths[row] == values[row] ? Truth.False : Truth.True;
            }
        }

        return new TruthColumn(truths);
    }
}
