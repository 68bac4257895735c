namespace Graph.Query.Execution;

/// <summary><c>length</c> of paths, which need not be made where their lengths are known.</summary>
internal sealed class PathLengthExpression(CallExpression call, CompiledExpression path, TextSpan span) : CompiledExpression(span)
{
    public const string FunctionName = "length";

    protected override Column Compute(ExecutionState state, Batch batch) =>
        path.Evaluate(state, batch) is var column && column is IMeasuredPaths measured
            ? GetLengths(measured, batch.Count)
            : call.Apply(state, batch.Count, column);

    private static IntegersColumn GetLengths(IMeasuredPaths paths, int count)
    {
        var lengths = GC.AllocateUninitializedArray<long>(count);
        paths.GetLengths(lengths);
        return new IntegersColumn(lengths);
    }
}
