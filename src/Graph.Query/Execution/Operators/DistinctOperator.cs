namespace Graph.Query.Execution;

/// <summary>The first of the rows that are equivalent, in a subquery of those of one outer row.</summary>
internal abstract class DistinctOperator(Operator input) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var seen = CreateSeen(state, argument);
        var bytes = 0L;
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var rows = seen.FindNew(batch);
            state.Allocate(seen.Bytes - bytes);
            bytes = seen.Bytes;
            if (rows.Count > 0)
                yield return rows.Count == batch.Count ? batch : batch.Select([.. rows]);
        }

        state.Release(bytes);
    }

    protected abstract SeenRows CreateSeen(ExecutionState state, Argument argument);
}

internal sealed class DistinctValuesOperator(Operator input, int[] slots) : DistinctOperator(input)
{
    protected override SeenRows CreateSeen(ExecutionState state, Argument argument) =>
        new SeenValueRows(argument.IsNumbered ? [.. slots, argument.OrdinalSlot] : slots);
}

internal sealed class DistinctNodesOperator(Operator input, int slot) : DistinctOperator(input)
{
    protected override SeenRows CreateSeen(ExecutionState state, Argument argument) =>
        argument.IsNumbered ? new SeenOuterNodeRows(argument, slot) : new SeenNodeRows(state, slot);
}
