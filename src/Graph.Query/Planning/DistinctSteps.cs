using Graph.Query.Binding;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Where a DISTINCT has all nodes of a pattern among its columns, <c>RETURN DISTINCT p, o</c>, two rows are the same only where edges lie
/// side by side. Steps that follow one of them leave nothing for DISTINCT to drop.
/// </summary>
internal static class DistinctSteps
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => context.IsSubquery
        ? plan
        : plan.RewriteBottomUp(node =>
            node is Distinct distinct && IsChain(distinct.Input, distinct, ReadVariables.Of(distinct, []), context)
                ? FollowOnce(distinct.Input)
                : node);

    private static bool IsChain(
        PlanOperator plan, Distinct distinct, IReadOnlySet<BoundVariable> read, RewriteContext context) => plan switch
        {
            Project or Filter => IsChain(plan.Inputs[0], distinct, read, context),
            Expand expand => !read.Contains(expand.Edge)
                && IsFollowedOnce(expand, distinct, context)
                && IsChain(expand.Input, distinct, read, context),
            NodeScan { Input: ArgumentRows { Variables.IsEmpty: true } } scan => IsTold(scan.Node, distinct, context.Statistics),
            NodeSeek { Input: ArgumentRows { Variables.IsEmpty: true } } seek => IsTold(seek.Node, distinct, context.Statistics),
            _ => false,
        };

    /// <summary>Whether one edge to each neighbour is enough, and the neighbours stand side by side.</summary>
    private static bool IsFollowedOnce(Expand expand, Distinct distinct, RewriteContext context) =>
        expand is { IsInto: false, DistinctFrom.IsEmpty: true }
        && expand.Direction != EdgeDirection.Both
        && LabelEvaluation.GetTables(context.Store, expand.Types).Length <= 1
        && IsTold(expand.To, distinct, context.Statistics);

    /// <summary>Whether rows of different nodes are different ones.</summary>
    private static bool IsTold(BoundVariable node, Distinct distinct, GraphStatistics statistics) => distinct.Columns.Any(column =>
        column == node || Find(distinct.Input, column) switch
        {
            BoundReference { Variable: var variable } => variable == node,
            BoundProperty { Target: BoundReference { Variable: var variable }, Key: var key } =>
                variable == node
                && ElementGrouping.FindLabels(distinct.Input, node) is { } labels
                && statistics.IsUnique(key, labels.Expression),
            _ => false,
        });

    /// <summary>What a column was projected from; null for nothing.</summary>
    private static BoundExpression? Find(PlanOperator plan, BoundVariable column) =>
        (plan as Project)?.Items.FirstOrDefault(item => item.Variable == column)?.Expression;

    private static PlanOperator FollowOnce(PlanOperator plan) => plan switch
    {
        Expand expand => expand with { Input = FollowOnce(expand.Input), IsOnce = true },
        NodeScan or NodeSeek => plan,
        _ => plan.MapInputs(FollowOnce),
    };
}
