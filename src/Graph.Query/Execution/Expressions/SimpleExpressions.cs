namespace Graph.Query.Execution;

internal sealed class ConstantExpression(Value value, TextSpan span) : CompiledExpression(span)
{
    private readonly ConstantColumn column = new(value);

    public Value Value => value;

    public override bool IsConstant => true;

    protected override Column Compute(ExecutionState state, Batch batch) => column;
}

internal sealed class ParameterExpression(string name, TextSpan span) : CompiledExpression(span)
{
    public override bool IsConstant => true;

    protected override Column Compute(ExecutionState state, Batch batch) => new ConstantColumn(state.Parameters[name]);
}

internal sealed class ReferenceExpression(int slot, TextSpan span) : CompiledExpression(span)
{
    public int Slot => slot;

    protected override Column Compute(ExecutionState state, Batch batch) => batch[slot];
}

internal sealed class IsNullExpression(CompiledExpression operand, bool isNegated, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var column = operand.Evaluate(state, batch);
        var isPresent = new bool[batch.Count];
        column.FindPresent(isPresent);
        var truths = new Truth[batch.Count];
        for (var row = 0; row < truths.Length; row++)
            truths[row] = isPresent[row] == isNegated ? Truth.True : Truth.False;
        return new TruthColumn(truths);
    }
}

internal sealed class NotExpression(CompiledExpression operand, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var operands = operand.EvaluateTruths(state, batch, "NOT");
        var truths = new Truth[batch.Count];
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = operands[row] switch
            {
                Truth.True => Truth.False,
                Truth.False => Truth.True,
                _ => Truth.Unknown,
            };
        }

        return new TruthColumn(truths);
    }
}

/// <summary>Gives a value a name for its body.</summary>
internal sealed class LetExpression(int slot, CompiledExpression value, CompiledExpression body, TextSpan span) : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var extended = batch.Extend();
        extended.Set(slot, value.Evaluate(state, batch));
        return body.Evaluate(state, extended);
    }
}
