
namespace Graph.Query.Execution;

/// <summary>Groups its input by equivalent keys, in the order the groups first come. Without keys there is exactly one group.</summary>
/// <param name="weightSlot">Where the number of rows stands that each row is; -1 for one.</param>
internal sealed class AggregateOperator(
    Operator input, ImmutableArray<CompiledItem> keys, ImmutableArray<CompiledAggregate> aggregates, int[] outerSlots, int weightSlot) : Operator
{
    /// <summary>Where there are no keys, every row belongs to the first group.</summary>
    private static readonly int[] OnlyGroup = new int[4096];

    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var finder = new GroupFinder(keys.Length);
        var table = finder.Table;
        var bytes = 0L;
        var columns = aggregates.Select(aggregate => new AggregateColumn(aggregate, state)).ToArray();
        if (keys.IsEmpty)
            table.FindOrAdd([]);
        foreach (var column in columns)
            column.Resize(table.Count);

        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var groups = FindGroups(state, batch, finder);
            var needed = finder.Bytes + (table.Count * aggregates.Length * 16L);
            state.Allocate(needed - bytes);
            bytes = needed;
            var weights = weightSlot < 0 ? default : ((CountColumn)batch[weightSlot]).Counts;
            foreach (var column in columns)
            {
                column.Resize(table.Count);
                column.Add(batch, groups, weights);
            }
        }

        for (var start = 0; start < table.Count; start += state.Sizes.LargestBatch)
        {
            state.Check();
            yield return CreateBatch(argument, table, columns, start, Math.Min(state.Sizes.LargestBatch, table.Count - start));
        }

        state.Release(bytes);
    }

    private ReadOnlySpan<int> FindGroups(ExecutionState state, Batch batch, GroupFinder finder)
    {
        if (keys.IsEmpty)
            return batch.Count <= OnlyGroup.Length ? OnlyGroup.AsSpan(0, batch.Count) : new int[batch.Count];

        var groups = new int[batch.Count];
        finder.Find([.. keys.Select(key => key.Expression.Evaluate(state, batch))], groups);
        return groups;
    }

    private Batch CreateBatch(Argument argument, GroupTable table, AggregateColumn[] columns, int start, int count)
    {
        var batch = argument.CreateInner(count, outerSlots);
        for (var key = 0; key < keys.Length; key++)
        {
            var values = new Value[count];
            for (var i = 0; i < count; i++)
                values[i] = table.GetKey(start + i, key);
            batch.Set(keys[key].Slot, NodeColumn.TryCreate(values) ?? (Column)new ValueColumn(values));
        }

        foreach (var column in columns)
            batch.Set(column.Slot, column.GetResults(start, count));
        return batch;
    }
}
