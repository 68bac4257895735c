using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Two sides of a node, <c>(a)-->(l)&lt;--(p) RETURN l, count(DISTINCT a), count(DISTINCT p)</c>, need no row for each pair where each
/// aggregate reads one side: each side's rows come once, with the number of rows of the other side that they go with.
/// </summary>
internal static class SideSplitting
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => plan.RewriteBottomUp(node =>
        node is Aggregate { Weight: null } aggregate ? Split(aggregate, context) ?? aggregate : node);

    private static PlanOperator? Split(Aggregate aggregate, RewriteContext context)
    {
        var chain = PlanChain.Of(aggregate.Input);
        if (!aggregate.Grouping.Aggregates.All(WeightedAggregates.CanWeigh) || chain.Base is not ArgumentRows { Variables.IsEmpty: true })
            return null;

        foreach (var index in ChainSplit.ListCuts(chain))
        {
            if (ChainSplit.At(chain, index, context.Store) is { Hub: { } hub } split
                && CanSplit(split, context.Store)
                && HubNodes.AreMetOften(split, split.Nested, context)
                && Split(aggregate, split, hub, context.Store) is { } sides)
                return sides;
        }

        return null;
    }

    private static bool CanSplit(ChainSplit split, GraphStore store) =>
        split.Above.IsEmpty
        && split.Distinct.IsEmpty
        && !split.CanFail(store)
        && !split.Keys.Any(key => FailingConditions.CanFail(key.Outer, store))
        && split.ComparesSides
        && (split.Conditions.IsEmpty
            || split.Conditions is
            [
                BoundComparison { Operator: not (ComparisonOperator.Equal or ComparisonOperator.FoldedEqual) } comparison
            ]
            && !FailingConditions.CanFail(comparison, store));

    private static PlanOperator? Split(Aggregate aggregate, ChainSplit split, BoundVariable hub, GraphStore store)
    {
        ImmutableArray<BoundVariable> inner = [.. split.InnerVariables.Distinct()];
        ImmutableArray<BoundVariable> outer =
        [
            .. split.Outer.SelfAndInputs().SelectMany(step => step.Introduces).Where(variable => variable != hub).Distinct()
        ];
        var keys = aggregate.Grouping.Keys.SelectMany(key => ExpressionVariables.Of(key.Expression)).ToHashSet();
        var sums = DividedSums.Of(aggregate, [outer, inner], store);
        var owners = sums.Aggregate.Grouping.Aggregates.Select(item => PartOwners.Find(item, [outer, inner])).ToArray();

        // With one side read there is nothing to split: the other one is only counted.
        if (keys.Any(variable => variable != hub) || owners.Contains(null) || !owners.Contains(0) || !owners.Contains(1))
            return null;

        var weight = new BoundVariable("rows", StaticType.Integer, isAnonymous: true);
        var union = new PartUnion(sums.Aggregate, [.. owners.Select(owner => owner!.Value)], weight).Create(
        [
            new AggregatePart(Count(split.Outer, split.Inner, split.Keys, [.. split.Conditions.Cast<BoundComparison>()], weight), outer),
            new AggregatePart(Count(
                split.Inner,
                split.Outer,
                [.. split.Keys.Select(key => new JoinKey(key.Inner, key.Outer))],
                [.. split.Conditions.Cast<BoundComparison>().Select(Mirror)],
                weight), inner),
        ]);
        return sums.PutTogether(union);
    }

    private static CountMatches Count(
        PlanOperator side,
        PlanOperator other,
        ImmutableArray<JoinKey> keys,
        ImmutableArray<BoundComparison> comparisons,
        BoundVariable weight)
    {
        var read = keys
            .Select(key => key.Inner)
            .Concat(comparisons.Select(comparison => comparison.Right))
            .SelectMany(ExpressionVariables.Of);
        var (inner, innerWeight) = RowCounting.CountSteps(other, [.. read]);
        return new CountMatches(side, inner, keys, comparisons, innerWeight, [], weight, Weight: null);
    }

    private static BoundComparison Mirror(BoundComparison comparison) =>
        comparison with { Operator = comparison.Operator.Mirror(), Left = comparison.Right, Right = comparison.Left };
}
