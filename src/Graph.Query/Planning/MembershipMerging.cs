using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary><c>n.key = 1 OR n.key = 2 OR n.key IN [3, 4]</c> is one question, <c>n.key IN [1, 2, 3, 4]</c>: asked once, or looked up in an index.</summary>
internal static class MembershipMerging
{
    public const string Operator = "IN";

    public static PlanOperator Apply(PlanOperator plan) =>
        plan.RewriteBottomUp(node => node is Filter { Condition: BoundLogical { Operator: LogicalOperator.Or } or } filter ? filter with { Condition = Merge(or) } : node);

    private static BoundExpression Merge(BoundLogical or)
    {
        var merged = new List<BoundExpression>();
        foreach (var operand in or.Operands.SelectMany(SplitDisjunction))
        {
            var index = FindProperty(operand) is { } property ? merged.FindIndex(other => FindProperty(other) is { } known && AreSame(known, property)) : -1;
            if (index < 0)
                merged.Add(operand);
            else
                merged[index] = CreateMembership(FindProperty(operand)!, [.. GetItems(merged[index]), .. GetItems(operand)], or.Span);
        }

        return merged is [var only] ? only : or with { Operands = [.. merged] };
    }

    private static IEnumerable<BoundExpression> SplitDisjunction(BoundExpression condition) =>
        condition is BoundLogical { Operator: LogicalOperator.Or } or ? or.Operands.SelectMany(SplitDisjunction) : [condition];

    /// <summary>The property that a condition holds against values which are the same for every row.</summary>
    private static BoundProperty? FindProperty(BoundExpression condition) => condition switch
    {
        BoundComparison { Operator: ComparisonOperator.Equal, Left: BoundProperty { Target: BoundReference } left, Right: BoundConstant or BoundParameter } => left,
        BoundComparison { Operator: ComparisonOperator.Equal, Right: BoundProperty { Target: BoundReference } right, Left: BoundConstant or BoundParameter } => right,
        BoundCall { Function.Name: Operator, Arguments: [BoundProperty { Target: BoundReference } item, BoundList list] } when list.Items.All(IsFixed) => item,
        _ => null,
    };

    private static IEnumerable<BoundExpression> GetItems(BoundExpression condition) => condition switch
    {
        BoundComparison { Left: BoundProperty } comparison => [comparison.Right],
        BoundComparison comparison => [comparison.Left],
        BoundCall { Arguments: [_, BoundList list] } => list.Items,
        _ => [],
    };

    private static bool IsFixed(BoundExpression expression) => expression is BoundConstant or BoundParameter;

    private static bool AreSame(BoundProperty left, BoundProperty right) =>
        left.Key == right.Key && ((BoundReference)left.Target).Variable == ((BoundReference)right.Target).Variable;

    private static BoundCall CreateMembership(BoundProperty property, ImmutableArray<BoundExpression> items, TextSpan span) =>
        new(FunctionRegistry.GetOperator(Operator), [property, new BoundList(items, StaticType.ListOf(StaticType.Any), default)], StaticType.Boolean, span);
}
