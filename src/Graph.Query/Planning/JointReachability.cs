using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Where rows may come once instead of several times, and nothing of a row is read any more but the far node of a step, the rows before
/// the step are one set of nodes to start from: the step is taken for all of them at once, and each node it reaches comes once.
/// </summary>
internal static class JointReachability
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context)
    {
        if (context.IsSubquery)
            return plan;

        var indifferent = DuplicateRows.FindIndifferent(plan, context.RowsMatter);
        return indifferent.Count == 0 ? plan : Join(plan, indifferent, [.. context.Outputs]);
    }

    /// <param name="above">What the steps above, and the plan's caller, read.</param>
    private static PlanOperator Join(PlanOperator plan, IReadOnlySet<PlanOperator> indifferent, ImmutableHashSet<BoundVariable> above)
    {
        var joined = indifferent.Contains(plan) ? JoinStep(plan, above) : plan;
        if (joined.Inputs.IsEmpty)
            return joined;

        var below = above.Union(ReadVariables.OfStep(joined));
        return joined.WithInputs([.. joined.Inputs.Select(input => Join(input, indifferent, below))]);
    }

    private static PlanOperator JoinStep(PlanOperator plan, ImmutableHashSet<BoundVariable> above) => plan switch
    {
        ReachExpand reach when IsOnlyRead(reach.To, reach, above) && IsFree(reach.Walk) => reach with { IsTogether = true },
        Expand { IsInto: false, DistinctFrom.IsEmpty: true } expand when IsOnlyRead(expand.To, expand, above) =>
            new ReachExpand(expand.Input, expand.From, GetWalk(expand), IsReversed: false, expand.To, expand.Targets, IsTogether: true),
        _ => plan,
    };

    private static bool IsOnlyRead(BoundVariable to, PlanOperator step, ImmutableHashSet<BoundVariable> above) =>
        !step.SelfAndInputs().SelectMany(below => below.Introduces).Any(variable => variable != to && above.Contains(variable));

    /// <summary>The condition on the walk's edges is the same for every row.</summary>
    private static bool IsFree(BoundVariableLengthEdge walk) =>
        walk.Where is null || ExpressionVariables.Of(walk.Where).All(variable => variable == walk.Edge);

    private static BoundVariableLengthEdge GetWalk(Expand expand) =>
        new(expand.Direction, expand.Edge, expand.Edge, expand.Types, Where: null, Minimum: 1, Maximum: 1, IsBound: false);
}
