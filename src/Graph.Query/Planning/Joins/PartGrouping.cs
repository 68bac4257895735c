using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>
/// Two sides of a node, <c>(p)-[r]->(o)&lt;-[s]-(q) RETURN p.country, sum(s.year - r.year)</c>, of which an aggregate reads few values: the
/// rows of one side are grouped by them first, so that equal ones meet the other side once, with their number.
/// </summary>
internal static class PartGrouping
{
    // To group and to join costs as much as several rows that are only made and read.
    private const double RowsPerGroup = 4;

    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => context.IsSubquery ? plan : plan.RewriteBottomUp(node =>
        node is Aggregate { Weight: null, Outer.IsEmpty: true } aggregate ? Group(aggregate, context) : node);

    private static Aggregate Group(Aggregate aggregate, RewriteContext context)
    {
        var chain = PlanChain.Of(aggregate.Input);
        if (chain.Base is not ArgumentRows { Variables.IsEmpty: true } || !aggregate.Grouping.Aggregates.All(WeightedAggregates.CanWeigh))
            return aggregate;

        var grouping = WeightedAggregates.CountRows(aggregate.Grouping, aggregate.Input);
        return ChainSplit.ListCuts(chain)
            .Select(index => ChainSplit.At(chain, index, context.Store))
            .OfType<ChainSplit>()
            .Where(split => CanGroup(split, context.Store))
            .SelectMany(split => ListSides(grouping, split, context))
            .Where(side => side.Rows * RowsPerGroup < side.Pairs)
            .MinBy(side => side.Rows)?.Group() ?? aggregate;
    }

    private static bool CanGroup(ChainSplit split, GraphStore store) =>
        split is { Hub: not null, Keys.Length: 1, Above.IsEmpty: true, Distinct.IsEmpty: true }
        && !split.CanFail(store)
        && split.Outer.SelfAndInputs().Any(step => step is Expand)
        && !split.Conditions.Any(condition => FailingConditions.CanFailAsCondition(condition, store));

    private static IEnumerable<Side> ListSides(BoundGrouping grouping, ChainSplit split, RewriteContext context)
    {
        var estimate = new RowEstimate(context.Statistics);
        var (outerRows, innerRows, pairs) = (estimate.Of(split.Outer), estimate.Of(split.Inner), estimate.Of(split.Nested));
        if (PartGroups.Create(grouping, split, split.Outer, [.. split.OuterVariables]) is { } outer)
        {
            yield return new Side(
                outerRows + (innerRows * outer.CountValues(context.Store)),
                pairs,
                () => outer.Aggregate(groups => PlanChain.Stack(Group(groups, context), split.InnerSteps)));
        }

        if (PartGroups.Create(grouping, split, split.Inner, [.. split.InnerVariables]) is { } inner)
        {
            yield return new Side(
                innerRows + (outerRows * inner.CountValues(context.Store)),
                pairs,
                () => inner.Aggregate(groups => new HashJoin(split.Outer, Group(groups, context), split.Keys)));
        }
    }

    /// <summary>A side that can be grouped.</summary>
    /// <param name="Rows">At most: its own, and those of the other side, each with as many groups as there are values.</param>
    /// <param name="Pairs">The rows of both sides where nothing is grouped.</param>
    private sealed record Side(double Rows, double Pairs, Func<Aggregate> Group);
}
