namespace Graph.Query.Execution;

/// <summary><c>size</c> of a string property, counted in the UTF-8 of the column; of anything else row by row.</summary>
internal sealed class TextSizeExpression(CallExpression call, CompiledExpression argument, TextSpan span) : CompiledExpression(span)
{
    public const string FunctionName = "size";

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var column = argument.Evaluate(state, batch);
        var sizes = new long[batch.Count];
        return column.TryGetSizes(sizes) ? new IntegersColumn(sizes) : call.Apply(state, batch.Count, column);
    }
}
