using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>One aggregate during a run: its running values, and the values already seen where it is DISTINCT.</summary>
internal sealed class AggregateColumn(CompiledAggregate aggregate, ExecutionState state)
{
    private readonly Accumulator accumulator = Accumulator.Create(aggregate, state);
    private readonly DistinctValues? seen = aggregate.Distinct ? new DistinctValues() : null;

    public int Slot => aggregate.Slot;

    private bool IgnoresRepeats => aggregate.Distinct || aggregate.Function is AggregateFunction.Minimum or AggregateFunction.Maximum;

    public void Resize(int groupCount) => accumulator.Resize(groupCount);

    /// <param name="weights">How many rows each row stands for; empty for one.</param>
    public void Add(Batch batch, ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
    {
        if (aggregate.Argument is null)
        {
            ((CountAccumulator)accumulator).AddRows(groups, weights);
            return;
        }

        try
        {
            AddPercentiles(batch, groups);
            AddValues(aggregate.Argument.Evaluate(state, batch), groups, IgnoresRepeats ? default : weights);
        }
        catch (QueryException error) when (!error.HasPlace)
        {
            throw error.At(state.Source, aggregate.Span);
        }
    }

    public Column GetResults(int start, int count)
    {
        if (accumulator is CountAccumulator counts)
            return new CountColumn(counts.Counts.Slice(start, count).ToArray());

        try
        {
            var results = new Value[count];
            for (var i = 0; i < count; i++)
                results[i] = accumulator.GetResult(start + i);
            return ValueColumn.Create(results);
        }
        catch (QueryException error) when (!error.HasPlace)
        {
            throw error.At(state.Source, aggregate.Span);
        }
    }

    private void AddPercentiles(Batch batch, ReadOnlySpan<int> groups)
    {
        if (aggregate.Parameter is null)
            return;

        var percentiles = aggregate.Parameter.Evaluate(state, batch);
        for (var row = 0; row < groups.Length; row++)
            ((PercentileAccumulator)accumulator).SetPercentile(groups[row], percentiles[row]);
    }

    private void AddValues(Column column, ReadOnlySpan<int> groups, ReadOnlySpan<long> weights)
    {
        var before = seen?.Bytes ?? 0;
        var isNew = seen is null ? default : seen.Add(column, groups);
        state.Allocate((seen?.Bytes ?? 0) - before);
        if (accumulator is CountAccumulator counts)
        {
            Count(counts, column, groups, isNew, weights);
            return;
        }

        // An extreme is the same however often a value comes.
        if (seen is null && (weights.IsEmpty || accumulator is ExtremeAccumulator) && accumulator.TryAdd(column, groups))
            return;

        var kept = 0;
        for (var row = 0; row < groups.Length; row++)
        {
            var value = isNew.IsEmpty || isNew[row] ? column[row] : Value.Null;
            if (value.IsNull)
                continue;

            kept++;
            if (weights.IsEmpty)
                accumulator.Add(groups[row], value);
            else
                AddTimes(groups[row], value, weights[row]);
        }

        if (aggregate.Function is AggregateFunction.Collect or AggregateFunction.PercentileContinuous
            or AggregateFunction.PercentileDiscrete)
            state.Allocate(kept * 48L);
    }

    private void AddTimes(int group, Value value, long times)
    {
        if (accumulator.TryAdd(group, value, times))
            return;

        for (var i = 0L; i < times; i++)
        {
            if ((i & (ExecutionState.CheckInterval - 1)) == 0)
                state.Check();
            accumulator.Add(group, value);
        }
    }

    /// <summary>Counting needs to know only which rows are not null.</summary>
    private static void Count(
        CountAccumulator counts, Column column, ReadOnlySpan<int> groups, ReadOnlySpan<bool> isNew, ReadOnlySpan<long> weights)
    {
        var isPresent = new bool[groups.Length];
        column.FindPresent(isPresent);
        for (var row = 0; row < groups.Length; row++)
        {
            if (isPresent[row] && (isNew.IsEmpty || isNew[row]))
                counts.AddCount(groups[row], weights.IsEmpty ? 1 : weights[row]);
        }
    }
}
