namespace Graph.Query.Execution;

/// <summary><c>[x IN list WHERE p | e]</c></summary>
internal sealed class ListComprehensionExpression(
    int slot, CompiledExpression list, CompiledExpression? where, CompiledExpression? projection, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var lists = list.Evaluate(state, batch);
        var items = new List<Value>?[batch.Count];
        foreach (var elements in ListElements.Enumerate(state, batch, lists, slot, "A list comprehension"))
            Collect(state, elements, items);

        var values = new Value[batch.Count];
        for (var row = 0; row < values.Length; row++)
        {
            if (!lists[row].IsNull)
                values[row] = Value.FromList(items[row] is { } found ? new ListValue([.. found]) : ListValue.Empty);
        }

        return new ValueColumn(values);
    }

    private void Collect(ExecutionState state, ListElements elements, List<Value>?[] items)
    {
        var (rows, owners, _) = elements;
        var truths = where is null ? default : where.EvaluateTruths(state, rows, "WHERE");
        var kept = new List<int>(owners.Length);
        for (var i = 0; i < owners.Length; i++)
        {
            if (where is null || truths[i] == Truth.True)
                kept.Add(i);
        }

        var keptRows = kept.Count == rows.Count ? rows : rows.Select([.. kept]);
        var values = projection is null ? keptRows[slot] : projection.Evaluate(state, keptRows);
        for (var i = 0; i < kept.Count; i++)
            (items[owners[kept[i]]] ??= []).Add(values[i]);
    }
}
