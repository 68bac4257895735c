namespace Graph.Query.Execution;

/// <summary>One row for each element of a list; none for null or an empty list.</summary>
internal sealed class UnwindOperator(Operator input, CompiledExpression list, int slot) : Operator
{
    public override IEnumerable<Batch> Run(ExecutionState state, Argument argument)
    {
        foreach (var batch in input.Run(state, argument))
        {
            foreach (var elements in ListElements.Enumerate(state, batch, list.Evaluate(state, batch), slot, "UNWIND"))
                yield return elements.Rows;
        }
    }
}
