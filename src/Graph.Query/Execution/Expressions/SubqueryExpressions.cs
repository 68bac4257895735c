namespace Graph.Query.Execution;

/// <summary>
/// A query inside an expression. Where it only matches and filters it runs once for all outer rows, which then carry their number;
/// where it groups, sorts or limits it runs for one outer row at a time.
/// </summary>
/// <param name="OrdinalSlot">-1 for one row at a time.</param>
internal sealed record CompiledSubquery(Operator Root, int OrdinalSlot)
{
    public bool IsBatched => OrdinalSlot >= 0;

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
        for (var row = 0; row < batch.Count; row++)
        {
            foreach (var result in subquery.Root.Run(state, new Argument(batch.Select([row]))))
            {
                for (var i = 0; i < result.Count; i++)
                    (items[row] ??= []).Add(result[slot][i]);
                if (first && items[row] is not null)
                    break;
            }
        }
    }
}
