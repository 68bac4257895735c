using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Planning;

/// <summary>
/// A search that gives each node once leaves nothing for DISTINCT to drop, neither among rows nor in a count of the nodes.
/// </summary>
internal static class ReachedOnce
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => plan.RewriteBottomUp(node => node switch
    {
        Distinct { Columns: [var column] } distinct when FindReach(distinct.Input) is { } reach && reach.To == column => distinct.Input,
        Aggregate aggregate when FindReach(aggregate.Input) is { } reach =>
            aggregate with { Grouping = Count(aggregate.Grouping, reach, context.Statistics) },
        _ => node,
    });

    private static ReachExpand? FindReach(PlanOperator plan) => plan switch
    {
        Filter filter => FindReach(filter.Input),
        ReachExpand { IsTogether: true } reach => reach,
        _ => null,
    };

    private static BoundGrouping Count(BoundGrouping grouping, ReachExpand reach, GraphStatistics statistics) =>
        grouping with
        {
            Aggregates =
            [
                .. grouping.Aggregates.Select(aggregate => CountsNodes(aggregate, reach, statistics) ? CountRows(aggregate) : aggregate)
            ]
        };

    private static bool CountsNodes(BoundAggregate aggregate, ReachExpand reach, GraphStatistics statistics) => aggregate switch
    {
        not { Function: AggregateFunction.Count, Distinct: true, Parameter: null } => false,
        { Argument: BoundReference reference } => reference.Variable == reach.To,
        { Argument: BoundProperty { Target: BoundReference reference } property } =>
            reference.Variable == reach.To && statistics.IsUnique(property.Key, reach.Targets),
        _ => false,
    };

    private static BoundAggregate CountRows(BoundAggregate aggregate) =>
        aggregate with { Function = AggregateFunction.CountAll, Distinct = false, Argument = null };
}
