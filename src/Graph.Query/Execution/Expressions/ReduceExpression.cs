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
        var lists = list.Evaluate(state, batch);
        var start = initial.Evaluate(state, batch);
        var accumulators = new Value[batch.Count];
        for (var row = 0; row < accumulators.Length; row++)
            accumulators[row] = lists[row].IsNull ? Value.Null : start[row];

        for (var step = 0; ; step++)
        {
            var rows = FindRows(lists, batch.Count, step);
            if (rows.Length == 0)
                return new ValueColumn(accumulators);

            state.Check();
            var results = body.Evaluate(state, CreateStep(batch, lists, accumulators, rows, step));
            for (var i = 0; i < rows.Length; i++)
                accumulators[rows[i]] = results[i];
        }
    }

    private static int[] FindRows(Column lists, int count, int step)
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

    private Batch CreateStep(Batch batch, Column lists, Value[] accumulators, int[] rows, int step)
    {
        var elements = batch.Select(rows);
        elements.Set(accumulatorSlot, new ValueColumn([.. rows.Select(row => accumulators[row])]));
        elements.Set(slot, new ValueColumn([.. rows.Select(row => lists[row].AsList()[step])]));
        return elements;
    }
}
