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
    public static IEnumerable<BoundExpression> PutLast(IEnumerable<BoundExpression> conditions) => conditions.OrderBy(CanFailAsCondition);

    public static bool CanFailAsCondition(BoundExpression condition) => condition.Type.Kind != TypeKind.Boolean || CanFail(condition);

    public static bool CanFail(BoundExpression expression) => expression switch
    {
        BoundConstant or BoundReference or BoundParameter => false,
        BoundProperty { Target.Type.Kind: TypeKind.Node or TypeKind.Edge or TypeKind.Map } property => CanFail(property.Target),
        BoundComparison or BoundIsNull or BoundLabelTest or BoundList => ExpressionVariables.GetChildren(expression).Any(CanFail),
        BoundCall { Function.Name: "STARTS WITH" or "ENDS WITH" or "CONTAINS" or "~=" } call => call.Arguments.Any(CanFail),
        BoundCall call when IsTotal(call) => call.Arguments.Any(CanFail),
        BoundCall { Function.Name: "IN", Arguments: [var item, BoundList list] } => CanFail(item) || CanFail(list),
        BoundLogical or BoundNot => ExpressionVariables.GetChildren(expression).Any(CanFailAsCondition),
        _ => true,
    };

    /// <summary>Whether a function takes every value of the types that are known of its arguments.</summary>
    private static bool IsTotal(BoundCall call) => call.Function.Name switch
    {
        "toString" => call.Arguments[0].Type.Kind is TypeKind.String or TypeKind.Boolean or TypeKind.Number or TypeKind.Integer
            or TypeKind.Float or TypeKind.Date,
        "toLower" or "toUpper" or "lower" or "upper" or "trim" or "size" => call.Arguments is [{ Type.Kind: TypeKind.String }],
        "left" or "right" or "substring" => call.Arguments[0].Type.Kind == TypeKind.String && call.Arguments.Skip(1).All(IsPosition),
        _ => false,
    };

    private static bool IsPosition(BoundExpression expression) =>
        expression is BoundConstant { Value: { IsInteger: true } value } && value.AsInteger() >= 0;
}
