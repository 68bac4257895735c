using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>A scan under a condition <c>n.name = value</c> becomes a look-up by index.</summary>
internal static class NodeSeeking
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => Rewrites.BottomUp(plan, Seek);

    private static PlanOperator Seek(PlanOperator plan)
    {
        if (plan is not Filter)
            return plan;

        var conditions = new List<BoundExpression>();
        var below = plan;
        for (; below is Filter filter; below = filter.Input)
            conditions.Add(filter.Condition);
        if (below is not NodeScan scan)
            return plan;

        var index = conditions.FindLastIndex(condition => FindKey(condition, scan.Node) is not null);
        if (index < 0)
            return plan;

        var (property, value) = FindKey(conditions[index], scan.Node)!.Value;
        PlanOperator seek = new NodeSeek(scan.Input, scan.Node, scan.Labels, property, value);
        conditions.RemoveAt(index);
        conditions.Reverse();
        return conditions.Aggregate(seek, (input, condition) => new Filter(input, condition));
    }

    private static (string Property, BoundExpression Value)? FindKey(BoundExpression condition, BoundVariable node)
    {
        if (condition is not BoundComparison { Operator: ComparisonOperator.Equal } comparison)
            return null;
        return FindKey(comparison.Left, comparison.Right, node) ?? FindKey(comparison.Right, comparison.Left, node);
    }

    private static (string Property, BoundExpression Value)? FindKey(BoundExpression property, BoundExpression value, BoundVariable node)
    {
        if (property is not BoundProperty { Target: BoundReference reference, Key: "key" or "name" } found || reference.Variable != node)
            return null;
        return ExpressionVariables.Of(value).Contains(node) ? null : (found.Key, value);
    }
}
