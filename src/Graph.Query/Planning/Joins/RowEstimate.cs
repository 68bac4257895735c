using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>How many rows a plan is assumed to make.</summary>
internal static class RowEstimate
{
    private const double ListLength = 10;

    public static double Of(PlanOperator plan, GraphStatistics statistics) => plan switch
    {
        NodeScan scan => Of(scan.Input, statistics) * statistics.GetNodes(scan.Labels).Count,
        NodeSeek seek => Of(seek.Input, statistics),
        NodeSeekAny { List: BoundList list } seek => Of(seek.Input, statistics) * list.Items.Length,
        NodeSeekAny seek => Of(seek.Input, statistics) * ListLength,
        NodeTextSeek seek => Of(seek.Input, statistics) * Math.Max(1, statistics.GetNodes(seek.Labels).Count / 20.0),
        EdgeScan scan => Of(scan.Input, statistics) * scan.Tables.Sum(table => (double)table.Count),
        Expand expand => Of(expand.Input, statistics) * GetGrowth(expand, statistics) * GetShare(expand, statistics),
        Filter filter => Of(filter.Input, statistics) * Selectivity.Of(filter.Condition, GetCount(filter, statistics)),
        HashJoin join => Math.Max(Of(join.Input, statistics), Of(join.Inner, statistics)),
        Aggregate { Grouping.Keys.IsEmpty: true } => 1,
        Unwind unwind => Of(unwind.Input, statistics) * ListLength,
        Limit { Count: BoundConstant { Value: { IsInteger: true } count } } limit =>
            Math.Min(Of(limit.Input, statistics), Math.Max(1, count.AsInteger())),
        { Inputs: [var input, ..] } => Of(input, statistics),
        _ => 1,
    };

    private static double GetGrowth(Expand expand, GraphStatistics statistics)
    {
        var degree = FindLastStep(expand.Input, expand.From) is { } last
            ? statistics.GetDegreeAfter(
                last.Types, last.From == expand.From ? last.Direction.Reverse() : last.Direction, expand.Types, expand.Direction)
            : statistics.GetDegree(KnownLabels.Of(expand.Input, expand.From), expand.Types, expand.Direction);
        if (expand.IsInto)
            return degree / Math.Max(1, statistics.GetNodes(KnownLabels.Of(expand.Input, expand.To)).Count);
        return degree * statistics.GetTargetShare(expand.Types, expand.Direction, expand.Targets);
    }

    private static double GetShare(Expand expand, GraphStatistics statistics) =>
        expand.Conditions.Aggregate(
            1.0, (share, condition) => share * Selectivity.Of(condition, statistics.GetNodes(expand.Targets).Count));

    /// <summary>The last step that begins or ends at a node; null where it has none yet.</summary>
    private static Expand? FindLastStep(PlanOperator plan, BoundVariable node)
    {
        for (; plan is UnaryPlanOperator unary; plan = unary.Input)
        {
            if (plan is Expand expand && (expand.From == node || expand.To == node))
                return expand;
            if (plan.Introduces.Contains(node))
                return null;
        }

        return null;
    }

    /// <summary>The nodes that a condition on one node chooses from.</summary>
    private static int GetCount(Filter filter, GraphStatistics statistics) =>
        ExpressionVariables.Of(filter.Condition) is { Count: 1 } variables
            ? statistics.GetNodes(KnownLabels.Of(filter.Input, variables.First())).Count
            : 1;
}
