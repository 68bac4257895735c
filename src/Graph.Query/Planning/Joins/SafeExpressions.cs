using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>Which expressions cannot fail, so that they may be computed for rows that the text would never have reached.</summary>
internal static class SafeExpressions
{
    public static bool CannotFail(BoundExpression expression) => expression switch
    {
        BoundConstant or BoundParameter or BoundReference => true,
        BoundProperty { Target: BoundReference { Type.Kind: TypeKind.Node or TypeKind.Edge } } => true,
        BoundComparison comparison => CannotFail(comparison.Left) && CannotFail(comparison.Right),
        BoundIsNull isNull => CannotFail(isNull.Operand),
        BoundLabelTest { Target.Type.Kind: TypeKind.Node or TypeKind.Edge } test => CannotFail(test.Target),
        BoundLogical logical => logical.Operands.All(IsSafeCondition),
        BoundNot not => IsSafeCondition(not.Operand),
        BoundList list => list.Items.All(CannotFail),
        BoundCall { Function.Name: "STARTS WITH" or "ENDS WITH" or "CONTAINS" or "~=" or "type" } call => call.Arguments.All(CannotFail),
        BoundCall { Function.Name: "IN", Arguments: [var item, BoundList or BoundConstant] } call => CannotFail(item) && CannotFail(call.Arguments[1]),
        _ => false,
    };

    /// <summary>True or false or null, and nothing else.</summary>
    private static bool IsSafeCondition(BoundExpression expression) =>
        expression is BoundComparison or BoundIsNull or BoundLabelTest or BoundLogical or BoundNot or BoundCall { Type.Kind: TypeKind.Boolean } && CannotFail(expression);
}
