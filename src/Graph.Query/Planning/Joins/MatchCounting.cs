using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Rows that an aggregate only counts are not made where the pattern falls into two parts that meet in equal values, in an order of
/// values, or in one node: each part runs once, and the numbers of rows with equal keys are multiplied. So are those of a subquery that
/// is only counted, or asked for existence, where it compares what it finds with its outer row.
/// </summary>
internal static class MatchCounting
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context)
    {
        var ofAggregates = context with { Outer = null };
        var counted = plan.RewriteBottomUp(node => node is Aggregate { Weight: null } aggregate ? Count(aggregate, ofAggregates) : node);
        return context.IsOnlyCounted ? Reduce(counted, [], needsKeys: false, context).Plan : counted;
    }

    private static PlanOperator Count(Aggregate aggregate, RewriteContext context)
    {
        if (!aggregate.Grouping.Aggregates.All(WeightedAggregates.CanWeigh))
            return aggregate;

        var needsKeys = aggregate.Grouping.Aggregates.All(DuplicateRows.IsIndifferent);
        var counted = aggregate with { Grouping = WeightedAggregates.CountRows(aggregate.Grouping, aggregate.Input) };
        var (input, weight) = Reduce(aggregate.Input, [.. ReadVariables.OfStep(counted)], needsKeys, context);
        return weight is null ? aggregate : counted with { Input = input, Weight = weight };
    }

    /// <param name="above">What the steps above read.</param>
    /// <param name="needsKeys">Nodes that are only told apart are found without counting: to join is better only by values.</param>
    private static (PlanOperator Plan, BoundVariable? Weight) Reduce(
        PlanOperator plan, HashSet<BoundVariable> above, bool needsKeys, RewriteContext context)
    {
        var chain = PlanChain.Of(plan);
        if (chain.Steps.Length > LongPatterns.Steps)
            return (plan, null);

        foreach (var split in ChainSplit.ListCuts(chain).Select(index => ChainSplit.At(chain, index, context.Store)).OfType<ChainSplit>())
        {
            foreach (var candidate in ListOrders(split, context.Statistics))
            {
                if (CanCount(candidate, above, context.Store) && Pays(candidate, needsKeys, context))
                    return Count(candidate, above, needsKeys, context);
            }
        }

        return (plan, null);
    }

    /// <summary>The table is better made of the smaller part.</summary>
    private static IEnumerable<ChainSplit> ListOrders(ChainSplit split, GraphStatistics statistics)
    {
        if (!split.SeeksMany(statistics) || split.Swap() is not { } swapped)
            return [split];
        return RowEstimate.Of(split.Outer, statistics) * 4 < RowEstimate.Of(split.Inner, statistics) ? [swapped, split] : [split, swapped];
    }

    private static bool CanCount(ChainSplit split, HashSet<BoundVariable> above, GraphStore store) =>
        split.Above.IsEmpty
        && !split.InnerVariables.Any(above.Contains)
        && split.Conditions.All(IsCountable)
        && split.ComparesSides
        && (split.Conditions.Length <= 1 || AreBounds(split.Conditions))
        && (split.Distinct.IsEmpty || ExclusionPlans.CanExclude(split))
        && (split.Hub is null || !split.CanFail(store));

    private static bool IsCountable(BoundExpression condition) => condition is BoundComparison
    {
        Operator: ComparisonOperator.Less or ComparisonOperator.LessOrEqual or ComparisonOperator.Greater
            or ComparisonOperator.GreaterOrEqual or ComparisonOperator.NotEqual,
    };

    /// <summary>Two bounds of one value, as in <c>q.year >= p.year AND q.year &lt; p.year + 2</c>.</summary>
    private static bool AreBounds(ImmutableArray<BoundExpression> conditions) =>
        conditions is
        [
            BoundComparison { Operator: not ComparisonOperator.NotEqual, Right: BoundProperty { Target: BoundReference left } property },
            BoundComparison { Operator: not ComparisonOperator.NotEqual, Right: BoundProperty { Target: BoundReference right } other },
        ]
        && left.Variable == right.Variable && property.Key == other.Key;

    private static bool Pays(ChainSplit split, bool needsKeys, RewriteContext context)
    {
        if (split.Hub is null)
            return !IsSimple(split) && !(needsKeys && split.Keys.IsEmpty) && SeeksMany(split, context);
        if (IsSimple(split) || (needsKeys && split.Keys.Length == 1))
            return false;
        if (context.Outer is not null && split is { Keys.Length: 1, Conditions.IsEmpty: true })
            return false;
        if (context.Outer is null && split.Outer.SelfAndInputs().Any(step => step is ArgumentRows { Variables.IsEmpty: false }))
            return false;

        // The scan of the hub alone leaves nothing to cut off.
        if (context.Outer is null && split.Outer.SelfAndInputs().All(step => step is NodeScan or NodeLookUp or Filter or ArgumentRows))
            return false;

        return HubNodes.AreMetOften(split, FindLastMade(split), context);
    }

    private static bool SeeksMany(ChainSplit split, RewriteContext context) =>
        (context.Outer is null ? split : split with { Outer = split.Outer.OnTopOf(context.Outer) }).SeeksMany(context.Statistics);

    /// <summary>The last rows that are made where nothing is split; a last step that nobody asks anything of is only counted.</summary>
    private static PlanOperator FindLastMade(ChainSplit split) =>
        split is { Keys.Length: 1, Conditions.IsEmpty: true, Nested: Expand { Conditions.IsEmpty: true } last } ? last.Input : split.Nested;

    /// <summary>What counts itself row by row, without a table: one scan, or one step along one or two adjacencies.</summary>
    private static bool IsSimple(ChainSplit split) =>
        split.Conditions.IsEmpty && split.Distinct.IsEmpty && (split.Hub, split.InnerSteps) switch
        {
            (null, []) => split.Keys.IsEmpty,
            ({ }, [Expand { DistinctFrom.IsEmpty: true, Types: LabelName, Direction: not EdgeDirection.Both }]) => split.Keys.Length == 1,
            _ => false,
        };

    private static (PlanOperator Plan, BoundVariable? Weight) Count(
        ChainSplit split, HashSet<BoundVariable> above, bool needsKeys, RewriteContext context)
    {
        ImmutableArray<BoundComparison> comparisons = [.. split.Conditions.Cast<BoundComparison>()];
        var exclusions = ExclusionPlans.Create(split);
        var outerReads = split.Keys
            .Select(key => key.Outer)
            .Concat(comparisons.Select(comparison => comparison.Left))
            .SelectMany(ExpressionVariables.Of)
            .Concat(exclusions.SelectMany(step => step.SelfAndInputs()).SelectMany(ReadVariables.OfStep));
        var innerReads = split.Keys
            .Select(key => key.Inner)
            .Concat(comparisons.Select(comparison => comparison.Right))
            .SelectMany(ExpressionVariables.Of);
        var (outer, weight) = Reduce(split.Outer, [.. above, .. outerReads], needsKeys, context);
        var (inner, innerWeight) = Reduce(split.Inner, [.. innerReads], needsKeys, context);
        var count = new BoundVariable("rows", StaticType.Integer, isAnonymous: true);
        return (new CountMatches(outer, inner, split.Keys, comparisons, innerWeight, exclusions, count, weight), count);
    }
}
