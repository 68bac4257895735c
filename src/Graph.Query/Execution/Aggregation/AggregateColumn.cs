namespace Graph.Query.Execution;

/// <summary>One aggregate during a run: its running values, and the values already seen where it is DISTINCT.</summary>
internal sealed class AggregateColumn(CompiledAggregate aggregate)
{
    private readonly Accumulator accumulator = Accumulator.Create(aggregate.Function);
    private readonly GroupTable? seen = aggregate.Distinct ? new GroupTable(2) : null;
    private readonly Value[] pair = new Value[2];

    public int Slot => aggregate.Slot;

    public void Resize(int groupCount) => accumulator.Resize(groupCount);

    public void Add(ExecutionState state, Batch batch, ReadOnlySpan<int> groups)
    {
        if (aggregate.Argument is null)
        {
            ((CountAccumulator)accumulator).AddRows(groups);
            return;
        }

        try
        {
            AddPercentiles(state, batch, groups);
            AddValues(state, aggregate.Argument.Evaluate(state, batch), groups);
        }
        catch (QueryException error) when (!error.HasPlace)
        {
            throw error.At(state.Source, aggregate.Span);
        }
    }

    public Column GetResults(int start, int count)
    {
        var results = new Value[count];
        for (var i = 0; i < count; i++)
            results[i] = accumulator.GetResult(start + i);
        return new ValueColumn(results);
    }

    private void AddPercentiles(ExecutionState state, Batch batch, ReadOnlySpan<int> groups)
    {
        if (aggregate.Parameter is null)
            return;

        var percentiles = aggregate.Parameter.Evaluate(state, batch);
        for (var row = 0; row < groups.Length; row++)
            ((PercentileAccumulator)accumulator).SetPercentile(groups[row], percentiles[row]);
    }

    private void AddValues(ExecutionState state, Column column, ReadOnlySpan<int> groups)
    {
        var kept = 0;
        for (var row = 0; row < groups.Length; row++)
        {
            var value = column[row];
            if (value.IsNull || !IsNew(groups[row], value))
                continue;

            kept++;
            accumulator.Add(groups[row], value);
        }

        if (seen is not null || aggregate.Function is AggregateFunction.Collect or AggregateFunction.PercentileContinuous or AggregateFunction.PercentileDiscrete)
            state.Allocate(kept * 48L);
    }

    private bool IsNew(int group, Value value)
    {
        if (seen is null)
            return true;

        var before = seen.Count;
        pair[0] = Value.FromInteger(group);
        pair[1] = value;
        seen.FindOrAdd(pair);
        return seen.Count > before;
    }
}
