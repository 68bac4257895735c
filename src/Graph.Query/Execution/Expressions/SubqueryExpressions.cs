namespace Graph.Query.Execution;

/// <summary>
/// A query inside an expression. Where it only matches and filters it runs once for all outer rows, which then carry their number;
/// where it groups, sorts or limits it runs for one outer row at a time.
/// </summary>
/// <param name="OrdinalSlot">-1 for one row at a time.</param>
internal sealed record CompiledSubquery(Operator Root, int OrdinalSlot)
{
    public bool IsBatched => OrdinalSlot >= 0 && !IsConstant;

    /// <summary>It reads nothing of the outer row, so that one answer is that of all.</summary>
    public bool IsConstant { get; init; }

    public Argument CreateArgument(Batch batch, bool[] isAnswered)
    {
        var ordinals = new int[batch.Count];
        for (var row = 0; row < ordinals.Length; row++)
            ordinals[row] = row;

        var rows = batch.Extend();
        rows.Set(OrdinalSlot, new OrdinalColumn(ordinals));
        return new Argument(rows, OrdinalSlot, isAnswered);
    }

    public ReadOnlySpan<int> GetOrdinals(Batch batch) => ((OrdinalColumn)batch[OrdinalSlot]).Ordinals;
}

/// <summary><c>EXISTS { }</c> and path patterns as conditions: never null.</summary>
internal sealed class ExistsExpression(CompiledSubquery subquery, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var found = subquery.IsBatched ? RunBatched(state, batch) : RunRows(state, batch);
        return new TruthColumn([.. found.Select(isFound => isFound ? Truth.True : Truth.False)]);
    }

    private bool[] RunBatched(ExecutionState state, Batch batch)
    {
        var found = new bool[batch.Count];
        foreach (var result in subquery.Root.Run(state, subquery.CreateArgument(batch, found)))
        {
            foreach (var row in subquery.GetOrdinals(result))
                found[row] = true;
        }

        return found;
    }

    private bool[] RunRows(ExecutionState state, Batch batch)
    {
        var found = new bool[batch.Count];
        for (var row = 0; row < found.Length; row++)
            found[row] = subquery.Root.Run(state, new Argument(batch.Select([row]))).Any(result => result.Count > 0);
        return found;
    }
}

/// <summary>The number of rows of a subquery.</summary>
/// <param name="weightSlot">How many rows a row stands for; -1 for one.</param>
internal sealed class CountExpression(CompiledSubquery subquery, int weightSlot, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var counts = new long[batch.Count];
        if (subquery.IsBatched)
        {
            foreach (var result in subquery.Root.Run(state, subquery.CreateArgument(batch, new bool[batch.Count])))
                Add(result, counts);
        }
        else if (subquery.IsConstant && counts.Length > 0)
        {
            Array.Fill(counts, CountOne(state, batch, 0));
        }
        else
        {
            for (var row = 0; row < counts.Length; row++)
                counts[row] = CountOne(state, batch, row);
        }

        return new CountColumn(counts);
    }

    private long CountOne(ExecutionState state, Batch batch, int row)
    {
        var count = 0L;
        foreach (var result in subquery.Root.Run(state, new Argument(batch.Select([row]))))
        {
            for (var i = 0; i < result.Count; i++)
                count = Functions.Arithmetic.Add(count, weightSlot < 0 ? 1 : result[weightSlot][i].AsInteger());
        }

        return count;
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
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var items = new List<Value>?[batch.Count];
        if (subquery.IsBatched)
            RunBatched(state, batch, items);
        else
            RunRows(state, batch, items);
        return new ValueColumn([.. items.Select(GetValue)]);
    }

    private Value GetValue(List<Value>? items)
    {
        if (first)
            return items is null ? Value.Null : items[0];
        return Value.FromList(items is null ? ListValue.Empty : new ListValue([.. items]));
    }

    private void RunBatched(ExecutionState state, Batch batch, List<Value>?[] items)
    {
        var answered = new bool[batch.Count];
        foreach (var result in subquery.Root.Run(state, subquery.CreateArgument(batch, answered)))
        {
            var column = result[slot];
            var owners = subquery.GetOrdinals(result);
            for (var row = 0; row < owners.Length; row++)
            {
                (items[owners[row]] ??= []).Add(column[row]);
                answered[owners[row]] = first;
            }
        }
    }

    private void RunRows(ExecutionState state, Batch batch, List<Value>?[] items)
    {
        var count = subquery.IsConstant ? Math.Min(1, batch.Count) : batch.Count;
        for (var row = 0; row < count; row++)
        {
            foreach (var result in subquery.Root.Run(state, new Argument(batch.Select([row]))))
            {
                for (var i = 0; i < result.Count; i++)
                    (items[row] ??= []).Add(result[slot][i]);
                if (first && items[row] is not null)
                    break;
            }
        }

        if (subquery.IsConstant && count > 0)
            Array.Fill(items, items[0]);
    }
}
