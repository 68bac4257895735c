namespace Graph.Query.Execution;

/// <summary>All rows in order; rows with equal keys keep the order they came in.</summary>
/// <param name="isRough">So do rows that only their values tell apart, and not the codes of the first key.</param>
internal sealed class SortOperator(
    Operator input, ImmutableArray<CompiledSortItem> items, int[] slots, int[] outerSlots, bool isRough) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        var rows = new SortedRows(state, items, slots, argument);
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            rows.Add(batch);
        }

        foreach (var batch in rows.Take(isRough ? rows.GetRoughOrder() : rows.GetOrder(), outerSlots))
            yield return batch;
        rows.Release();
    }
}
