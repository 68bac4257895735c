namespace Graph.Query.Execution;

/// <summary>
/// <c>reduce(acc = '', x IN list | acc + x + ', ')</c>: what only grows at its end is kept open, as copying it for every element would take
/// time by the square of the list.
/// </summary>
/// <param name="general">The same for any body and any first value.</param>
/// <param name="parts">What is added to the accumulator, which none of them reads, each with the addition it belongs to.</param>
internal sealed class AppendingReduceExpression(
    ReduceExpression general,
    ImmutableArray<(CompiledExpression Part, CallExpression Addition)> parts,
    TextSpan span)
    : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var (lists, start) = general.EvaluateInput(state, batch);
        var accumulators = new GrowingValue?[batch.Count];
        for (var row = 0; row < accumulators.Length; row++)
        {
            if (lists[row].IsNull || start[row].IsNull)
                continue;
            if (start[row].Kind is not (ValueKind.String or ValueKind.List))
                return general.Evaluate(state, batch);
            accumulators[row] = new GrowingValue(start[row]);
        }

        for (var step = 0; ; step++)
        {
            var rows = ReduceExpression.FindRows(lists, batch.Count, step);
            if (rows.Length == 0)
                return new ValueColumn(Array.ConvertAll(accumulators, accumulator => accumulator?.ToValue() ?? Value.Null));

            state.Check();
            var elements = general.CreateStep(batch, lists, rows, step);
            foreach (var (part, addition) in parts)
                Append(state, accumulators, rows, part.Evaluate(state, elements), addition);
        }
    }

    // Null stays null, whatever is added, and makes null of what it is added to.
    private static void Append(ExecutionState state, GrowingValue?[] accumulators, int[] rows, Column added, CallExpression addition)
    {
        for (var i = 0; i < rows.Length; i++)
        {
            if (accumulators[rows[i]] is not { } accumulator)
                continue;

            var value = added[i];
            if (value.IsNull)
                accumulators[rows[i]] = null;
            else
                accumulator.Append(state, value, addition);
        }
    }
}
