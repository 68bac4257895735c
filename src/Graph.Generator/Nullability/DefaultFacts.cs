using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Generator.Nullability;

/// <summary>
/// What <c>coalesce(x, '') &lt;&gt; ''</c> tells of <c>x</c>: where the default alone would decide otherwise, it is not the default.
/// </summary>
internal static class DefaultFacts
{
    /// <summary>The alternatives to the defaults in a condition, of which one is there; none where nothing follows.</summary>
    /// <param name="truth">What the condition is.</param>
    public static ImmutableArray<BoundExpression> FindPresent(BoundExpression condition, bool truth) => condition switch
    {
        BoundComparison { Operator: var @operator, Left: var left, Right: var right } =>
            IsExcluded(@operator, GetDefault(left), GetDefault(right), truth) ? [.. Alternatives(left), .. Alternatives(right)] : [],
        BoundCall call when GetDefault(call) is { Kind: ValueKind.Boolean } value && value.AsBoolean() != truth => [.. Alternatives(call)],
        _ => [],
    };

    /// <summary>A constant itself, or the one that ends a <c>coalesce</c>; null for any other expression.</summary>
    private static Value? GetDefault(BoundExpression expression) => expression switch
    {
        BoundConstant constant => constant.Value,
        BoundCall call when IsCoalesce(call) && call.Arguments[^1] is BoundConstant last => last.Value,
        _ => null,
    };

    private static IEnumerable<BoundExpression> Alternatives(BoundExpression expression) =>
        expression is BoundCall call && IsCoalesce(call) ? call.Arguments.SkipLast(1) : [];

    private static bool IsCoalesce(BoundCall call) => call.Function.Name.Equals("coalesce", StringComparison.OrdinalIgnoreCase);

    /// <summary>Two constants cannot compare so.</summary>
    private static bool IsExcluded(ComparisonOperator @operator, Value? left, Value? right, bool truth)
    {
        if (left is not { } one || right is not { } other)
            return false;
        if (one.IsNull || other.IsNull)
            return true;

        var isDecided = (one.Kind == other.Kind && one.Kind is ValueKind.String or ValueKind.Boolean) || (IsNumber(one) && IsNumber(other));
        return isDecided && @operator != ComparisonOperator.FoldedEqual && Holds(@operator, ValueOrder.Compare(one, other)) != truth;
    }

    // What is no number compares with nothing.
    private static bool IsNumber(Value value) => value.IsNumber && !double.IsNaN(value.AsNumber());

    private static bool Holds(ComparisonOperator @operator, int order) => @operator switch
    {
        ComparisonOperator.Equal => order == 0,
        ComparisonOperator.NotEqual => order != 0,
        ComparisonOperator.Less => order < 0,
        ComparisonOperator.LessOrEqual => order <= 0,
        ComparisonOperator.Greater => order > 0,
        _ => order >= 0,
    };
}
