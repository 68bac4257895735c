namespace Graph.Query.Execution;

/// <summary>All rows in order; rows with equal keys keep the order they came in.</summary>
internal sealed class SortOperator(Operator input, ImmutableArray<CompiledSortItem> items, int[] slots, int[] outerSlots) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var rows = new SortedRows(state, items, slots);
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            rows.Add(batch);
        }

        var order = rows.GetOrder();
        for (var start = 0; start < order.Length; start += state.Sizes.LargestBatch)
        {
            var count = Math.Min(state.Sizes.LargestBatch, order.Length - start);
            var batch = argument.CreateInner(count, outerSlots);
            rows.Fill(batch, order.AsSpan(start, count));
            yield return batch;
        }

        rows.Release();
    }
}

/// <summary>The first rows of an order, without holding more than a few times as many.</summary>
internal sealed class TopOperator(
    Operator input, ImmutableArray<CompiledSortItem> items, CompiledExpression? skip, CompiledExpression limit, int[] slots, int[] outerSlots) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var skipped = skip is null ? 0 : RowCount.Evaluate(state, argument, skip, "SKIP");
        var wanted = RowCount.Evaluate(state, argument, limit, "LIMIT");
        if (wanted == 0)
            yield break;

        var count = (int)Math.Min(int.MaxValue / 4, checked(Math.Min(skipped, int.MaxValue) + Math.Min(wanted, int.MaxValue)));
        var rows = new SortedRows(state, items, slots);
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
            rows.Truncate(count);
        }

        var order = rows.GetOrder();
        for (var start = (int)Math.Min(skipped, order.Length); start < Math.Min(order.Length, count); start += state.Sizes.LargestBatch)
        {
            var size = Math.Min(state.Sizes.LargestBatch, Math.Min(order.Length, count) - start);
            var batch = argument.CreateInner(size, outerSlots);
            rows.Fill(batch, order.AsSpan(start, size));
            yield return batch;
        }

        rows.Release();
    }
}
