using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>A call of a function or of an operator that is one, row by row.</summary>
internal sealed class CallExpression(Function function, ImmutableArray<CompiledExpression> arguments, TextSpan span)
    : CompiledExpression(span)
{
    private readonly bool isLiteral = function is { IsDeterministic: true, ReadsClock: false }
        && !arguments.IsEmpty
        && arguments.All(argument => argument is ConstantExpression);

    // The value of a call with literals only, once it was asked for.
    private volatile ConstantColumn? constant;

    public override bool IsConstant => function.IsDeterministic && !arguments.IsEmpty && arguments.All(argument => argument.IsConstant);

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        if (constant is not null)
            return constant;

        var columns = new Column[arguments.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = arguments[i].Evaluate(state, batch);
        return Apply(state, batch.Count, columns);
    }

    /// <summary>Calls the function for each row of columns that are its arguments.</summary>
    public Column Apply(ExecutionState state, int count, params Column[] columns)
    {
        var isConstant = function.IsDeterministic && columns.Length > 0 && Array.TrueForAll(columns, column => column is ConstantColumn);
        var values = new Value[columns.Length];
        if (isConstant && count > 0)
            return Keep(new ConstantColumn(Call(state, columns, values, 0)));

        var results = new Value[count];
        for (var row = 0; row < results.Length; row++)
            results[row] = Call(state, columns, values, row);
        return ValueColumn.Create(results);
    }

    private ConstantColumn Keep(ConstantColumn column)
    {
        const int MostItems = 1 << 16;
        if (isLiteral && (column.Value.Kind != ValueKind.List || column.Value.AsList().Count <= MostItems))
            constant = column;
        return column;
    }

    private Value Call(ExecutionState state, Column[] columns, Value[] values, int row)
    {
        for (var i = 0; i < columns.Length; i++)
        {
            values[i] = columns[i][row];
            if (function.NullInNullOut && values[i].IsNull)
                return Value.Null;
        }

        return function.Body(state, values);
    }
}
