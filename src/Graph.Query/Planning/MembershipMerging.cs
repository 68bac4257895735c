using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// <c>n.key = 1 OR n.key = 2 OR n.key IN [3, 4]</c> is one question, <c>n.key IN [1, 2, 3, 4]</c>: asked once, or looked up in an index.
/// </summary>
internal static class MembershipMerging
{
    public const string Operator = "IN";

    public static PlanOperator Apply(PlanOperator plan) =>
        plan.RewriteBottomUp(node => node is Filter { Condition: BoundLogical { Operator: LogicalOperator.Or } or } filter
            ? filter with { Condition = Merge(or) }
            : node);

    private static BoundExpression Merge(BoundLogical or)
    {
        // Each property has one place, where the first condition on it stood.
        var merged = new List<(BoundExpression First, List<BoundExpression> Items)>();
        var places = new Dictionary<(BoundVariable Variable, string Key), int>();
        foreach (var operand in or.Operands.SelectMany(SplitDisjunction))
        {
            if (FindProperty(operand) is not { } property)
                merged.Add((operand, []));
            else if (places.TryAdd((((BoundReference)property.Target).Variable, property.Key), merged.Count))
                merged.Add((operand, [.. GetItems(operand)]));
            else
                merged[places[(((BoundReference)property.Target).Variable, property.Key)]].Items.AddRange(GetItems(operand));
        }

        ImmutableArray<BoundExpression> conditions = [.. merged.Select(place => Join(place.First, place.Items, or.Span))];
        return conditions is [var only] ? only : or with { Operands = conditions };
    }

    private static BoundExpression Join(BoundExpression first, List<BoundExpression> items, TextSpan span) =>
        items.Count > GetItems(first).Count() ? CreateMembership(FindProperty(first)!, [.. items], span) : first;

    private static IEnumerable<BoundExpression> SplitDisjunction(BoundExpression condition) =>
        condition is BoundLogical { Operator: LogicalOperator.Or } or ? or.Operands.SelectMany(SplitDisjunction) : [condition];

    /// <summary>The property that a condition holds against values which are the same for every row.</summary>
    private static BoundProperty? FindProperty(BoundExpression condition) => condition switch
    {
        BoundComparison
        {
            Operator: ComparisonOperator.Equal,
            Left: BoundProperty { Target: BoundReference } left,
            Right: BoundConstant or BoundParameter,
        } => left,
        BoundComparison
        {
            Operator: ComparisonOperator.Equal,
            Right: BoundProperty { Target: BoundReference } right,
            Left: BoundConstant or BoundParameter,
        } => right,
        BoundCall { Function.Name: Operator, Arguments: [BoundProperty { Target: BoundReference } item, BoundList list] }
            when list.Items.All(IsFixed) => item,
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

    private static BoundCall CreateMembership(BoundProperty property, ImmutableArray<BoundExpression> items, TextSpan span) =>
        new(
            FunctionRegistry.GetOperator(Operator),
            [property, new BoundList(items, StaticType.ListOf(StaticType.Any), default)],
            StaticType.Boolean,
            span);
}
