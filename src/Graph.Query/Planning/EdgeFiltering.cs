using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>
/// A first step along every edge between two sets of nodes, of which conditions on the edge keep few, becomes a scan of the edges: their
/// properties lie one after the other there, and only what is kept finds its nodes.
/// </summary>
internal static class EdgeFiltering
{
    // A node is found for an edge in more time than an edge for a node.
    private const double LargestShare = 0.15;

    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        plan.RewriteTopDown(node => node is Filter filter ? ScanEdges(filter, context) : null);

    /// <param name="top">The last of the conditions above a step.</param>
    private static PlanOperator? ScanEdges(Filter top, RewriteContext context)
    {
        var conditions = new Stack<BoundExpression>();
        PlanOperator plan = top;
        for (; plan is Filter filter; plan = filter.Input)
            conditions.Push(filter.Condition);
        if (plan is not Expand { Input: NodeScan { Input: ArgumentRows } scan } expand
            || EdgeScanning.FindTables(expand, context.Store) is not { } tables)
            return null;

        var ofEdge = conditions.Where(condition => IsOnEdge(condition, expand, context.Store)).ToList();
        if (ofEdge.Aggregate(1.0, (share, condition) => share * Selectivity.Of(condition, int.MaxValue)) > LargestShare)
            return null;

        var edges = Stack(new EdgeScan(scan.Input, expand.Edge, tables), ofEdge);
        var ends = new MatchBoundEdge(
            edges, expand.From, IsFromBound: false, expand.Edge, expand.Direction, expand.Types, expand.To, IsToBound: false, []);
        return Stack(ends, expand.Conditions.Concat(conditions.Except(ofEdge)));
    }

    /// <summary>A condition that can fail stays behind those that were tested before it.</summary>
    private static bool IsOnEdge(BoundExpression condition, Expand expand, GraphStore store) =>
        !FailingConditions.CanFailAsCondition(condition, store) && ExpressionVariables.Of(condition).SetEquals([expand.Edge]);

    private static PlanOperator Stack(PlanOperator plan, IEnumerable<BoundExpression> conditions) =>
        conditions.Aggregate(plan, (input, condition) => new Filter(input, condition));
}
