using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>A function of one number over a whole column of them; else row by row.</summary>
internal sealed class NumberCallExpression(Function function, CallExpression call, CompiledExpression argument, TextSpan span)
    : CompiledExpression(span)
{
    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var column = argument.Evaluate(state, batch);
        Column? computed = column.NumberForm switch
        {
            _ when column is ConstantColumn => null,
            NumberForm.Integers when function.IntegerKernel is { } kernel => ComputeIntegers(column, kernel, batch.Count),
            NumberForm.Integers
                or NumberForm.Floats when function.FloatKernel is { } kernel
                    && (column.NumberForm == NumberForm.Floats || function.IntegerKernel is null) =>
                ComputeFloats(column, kernel, batch.Count),
            _ => null,
        };
        return computed ?? call.Apply(state, batch.Count, column);
    }

    private static IntegersColumn? ComputeIntegers(Column column, Func<long, long> kernel, int count)
    {
        var results = GC.AllocateUninitializedArray<long>(count);
        if (!column.TryGetIntegers(results))
            return null;

        foreach (ref var result in results.AsSpan())
        {
            if (result != PropertyReader.NullCode)
                result = kernel(result);
        }

        return new IntegersColumn(results);
    }

    private static FloatsColumn? ComputeFloats(Column column, Func<double, double> kernel, int count)
    {
        var results = GC.AllocateUninitializedArray<double>(count);
        var isPresent = new bool[count];
        if (!column.TryGetNumbers(results, isPresent))
            return null;

        foreach (ref var result in results.AsSpan())
            result = kernel(result);
        return new FloatsColumn(results, isPresent);
    }
}
