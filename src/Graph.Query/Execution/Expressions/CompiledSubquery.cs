namespace Graph.Query.Execution;

/// <summary>
/// A query inside another one: it runs for many outer rows at once, and each of its rows carries the number of its outer row.
/// </summary>
/// <param name="IsConstant">It reads nothing of an outer row, so that one answer is that of all.</param>
/// <param name="HoldsRows">It groups, sorts or tells rows apart, and so holds rows of all the outer rows it runs for.</param>
internal sealed record CompiledSubquery(Operator Root, int OrdinalSlot, bool IsConstant, bool HoldsRows)
{
    /// <summary>In bytes: outer rows that need less run with more others, those that need more with fewer.</summary>
    private const long Little = 1 << 18, Much = 1 << 22;

    public ReadOnlySpan<int> GetOrdinals(Batch batch) => ((OrdinalColumn)batch[OrdinalSlot]).Ordinals;

    /// <summary>The rows for all outer rows, those of one outer row in their order.</summary>
    /// <param name="answered">Marks outer rows of which no more rows are wanted; null where all are.</param>
    public IEnumerable<Batch> Run(ExecutionState state, Batch outer, bool[]? answered = null) =>
        Divide(state, outer, answered).SelectMany(argument => Root.Run(state, argument));

    /// <summary>A column of answers, computed once for the whole run where no outer row has a part in it.</summary>
    public Column ComputeOnceOrForAll(ExecutionState state, Batch outer, Func<ExecutionState, Batch, Column> compute)
    {
        if (!IsConstant)
            return compute(state, outer);
        return outer.Count == 0
            ? ConstantColumn.Null
            : new ConstantColumn(state.Share(this, () => new Answer(compute(state, outer.Select([0]))[0])).Value);
    }

    /// <summary>The outer rows, in parts where rows are held: as many at once as do not need much memory.</summary>
    public IEnumerable<Argument> Divide(ExecutionState state, Batch outer, bool[]? answered = null)
    {
        var rows = OrdinalColumn.Number(outer, OrdinalSlot);
        if (!HoldsRows)
        {
            yield return new Argument(rows, OrdinalSlot, answered);
            yield break;
        }

        var size = state.Sizes.FirstBatch;
        for (var start = 0; start < outer.Count;)
        {
            var before = state.Allocated;
            var count = Math.Min(size, outer.Count - start);
            yield return new Argument(rows.Select([.. Enumerable.Range(start, count)]), OrdinalSlot, answered) { FirstOrdinal = start };
            start += count;
            size = (state.Allocated - before) switch
            {
                < Little => Math.Min(size * 4, state.Sizes.LargestBatch),
                > Much => Math.Max(size / 4, 1),
                _ => size,
            };
        }
    }

    private sealed record Answer(Value Value);
}
