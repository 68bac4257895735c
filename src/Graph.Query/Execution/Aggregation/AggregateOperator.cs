namespace Graph.Query.Execution;

/// <summary>An aggregate whose argument is compiled.</summary>
internal sealed record CompiledAggregate(
    int Slot, AggregateFunction Function, bool Distinct, CompiledExpression? Argument, CompiledExpression? Parameter, TextSpan Span);

/// <summary>Groups its input by equivalent keys, in the order the groups first come. Without keys there is exactly one group.</summary>
internal sealed class AggregateOperator(Operator input, ImmutableArray<CompiledItem> keys, ImmutableArray<CompiledAggregate> aggregates, int[] outerSlots)
    : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var table = new GroupTable(keys.Length);
        var columns = aggregates.Select(aggregate => new AggregateColumn(aggregate)).ToArray();
        if (keys.IsEmpty)
            table.FindOrAdd([]);
        foreach (var column in columns)
            column.Resize(table.Count);

        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var before = table.Count;
            var groups = FindGroups(state, batch, table);
            state.Allocate((table.Count - before) * (table.BytesPerGroup + (aggregates.Length * 16)));
            foreach (var column in columns)
            {
                column.Resize(table.Count);
                column.Add(state, batch, groups);
            }
        }

        for (var start = 0; start < table.Count; start += BatchSize.Maximum)
        {
            state.Check();
            yield return CreateBatch(argument, table, columns, start, Math.Min(BatchSize.Maximum, table.Count - start));
        }

        state.Release(table.Count * (table.BytesPerGroup + (aggregates.Length * 16)));
    }

    private int[] FindGroups(ExecutionState state, Batch batch, GroupTable table)
    {
        var groups = new int[batch.Count];
        if (keys.IsEmpty)
            return groups;

        var columns = keys.Select(key => key.Expression.Evaluate(state, batch)).ToArray();
        var values = new Value[columns.Length];
        for (var row = 0; row < groups.Length; row++)
        {
            for (var i = 0; i < values.Length; i++)
                values[i] = columns[i][row];
            groups[row] = table.FindOrAdd(values);
        }

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
            batch.Set(keys[key].Slot, new ValueColumn(values));
        }

        foreach (var column in columns)
            batch.Set(column.Slot, column.GetResults(start, count));
        return batch;
    }
}
