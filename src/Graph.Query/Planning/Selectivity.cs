using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>The share of rows that a condition on one node is assumed to keep.</summary>
internal static class Selectivity
{
    private const double EqualProperty = 0.05;
    private const double Range = 0.3;
    private const double Other = 0.5;

    /// <param name="count">How many nodes the condition chooses from.</param>
    public static double Of(BoundExpression condition, int count) => condition switch
    {
        BoundComparison { Operator: ComparisonOperator.Equal, Left: BoundProperty property } => OfProperty(property.Key, count),
        BoundComparison { Operator: ComparisonOperator.Equal, Right: BoundProperty property } => OfProperty(property.Key, count),
        BoundComparison { Operator: ComparisonOperator.Equal } => EqualProperty,
        BoundComparison => Range,
        BoundCall { Function.Name: "STARTS WITH" or "ENDS WITH" or "CONTAINS" or "=~" or TextComparison.IsCalled } => EqualProperty,
        BoundCall { Function.Name: "IN" } => EqualProperty,
        _ => Other,
    };

    /// <summary>Whether a condition asks for a value that few nodes share, or for some of them.</summary>
    public static bool LooksUp(BoundExpression condition) => condition switch
    {
        BoundComparison { Operator: ComparisonOperator.Equal } equality => IsName(equality.Left) || IsName(equality.Right),
        BoundCall { Function.Name: "IN", Arguments: [var item, _] } => IsName(item),
        _ => false,
    };

    private static bool IsName(BoundExpression expression) => expression is BoundProperty property && IsName(property.Key);

    private static bool IsName(string key) => key is "key" or "name" or "id";

    private static double OfProperty(string key, int count) => IsName(key) ? 1.0 / Math.Max(1, count) : EqualProperty;
}
