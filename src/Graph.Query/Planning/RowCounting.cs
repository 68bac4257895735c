using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Rows that an aggregate only counts are not made: the last steps below it give, for each row before them, the number of rows they would
/// make of it, and the aggregate adds these numbers up.
/// </summary>
internal static class RowCounting
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        plan.RewriteBottomUp(node => node is Aggregate aggregate ? Count(aggregate) : node);

    private static PlanOperator Count(Aggregate aggregate)
    {
        if (aggregate is { Weight: null, Input: Optional optional })
            return OptionalCounting.Count(aggregate, optional);
        if (!aggregate.Grouping.Aggregates.All(WeightedAggregates.CanWeigh))
            return aggregate;

        var candidate = aggregate with
        {
            Grouping = aggregate.Grouping with
            {
                Aggregates = [.. aggregate.Grouping.Aggregates.Select(item => CountRows(item, aggregate.Input))]
            }
        };
        var (input, weight) = CountSteps(aggregate.Input, [.. ReadVariables.OfStep(candidate)], aggregate.Weight);
        return ReferenceEquals(input, aggregate.Input) ? aggregate : candidate with { Input = input, Weight = weight };
    }

    /// <summary>A count of something that the step binds counts its rows, as nothing there is null.</summary>
    private static BoundAggregate CountRows(BoundAggregate aggregate, PlanOperator step) =>
        aggregate is { Function: AggregateFunction.Count, Distinct: false, Argument: BoundReference argument }
            && Binds(step, argument.Variable)
            ? aggregate with { Function = AggregateFunction.CountAll, Argument = null }
            : aggregate;

    private static bool Binds(PlanOperator plan, BoundVariable variable) => plan is HashJoin join
        ? Binds(join.Inner, variable) || Binds(join.Input, variable)
        : IsCountable(plan) && (plan.Introduces.Contains(variable) || Binds(plan.Inputs[0], variable));

    /// <param name="above">What the steps above read.</param>
    /// <param name="weight">How many rows each row stands for already; null for one.</param>
    /// <returns>The plan, and how many rows each of its rows stands for.</returns>
    public static (PlanOperator Plan, BoundVariable? Weight) CountSteps(
        PlanOperator plan, HashSet<BoundVariable> above, BoundVariable? weight = null)
    {
        if (plan is CountMatches matches)
            return CountBoth(matches, above);
        if (plan is HashJoin join && weight is null)
            return CountEither(join, [.. above, .. ReadVariables.OfStep(join)]);
        if (!IsCountable(plan) || plan.Introduces.Any(above.Contains))
            return (plan, weight);

        var (input, before) = CountSteps(plan.Inputs[0], [.. above, .. ReadVariables.OfStep(plan)], weight);
        var count = new BoundVariable("rows", StaticType.Integer, isAnonymous: true);
        return (new CountRows((UnaryPlanOperator)plan.WithInputs([input]), count, before), count);
    }

    /// <summary>Of two parts that were split, each may end in steps that nobody reads.</summary>
    private static (PlanOperator Plan, BoundVariable? Weight) CountBoth(CountMatches matches, HashSet<BoundVariable> above)
    {
        HashSet<BoundVariable> read = [.. ReadVariables.OfStep(matches)];
        var (input, weight) = CountSteps(matches.Input, [.. above, .. read], matches.Weight);
        var (inner, innerWeight) = CountSteps(matches.Inner, read, matches.InnerWeight);
        return (matches with { Input = input, Inner = inner, Weight = weight, InnerWeight = innerWeight }, matches.Count);
    }

    /// <summary>Of two parts that are joined one keeps its rows, as a row has one number only.</summary>
    private static (PlanOperator Plan, BoundVariable? Weight) CountEither(HashJoin join, HashSet<BoundVariable> read)
    {
        var (inner, innerWeight) = CountSteps(join.Inner, read);
        if (innerWeight is not null)
            return (join with { Inner = inner }, innerWeight);

        var (input, weight) = CountSteps(join.Input, read);
        return weight is null ? (join, null) : (join with { Input = input }, weight);
    }

    private static bool IsCountable(PlanOperator plan) => plan is NodeScan or EdgeScan or Expand or Intersect;
}
