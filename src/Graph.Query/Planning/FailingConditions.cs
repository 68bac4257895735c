using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Which conditions can fail, such as a division. They are tested after the others that are tested at the same place, as a row that another
/// condition drops must not stop the query.
/// </summary>
internal static class FailingConditions
{
    /// <summary>The conditions of a conjunction, those that can fail last; else in their order.</summary>
    public static IEnumerable<BoundExpression> PutLast(IEnumerable<BoundExpression> conditions) =>
        conditions.OrderBy(condition => CanFailAsCondition(condition));

    /// <param name="store">The graph that the plan is for, whose columns tell more than the declared types; null for any graph.</param>
    public static bool CanFailAsCondition(BoundExpression condition, GraphStore? store = null) =>
        StoredTypes.Of(condition, store) != TypeKind.Boolean || CanFail(condition, store);

    /// <param name="store">The graph that the plan is for, whose columns tell more than the declared types; null for any graph.</param>
    public static bool CanFail(BoundExpression expression, GraphStore? store = null) => expression switch
    {
        BoundConstant or BoundReference or BoundParameter => false,
        BoundProperty { Target.Type.Kind: TypeKind.Node or TypeKind.Edge or TypeKind.Map } property => CanFail(property.Target, store),
        BoundComparison or BoundIsNull or BoundLabelTest or BoundList => CanAnyFail(ExpressionVariables.GetChildren(expression), store),
        BoundCall { Function.Name: "STARTS WITH" or "ENDS WITH" or "CONTAINS" or "~=" } call => CanAnyFail(call.Arguments, store),
        BoundCall { Function.Name: "+" or "-" or "*" } sum when store is not null => !new SummableIntegers(store).NeverFails(sum),
        BoundCall call when IsTotal(call, store) => CanAnyFail(call.Arguments, store),
        BoundCall { Function.Name: "IN", Arguments: [var item, BoundList list] } => CanFail(item, store) || CanFail(list, store),
        BoundLogical or BoundNot => ExpressionVariables.GetChildren(expression).Any(child => CanFailAsCondition(child, store)),
        _ => true,
    };

    /// <summary>Whether a step of a plan can fail for a row, as it filters or computes.</summary>
    public static bool CanFail(PlanOperator step, GraphStore? store) => ReadVariables.GetExpressions(step).Any(expression =>
        step is Filter ? CanFailAsCondition(expression, store) : CanFail(expression, store));

    private static bool CanAnyFail(IEnumerable<BoundExpression> expressions, GraphStore? store) =>
        expressions.Any(expression => CanFail(expression, store));

    /// <summary>Whether a function takes every value of the types that are known of its arguments.</summary>
    private static bool IsTotal(BoundCall call, GraphStore? store) => call.Function.Name switch
    {
        "toString" => StoredTypes.Of(call.Arguments[0], store) is TypeKind.String or TypeKind.Boolean or TypeKind.Number or TypeKind.Integer
            or TypeKind.Float or TypeKind.Date,
        "toLower" or "toUpper" or "lower" or "upper" or "trim" or "size" =>
            call.Arguments is [var text] && StoredTypes.Of(text, store) == TypeKind.String,
        "left" or "right" or "substring" =>
            StoredTypes.Of(call.Arguments[0], store) == TypeKind.String && call.Arguments.Skip(1).All(IsPosition),
        _ => false,
    };

    private static bool IsPosition(BoundExpression expression) =>
        expression is BoundConstant { Value: { IsInteger: true } value } && value.AsInteger() >= 0;
}
