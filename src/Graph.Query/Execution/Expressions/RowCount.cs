namespace Graph.Query.Execution;

/// <summary>The number that SKIP and LIMIT ask for; it depends on no row.</summary>
internal static class RowCount
{
    public static long Evaluate(ExecutionState state, Argument argument, CompiledExpression expression, string clause)
    {
        var single = argument.Rows.Count == 1 ? argument.Rows : Batch.Create(argument.Rows.SlotCount, 1);
        return Check(expression.Evaluate(state, single)[0], clause, expression, state);
    }

    private static long Check(Value value, string clause, CompiledExpression expression, ExecutionState state)
    {
        if (!value.IsInteger)
            throw expression.Locate(RuntimeErrors.CountIsNoInteger(clause, value.Kind), state);
        return value.AsInteger() < 0 ? throw expression.Locate(RuntimeErrors.NegativeCount(clause), state) : value.AsInteger();
    }
}
