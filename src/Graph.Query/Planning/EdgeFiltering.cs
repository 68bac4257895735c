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
        plan.RewriteBottomUp(node => node is Filter filter ? ScanEdges(filter, context) : node);

    private static PlanOperator ScanEdges(Filter top, RewriteContext context)
    {
        var conditions = new List<BoundExpression>();
        PlanOperator plan = top;
        for (; plan is Filter filter; plan = filter.Input)
            conditions.Add(filter.Condition);
        if (plan is not Expand { Input: NodeScan { Input: ArgumentRows } scan } expand
            || EdgeScanning.FindTables(expand, context.Store) is not { } tables)
            return top;

        var ofEdge = conditions.FindAll(condition => ExpressionVariables.Of(condition).SetEquals([expand.Edge]));
        if (ofEdge.Aggregate(1.0, (share, condition) => share * Selectivity.Of(condition, int.MaxValue)) > LargestShare)
            return top;

        PlanOperator edges = new EdgeScan(scan.Input, expand.Edge, tables);
        edges = Stack(edges, Enumerable.Reverse(ofEdge));
        var ends = new MatchBoundEdge(
            edges, expand.From, IsFromBound: false, expand.Edge, expand.Direction, expand.Types, expand.To, IsToBound: false, []);
        return Stack(ends, expand.Conditions.Concat(Enumerable.Reverse(conditions).Except(ofEdge)));
    }

    private static PlanOperator Stack(PlanOperator plan, IEnumerable<BoundExpression> conditions) =>
        conditions.Aggregate(plan, (input, condition) => new Filter(input, condition));
}
