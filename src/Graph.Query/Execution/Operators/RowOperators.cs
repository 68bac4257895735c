namespace Graph.Query.Execution;

internal sealed class FilterOperator(Operator input, CompiledExpression condition) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var kept = condition.Filter(state, batch);
            if (kept.Count > 0)
                yield return kept;
        }
    }
}

/// <summary>Adds a column for each item.</summary>
internal sealed class ProjectOperator(Operator input, ImmutableArray<CompiledItem> items) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            state.Check();
            var extended = batch.Extend();
            foreach (var item in items)
                extended.Set(item.Slot, item.Expression.Evaluate(state, batch));
            yield return extended;
        }
    }
}
