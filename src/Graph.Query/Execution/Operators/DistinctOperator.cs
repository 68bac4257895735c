namespace Graph.Query.Execution;

/// <summary>The first of the rows that are equivalent.</summary>
internal abstract class DistinctOperator(Operator input) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var seen = CreateSeen(state);
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

    protected abstract SeenRows CreateSeen(ExecutionState state);
}

internal sealed class DistinctValuesOperator(Operator input, int[] slots) : DistinctOperator(input)
{
    protected override SeenRows CreateSeen(ExecutionState state) => new SeenValueRows(slots);
}

internal sealed class DistinctNodesOperator(Operator input, int slot) : DistinctOperator(input)
{
    protected override SeenRows CreateSeen(ExecutionState state) => new SeenNodeRows(state, slot);
}
