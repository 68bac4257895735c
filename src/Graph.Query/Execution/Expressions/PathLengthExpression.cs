namespace Graph.Query.Execution;

/// <summary><c>length</c> of paths, which need not be made where only their lengths were measured.</summary>
internal sealed class PathLengthExpression(CallExpression call, CompiledExpression path, TextSpan span) : CompiledExpression(span)
{
    public const string FunctionName = "length";

    protected override Column Compute(ExecutionState state, Batch batch) =>
        path.Evaluate(state, batch) is var column && column is PathLengthColumn measured
            ? measured.GetLengths(batch.Count)
            : call.Apply(state, batch.Count, column);
}
