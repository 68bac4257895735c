using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Execution;

/// <summary>
/// A function of a string that gives a string, or one part of <c>split</c>, over the UTF-8 of a whole column where its other arguments are
/// the same for every row; else row by row.
/// </summary>
/// <param name="byRow">The same for columns of any values.</param>
internal sealed class TextCallExpression(
    TextKernel kernel,
    Func<ExecutionState, int, Column[], Column> byRow,
    ImmutableArray<CompiledExpression> arguments,
    TextSpan span)
    : CompiledExpression(span)
{
    private const string Split = "split";

    /// <summary>Whether an expression may be one of these, or strings written together.</summary>
    public static bool MakesText(BoundExpression expression) =>
        expression is BoundCall { Function.TextKernel: not null } or BoundCall { Function.Name: "+" } || FindSplit(expression) is not null;

    /// <returns>Null for another call.</returns>
    public static TextCallExpression? TryCreate(
        BoundCall bound,
        CallExpression call,
        ImmutableArray<CompiledExpression> arguments,
        Func<ImmutableArray<BoundExpression>, ImmutableArray<CompiledExpression>> compile)
    {
        if (bound.Function.TextKernel is { } kernel)
            return new TextCallExpression(kernel, call.Apply, arguments, bound.Span);
        if (FindSplit(bound) is not { } split)
            return null;

        ImmutableArray<CompiledExpression> all = [.. compile(split.Arguments), .. Place(bound) is { } place ? compile([place]) : []];
        var inner = new CallExpression(split.Function, [], split.Span);
        return new TextCallExpression(
            TextKernels.Piece,
            (state, count, columns) => call.Apply(state, count, [inner.Apply(state, count, columns[..2]), .. columns[2..]]),
            all,
            bound.Span);
    }

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var columns = new Column[arguments.Length];
        for (var i = 0; i < columns.Length; i++)
            columns[i] = arguments[i].Evaluate(state, batch);
        return TryTransform(state, columns, batch.Count) ?? byRow(state, batch.Count, columns);
    }

    private TextsColumn? TryTransform(ExecutionState state, Column[] columns, int count)
    {
        if (columns[0] is ConstantColumn || !columns[0].AreTexts || GetTransform(columns) is not { } transform)
            return null;

        var texts = new TextBuffer(state, count);
        for (var row = 0; row < count; row++)
            texts.EndText(columns[0].TryGetUtf8(row, out var utf8) && transform(utf8, texts));
        return TextsColumn.TryCreate(texts, state.Share(this, () => new TextPool(state)));
    }

    private TextTransform? GetTransform(Column[] columns)
    {
        var others = new Value[columns.Length - 1];
        for (var i = 0; i < others.Length; i++)
        {
            if (columns[i + 1] is not ConstantColumn constant)
                return null;
            others[i] = constant.Value;
        }

        return kernel(others);
    }

    /// <summary>The call whose result only one part is taken of; null for another expression.</summary>
    private static BoundCall? FindSplit(BoundExpression expression) => expression switch
    {
        BoundCall
        {
            Function.Name: "[]",
            Arguments: [BoundCall { Function.Name: Split } split, BoundConstant { Value.IsInteger: true }],
        } => split,
        BoundCall { Function.Name: "head" or "last", Arguments: [BoundCall { Function.Name: Split } split] } => split,
        _ => null,
    };

    /// <summary>Where among the parts the one that is taken stands; null for the last.</summary>
    private static BoundExpression? Place(BoundCall taken) => taken.Function.Name switch
    {
        "[]" => taken.Arguments[1],
        "head" => new BoundConstant(Value.FromInteger(0), Types.StaticType.Integer, taken.Span),
        _ => null,
    };
}
