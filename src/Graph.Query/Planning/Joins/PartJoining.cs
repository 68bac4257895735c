using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Two parts of a pattern that meet in equal values are joined by a table of one side's values, instead of going through one part again for
/// every row of the other.
/// </summary>
internal static class PartJoining
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => Apply(plan, wantsFew: !context.RowsMatter, context);

    /// <param name="wantsFew">The rows may not be read to the end, so that a table of all edges is too much to begin with.</param>
    private static PlanOperator Apply(PlanOperator plan, bool wantsFew, RewriteContext context) =>
        Join(plan, wantsFew, context) ?? ApplyBelow(plan, wantsFew, context);

    private static PlanOperator ApplyBelow(PlanOperator plan, bool wantsFew, RewriteContext context)
    {
        if (PlanChain.Of(plan) is { Steps.Length: > LongPatterns.Steps } chain)
            return PlanChain.Stack(Apply(chain.Base, wantsFew, context), chain.Steps);

        var wantsFewBelow = plan switch
        {
            Limit => true,
            Sort or Aggregate => false,
            _ => wantsFew,
        };

        // A step is judged with the conditions above it, which may keep its rows few.
        return plan.MapInputs(input => plan is Filter
            ? ApplyBelow(input, wantsFewBelow, context)
            : Apply(input, wantsFewBelow, context));
    }

    private static PlanOperator? Join(PlanOperator plan, bool wantsFew, RewriteContext context)
    {
        var chain = PlanChain.Of(plan);
        foreach (var index in ChainSplit.ListCuts(chain))
        {
            if (ChainSplit.At(chain, index, context.Store) is { } split && Pays(split, wantsFew, context))
                return Join(split, wantsFew, context);
        }

        return null;
    }

    private static bool Pays(ChainSplit split, bool wantsFew, RewriteContext context)
    {
        if (split.Hub is null)
            return !split.Keys.IsEmpty && split.SeeksMany(context.Statistics);

        // Along an edge, both parts find the node again: worth it only where values keep most of the pairs apart.
        return !wantsFew
            && split.Keys.Length > 1
            && !split.Outer.SelfAndInputs().Any(step => step is ArgumentRows { Variables.IsEmpty: false })
            && !split.CanFail(context.Store)
            && (RowEstimate.Of(split.Outer, context.Statistics) >= 2.0 * HubNodes.Count(split, context)
                || HubNodes.MakeMany(split, split.Nested, context));
    }

    private static PlanOperator Join(ChainSplit split, bool wantsFew, RewriteContext context)
    {
        var outer = Apply(split.Outer, wantsFew, context);
        var inner = Apply(split.Inner, wantsFew: false, context);
        PlanOperator join = CanSwap(split) && RowEstimate.Of(outer, context.Statistics) * 4 < RowEstimate.Of(inner, context.Statistics)
            ? new HashJoin(inner, outer, [.. split.Keys.Select(key => new JoinKey(key.Inner, key.Outer))])
            : new HashJoin(outer, inner, split.Keys);
        foreach (var pair in split.Distinct)
            join = new Filter(
                join,
                new BoundComparison(
                    ComparisonOperator.NotEqual,
                    new BoundReference(pair.Outer, default),
                    new BoundReference(pair.Inner, default),
                    default));
        foreach (var condition in split.Conditions)
            join = new Filter(join, condition);
        return PlanChain.Stack(join, split.Above);
    }

    /// <summary>The table is of the smaller side, where no order of the other one is to be kept.</summary>
    private static bool CanSwap(ChainSplit split) => PlanChain.Of(split.Outer).Base is ArgumentRows { Variables.IsEmpty: true };
}
