using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>
/// Where a step leads to the same nodes again and again, what is asked of them is tested once for each node instead of for each row, and a
/// row that would be dropped is not made.
/// </summary>
internal static class TargetConditions
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        plan.RewriteBottomUp(node => node is Filter filter ? Push(filter, context) : node);

    private static PlanOperator Push(Filter filter, RewriteContext context)
    {
        var below = filter.Input;
        while (below is Filter next)
            below = next.Input;
        return below is Expand { IsInto: false } expand
            && IsOnTarget(filter.Condition, expand, context.Store)
            && LeadsToNodesAgain(expand, context)
            ? filter.Input.Replace(expand, expand with { Conditions = expand.Conditions.Add(filter.Condition) })
            : filter;
    }

    /// <summary>A condition that can fail must not be tested for nodes that no row leads to.</summary>
    private static bool IsOnTarget(BoundExpression condition, Expand expand, GraphStore store) =>
        !FailingConditions.CanFailAsCondition(condition, store)
        && ExpressionVariables.Of(condition) is { Count: 1 } variables
        && variables.Contains(expand.To);

    private static bool LeadsToNodesAgain(Expand expand, RewriteContext context) =>
        context.EstimateRows(expand) >= Math.Max(1, context.Statistics.GetNodes(expand.Targets).Count);
}
