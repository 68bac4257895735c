namespace Graph.Query.Execution;

/// <summary><c>coalesce</c>: an argument is evaluated only for the rows where all before it are null.</summary>
internal sealed class CoalesceExpression(ImmutableArray<CompiledExpression> arguments, TextSpan span) : CompiledExpression(span)
{
    public const string FunctionName = "coalesce";

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var first = arguments[0].Evaluate(state, batch);
        if (first is ConstantColumn { Value.IsNull: false })
            return first;

        var values = new Value[batch.Count];
        var open = new int[batch.Count];
        for (var row = 0; row < open.Length; row++)
            open[row] = row;
        open = Take(first, values, open);
        for (var i = 1; i < arguments.Length && open.Length > 0; i++)
            open = Take(arguments[i].Evaluate(state, batch.Select(open)), values, open);
        return ValueColumn.Create(values);
    }

    /// <summary>The rows that are still null.</summary>
    private static int[] Take(Column column, Value[] values, int[] open)
    {
        var left = new List<int>();
        for (var i = 0; i < open.Length; i++)
        {
            values[open[i]] = column[i];
            if (values[open[i]].IsNull)
                left.Add(open[i]);
        }

        return [.. left];
    }
}
