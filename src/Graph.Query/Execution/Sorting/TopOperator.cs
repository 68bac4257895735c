namespace Graph.Query.Execution;

/// <summary>The first rows of an order, in a subquery of each outer row, without holding more than a few times as many.</summary>
/// <param name="mark">What those know it by that want the keys of the last row that is kept; null where nobody does.</param>
internal sealed class TopOperator(
    Operator input,
    ImmutableArray<CompiledSortItem> items,
    CompiledExpression? skip,
    CompiledExpression limit,
    int[] slots,
    int[] outerSlots,
    object? mark) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var skipped = skip is null ? 0 : RowCount.Evaluate(state, argument, skip, "SKIP");
        var wanted = RowCount.Evaluate(state, argument, limit, "LIMIT");
        if (wanted == 0)
            return [];

        var count = (int)Math.Min(int.MaxValue / 4, checked(Math.Min(skipped, int.MaxValue) + Math.Min(wanted, int.MaxValue)));
        return argument.IsNumbered ? TopOfEach(state, argument, skipped, count) : Top(state, argument, skipped, count);
    }

    private IEnumerable<Batch> Top(ExecutionState state, Argument argument, long skipped, int count)
    {
        var rows = new SortedRows(state, items, slots, argument);
        var last = mark is null ? null : LastKeys.Of(state, mark);
        var isTruncated = false;
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            if (isTruncated)
                rows.AddBetter(batch, count);
            else
                rows.Add(batch);
            if (rows.Count < Math.Max(state.Sizes.SortedRows, count * 2))
                continue;

            isTruncated |= rows.Count >= count;
            rows.Keep(rows.GetFirst(count));
            if (isTruncated && last is not null)
                last.Keys = rows.GetKeys(count - 1);
        }

        var order = rows.GetFirst(count).AsMemory();
        foreach (var batch in rows.Take(order[(int)Math.Min(skipped, order.Length)..], outerSlots))
            yield return batch;
        rows.Release();
    }

    private IEnumerable<Batch> TopOfEach(ExecutionState state, Argument argument, long skipped, int count)
    {
        var rows = new SortedRows(state, items, slots, argument);
        var largest = state.Sizes.SortedRows;
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            rows.Add(batch);
            if (rows.Count < largest)
                continue;

            rows.Keep(rows.GetOrderOfEach(0, count));
            largest = Math.Max(state.Sizes.SortedRows, rows.Count * 2);
        }

        foreach (var batch in rows.Take(rows.GetOrderOfEach(skipped, count), outerSlots))
            yield return batch;
        rows.Release();
    }
}
