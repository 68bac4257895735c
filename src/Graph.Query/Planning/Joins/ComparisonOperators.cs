using Graph.Query.Syntax;

namespace Graph.Query.Planning;

internal static class ComparisonOperators
{
    /// <summary>The operator that says the same with both sides exchanged.</summary>
    public static ComparisonOperator Mirror(this ComparisonOperator @operator) => @operator switch
    {
        ComparisonOperator.Less => ComparisonOperator.Greater,
        ComparisonOperator.LessOrEqual => ComparisonOperator.GreaterOrEqual,
        ComparisonOperator.Greater => ComparisonOperator.Less,
        ComparisonOperator.GreaterOrEqual => ComparisonOperator.LessOrEqual,
        _ => @operator,
    };
}
