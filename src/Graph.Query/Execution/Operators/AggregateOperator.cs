namespace Graph.Query.Execution;

/// <summary>
/// Groups its input by equivalent keys, in the order the groups first come; in a subquery, those of each outer row. Without keys there is
/// exactly one group.
/// </summary>
/// <param name="weightSlot">Where the number of rows stands that each row is; -1 for one.</param>
internal sealed class AggregateOperator(
    Operator input, ImmutableArray<CompiledItem> keys, ImmutableArray<CompiledAggregate> aggregates, int[] outerSlots, int weightSlot)
    : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var rowGroups = RowGroups.Create(keys, state, argument);
        var bytes = 0L;
        var columns = aggregates.Select(aggregate => new AggregateColumn(aggregate, state)).ToArray();
        foreach (var column in columns)
            column.Resize(rowGroups.Count);

        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var groups = rowGroups.Find(batch);
            var needed = rowGroups.Bytes + (rowGroups.Count * aggregates.Length * 16L);
            state.Allocate(needed - bytes);
            bytes = needed;
            var weights = weightSlot < 0 ? default : ((CountColumn)batch[weightSlot]).Counts;
            foreach (var column in columns)
            {
                column.Resize(rowGroups.Count);
                column.Add(batch, groups, weights);
            }
        }

        for (var start = 0; start < rowGroups.Count; start += state.Sizes.LargestBatch)
        {
            state.Check();
            yield return CreateBatch(argument, rowGroups, columns, start, Math.Min(state.Sizes.LargestBatch, rowGroups.Count - start));
        }

        state.Release(bytes);
    }

    private Batch CreateBatch(Argument argument, RowGroups groups, AggregateColumn[] columns, int start, int count)
    {
        var batch = Batch.Create(argument.Rows.SlotCount, count);
        groups.Fill(batch, start);
        argument.AddOuter(batch, outerSlots);
        foreach (var column in columns)
            batch.Set(column.Slot, column.GetResults(start, count));
        return batch;
    }
}
