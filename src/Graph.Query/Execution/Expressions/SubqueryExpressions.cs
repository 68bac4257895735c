namespace Graph.Query.Execution;

/// <summary><c>EXISTS { }</c> and path patterns as conditions: never null.</summary>
internal sealed class ExistsExpression(CompiledSubquery subquery, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch) => subquery.ComputeOnceOrForAll(state, batch, Find);

    private TruthColumn Find(ExecutionState state, Batch batch)
    {
        var found = new bool[batch.Count];
        foreach (var result in subquery.Run(state, batch, found))
        {
            foreach (var row in subquery.GetOrdinals(result))
                found[row] = true;
        }

        return new TruthColumn([.. found.Select(isFound => isFound ? Truth.True : Truth.False)]);
    }
}

/// <summary>The number of rows of a subquery.</summary>
/// <param name="weightSlot">How many rows a row stands for; -1 for one.</param>
internal sealed class CountExpression(CompiledSubquery subquery, int weightSlot, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch) => subquery.ComputeOnceOrForAll(state, batch, Count);

    private CountColumn Count(ExecutionState state, Batch batch)
    {
        var counts = new long[batch.Count];
        foreach (var result in subquery.Run(state, batch))
            Add(result, counts);
        return new CountColumn(counts);
    }

    private void Add(Batch result, long[] counts)
    {
        var owners = subquery.GetOrdinals(result);
        var weights = weightSlot < 0 || result.Count == 0 ? null : result[weightSlot];
        for (var row = 0; row < owners.Length; row++)
        {
            ref var count = ref counts[owners[row]];
            count = Functions.Arithmetic.Add(count, weights is null ? 1 : weights[row].AsInteger());
        }
    }
}

/// <summary>The values of a subquery's only column: as a list, or the first one.</summary>
internal sealed class CollectExpression(CompiledSubquery subquery, int slot, bool first, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch) => subquery.ComputeOnceOrForAll(state, batch, Collect);

    private ValueColumn Collect(ExecutionState state, Batch batch)
    {
        var items = new List<Value>?[batch.Count];
        var answered = new bool[batch.Count];
        foreach (var result in subquery.Run(state, batch, answered))
        {
            var column = result[slot];
            var owners = subquery.GetOrdinals(result);
            for (var row = 0; row < owners.Length; row++)
            {
                (items[owners[row]] ??= []).Add(column[row]);
                answered[owners[row]] = first;
            }
        }

        return new ValueColumn([.. items.Select(GetValue)]);
    }

    private Value GetValue(List<Value>? items)
    {
        if (first)
            return items is null ? Value.Null : items[0];
        return Value.FromList(items is null ? ListValue.Empty : new ListValue([.. items]));
    }
}
