using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Where only the far node of a step is read any more and rows are counted, all rows take the step at once: what is kept is one number for
/// each node, so that the work grows with the edges and not with the walks.
/// </summary>
internal static class NodeSumming
{
    // The numbers of all nodes are kept in one array, which few rows do not pay for.
    private const int NodesPerEdge = 16;

    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => context.IsSubquery ? plan : plan.RewriteBottomUp(node =>
        node is Aggregate { Outer.IsEmpty: true } aggregate ? Sum(aggregate, context) : node);

    private static PlanOperator Sum(Aggregate aggregate, RewriteContext context)
    {
        if (!aggregate.Grouping.Aggregates.All(WeightedAggregates.CanWeigh)
            || aggregate.Grouping.Aggregates.All(DuplicateRows.IsIndifferent))
            return aggregate;

        var counted = aggregate with { Grouping = WeightedAggregates.CountRows(aggregate.Grouping, aggregate.Input) };
        var (input, weight) = Sum(aggregate.Input, [.. ReadVariables.OfStep(counted)], aggregate.Weight, context);
        return ReferenceEquals(input, aggregate.Input) ? aggregate : counted with { Input = input, Weight = weight };
    }

    /// <param name="above">What the steps above read.</param>
    /// <param name="weight">How many rows each row stands for already; null for one.</param>
    /// <returns>The plan, itself where nothing was summed, and how many rows each of its rows stands for.</returns>
    private static (PlanOperator Plan, BoundVariable? Weight) Sum(
        PlanOperator plan, HashSet<BoundVariable> above, BoundVariable? weight, RewriteContext context)
    {
        if (plan is FindPaths { Measure: { Count: null } measure } search && search.Path.Selector == PathSelectorKind.AllShortest)
        {
            var paths = new BoundVariable("paths", StaticType.Integer, isAnonymous: true);
            return (search with { Measure = measure with { Count = paths } }, paths);
        }

        if (plan is not (Expand or Filter or CountRows or CountMatches))
            return (plan, weight);
        if (plan is Expand expand && CanSum(expand, above, context))
            return SumStep(expand, weight, context);

        HashSet<BoundVariable> read = [.. above, .. ReadVariables.OfStep(plan)];
        var (input, before) = Sum(plan.Inputs[0], read, GetWeightBelow(plan, weight), context);
        if (ReferenceEquals(input, plan.Inputs[0]))
            return (plan, weight);

        return plan.WithInputs(plan.Inputs.SetItem(0, input)) switch
        {
            CountRows count => (count with { Weight = before }, count.Count),
            CountMatches count => (count with { Weight = before }, count.Count),
            var other => (other, before),
        };
    }

    private static BoundVariable? GetWeightBelow(PlanOperator plan, BoundVariable? weight) => plan switch
    {
        CountRows count => count.Weight,
        CountMatches count => count.Weight,
        _ => weight,
    };

    private static (PlanOperator Plan, BoundVariable Weight) SumStep(Expand expand, BoundVariable? weight, RewriteContext context)
    {
        var (input, before) = Sum(expand.Input, [expand.From], weight, context);
        var count = new BoundVariable("rows", StaticType.Integer, isAnonymous: true);
        PlanOperator sum = new SumExpand(input, expand.From, expand.Direction, expand.Types, expand.To, expand.Targets, before, count);
        return (expand.Conditions.Aggregate(sum, (plan, condition) => new Filter(plan, condition)), count);
    }

    private static bool CanSum(Expand expand, HashSet<BoundVariable> above, RewriteContext context) =>
        expand is { IsInto: false, DistinctFrom.IsEmpty: true }
        && !above.Contains(expand.Edge)
        && !expand.Input.SelfAndInputs().SelectMany(step => step.Introduces).Any(above.Contains)
        && RowEstimate.Of(expand, context.Statistics) * NodesPerEdge >= context.Statistics.NodeCount;
}
