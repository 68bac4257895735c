using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Functions;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Counting the edges of each node needs no edge: <c>MATCH (a)-[r]->(b) RETURN b, count(r)</c> reads the degrees of b, where every edge
/// at b leads to a node of the other end's labels.
/// </summary>
internal static class DegreeCounting
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => plan.RewriteBottomUp(node => Count(node, context.Store));

    private static PlanOperator Count(PlanOperator plan, GraphStore store)
    {
        if (plan is not Aggregate { Grouping: { Keys: [{ Expression: BoundReference key } item] } grouping, Outer.IsEmpty: true } aggregate
            || aggregate.Input is not Expand { IsInto: false, DistinctFrom.IsEmpty: true, Direction: not EdgeDirection.Both } expand
            || expand.Input is not NodeScan { Input: ArgumentRows } scan
            || scan.Node != expand.From || expand.From == expand.To
            || !grouping.Aggregates.All(candidate => CountsRows(candidate, expand)))
            return plan;

        var isFar = key.Variable == expand.To;
        if (!isFar && key.Variable != expand.From)
            return plan;

        var counted = isFar ? expand.Targets : scan.Labels;
        var others = LabelEvaluation.GetNodes(store, isFar ? scan.Labels : expand.Targets);
        var isOutgoing = expand.Direction == EdgeDirection.Right != isFar;
        var tables = LabelEvaluation.GetTables(store, expand.Types);
        return tables.All(table => (isOutgoing
            ? EdgeCoverage.CountTargets(table, others)
            : EdgeCoverage.CountSources(table, others)) == table.Count)
            ? new DegreeScan(
                scan.Input, item.Variable, counted, tables, isOutgoing, [.. grouping.Aggregates.Select(candidate => candidate.Variable)])
            : plan;
    }

    private static bool CountsRows(BoundAggregate aggregate, Expand expand) => aggregate switch
    {
        { Function: AggregateFunction.CountAll } => true,
        { Function: AggregateFunction.Count, Distinct: false, Argument: BoundReference argument } =>
            argument.Variable == expand.Edge || argument.Variable == expand.From || argument.Variable == expand.To,
        { Function: AggregateFunction.Count, Distinct: true, Argument: BoundReference argument } => argument.Variable == expand.Edge,
        _ => false,
    };
}
