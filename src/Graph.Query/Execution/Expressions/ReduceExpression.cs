namespace Graph.Query.Execution;

/// <summary>
/// <c>reduce(acc = 0, x IN list | acc + x)</c>: the first elements of all rows together, then the second ones, and so on.
/// </summary>
internal sealed class ReduceExpression(
    int accumulatorSlot, CompiledExpression initial, int slot, CompiledExpression list, CompiledExpression body, TextSpan span)
    : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var (lists, start) = EvaluateInput(state, batch);
        var accumulators = new Value[batch.Count];
        for (var row = 0; row < accumulators.Length; row++)
            accumulators[row] = lists[row].IsNull ? Value.Null : start[row];

        for (var step = 0; ; step++)
        {
            var rows = FindRows(lists, batch.Count, step);
            if (rows.Length == 0)
                return new ValueColumn(accumulators);

            state.Check();
            var elements = CreateStep(batch, lists, rows, step);
            elements.Set(accumulatorSlot, new ValueColumn([.. rows.Select(row => accumulators[row])]));
            var results = body.Evaluate(state, elements);
            for (var i = 0; i < rows.Length; i++)
                accumulators[rows[i]] = results[i];
        }
    }

    public (Column Lists, Column Start) EvaluateInput(ExecutionState state, Batch batch) =>
        (list.Evaluate(state, batch), initial.Evaluate(state, batch));

    /// <summary>The rows whose lists have an element at a place.</summary>
    public static int[] FindRows(Column lists, int count, int step)
    {
        var rows = new List<int>();
        for (var row = 0; row < count; row++)
        {
            var value = lists[row];
            if (value.IsNull)
                continue;
            if (value.Kind != ValueKind.List)
                throw RuntimeErrors.WrongKind("reduce", value.Kind);
            if (value.AsList().Count > step)
                rows.Add(row);
        }

        return [.. rows];
    }

    /// <summary>Some rows of a batch with the elements at a place, and no accumulator yet.</summary>
    public Batch CreateStep(Batch batch, Column lists, int[] rows, int step)
    {
        var elements = batch.Select(rows);
        elements.Set(slot, new ValueColumn([.. rows.Select(row => lists[row].AsList()[step])]));
        return elements;
    }
}
