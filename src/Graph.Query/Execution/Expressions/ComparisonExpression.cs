using System.Diagnostics;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>Equality and comparability of two values, over tagged values.</summary>
internal sealed class ComparisonExpression(ComparisonOperator @operator, CompiledExpression left, CompiledExpression right, TextSpan span)
    : CompiledExpression(span)
{
    private readonly Func<Value, Value, bool?> compare = GetComparison(@operator);

    protected override Column Compute(ExecutionState state, Batch batch)
    {
        var leftColumn = left.Evaluate(state, batch);
        var rightColumn = right.Evaluate(state, batch);
        var truths = new Truth[batch.Count];
        for (var row = 0; row < truths.Length; row++)
        {
            truths[row] = compare(leftColumn[row], rightColumn[row]) switch
            {
                true => Truth.True,
                false => Truth.False,
                null => Truth.Unknown,
            };
        }

        return new TruthColumn(truths);
    }

    public static Func<Value, Value, bool?> GetComparison(ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Equal => ValueComparer.AreEqual,
        ComparisonOperator.NotEqual => (left, right) => !ValueComparer.AreEqual(left, right),
        ComparisonOperator.Less => ValueComparer.IsLess,
        ComparisonOperator.LessOrEqual => ValueComparer.IsLessOrEqual,
        ComparisonOperator.Greater => (left, right) => ValueComparer.IsLess(right, left),
        ComparisonOperator.GreaterOrEqual => (left, right) => ValueComparer.IsLessOrEqual(right, left),
        ComparisonOperator.FoldedEqual => AreFoldedEqual,
        _ => throw new UnreachableException(),
    };

    private static bool? AreFoldedEqual(Value left, Value right)
    {
        if (left.Kind != ValueKind.String || right.Kind != ValueKind.String)
            return null;
        return NameFolding.Fold(left.AsString()) == NameFolding.Fold(right.AsString());
    }
}
