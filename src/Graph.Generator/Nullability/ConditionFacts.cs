using System.Collections.Frozen;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Generator.Nullability;

/// <summary>A variable, or a property of it, that is not null.</summary>
/// <param name="Key">Null for the variable itself.</param>
internal readonly record struct PresentValue(BoundVariable Variable, string? Key);

/// <summary>What is known of a row for which a condition is true: a condition on a null is null, and such a row does not stay.</summary>
internal static class ConditionFacts
{
    /// <summary>Tests and arithmetic that are null where any argument is.</summary>
    private static readonly FrozenSet<string> OfAllArguments =
        new[] { "STARTS WITH", "ENDS WITH", "CONTAINS", "=~", "+", "-", "*", "/", "%", "^", "toLower", "toUpper", "size", "abs", "fold" }
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>What is there where a condition is true.</summary>
    public static IEnumerable<PresentValue> List(BoundExpression condition) => condition switch
    {
        BoundLogical { Operator: LogicalOperator.And } and => and.Operands.SelectMany(List),
        BoundLogical { Operator: LogicalOperator.Or } or => or.Operands.Select(List).Aggregate((left, right) => left.Intersect(right)),
        BoundIsNull { IsNegated: true } test => ListOperands(test.Operand),
        BoundNot not => ListNegated(not.Operand),
        BoundIsNull => [],

        // Nothing is in a list without items, a null neither; so what is sought is there only where it was found.
        BoundCall { Function.Name: "IN" } call => call.Arguments.SelectMany(ListOperands),
        _ => ListOperands(condition),
    };

    /// <summary>The labels that nodes and edges have where a condition is true.</summary>
    public static IEnumerable<(BoundVariable Variable, LabelExpression Labels)> ListLabels(BoundExpression condition) => condition switch
    {
        BoundLogical { Operator: LogicalOperator.And } and => and.Operands.SelectMany(ListLabels),
        BoundLabelTest { Target: BoundReference tested } test => [(tested.Variable, test.Labels)],
        _ => [],
    };

    /// <summary>What is there where a condition is false.</summary>
    public static IEnumerable<PresentValue> ListNegated(BoundExpression condition) => condition switch
    {
        BoundLogical { Operator: LogicalOperator.Or } or => or.Operands.SelectMany(ListNegated),
        BoundLogical { Operator: LogicalOperator.And } and =>
            and.Operands.Select(ListNegated).Aggregate((left, right) => left.Intersect(right)),
        BoundIsNull { IsNegated: false } test => ListOperands(test.Operand),
        BoundNot not => List(not.Operand),
        BoundIsNull => [],
        _ => ListOperands(condition),
    };

    /// <summary>What must be there for an expression to have a value.</summary>
    private static IEnumerable<PresentValue> ListOperands(BoundExpression expression) => expression switch
    {
        BoundReference reference => [new PresentValue(reference.Variable, null)],
        BoundProperty { Target: BoundReference owner, Key: var key } => [new(owner.Variable, null), new(owner.Variable, key)],
        BoundProperty property => ListOperands(property.Target),
        BoundComparison comparison => ListOperands(comparison.Left).Concat(ListOperands(comparison.Right)),
        BoundLabelTest test => ListOperands(test.Target),
        BoundCall call when OfAllArguments.Contains(call.Function.Name) => call.Arguments.SelectMany(ListOperands),
        BoundCall { Function.Name: "IN" } call => ListOperands(call.Arguments[1]),
        _ => [],
    };
}
