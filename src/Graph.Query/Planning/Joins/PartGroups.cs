using Graph.Query.Binding;
using Graph.Query.Functions;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>One side of a node as groups: by the node, and by the values of this side that an aggregate above reads.</summary>
internal sealed class PartGroups
{
    private readonly ChainSplit split;
    private readonly PlanOperator part;
    private readonly BoundGrouping grouping;
    private readonly ImmutableArray<BoundExpression> conditions;
    private readonly ImmutableArray<BoundProjectionItem> values;

    /// <summary>How many rows a group has; null where nobody counts them.</summary>
    private readonly BoundVariable? weight;

    private PartGroups(
        ChainSplit split,
        PlanOperator part,
        BoundGrouping grouping,
        ImmutableArray<BoundExpression> conditions,
        ImmutableArray<BoundProjectionItem> values)
    {
        (this.split, this.part, this.grouping) = (split, part, grouping);
        (this.conditions, this.values) = (conditions, values);
        if (!grouping.Aggregates.All(DuplicateRows.IsIndifferent))
            weight = new BoundVariable("rows", StaticType.Integer, isAnonymous: true);
    }

    /// <summary>Null where the aggregate reads more of this side than values of properties.</summary>
    /// <param name="own">The variables that the part binds.</param>
    public static PartGroups? Create(BoundGrouping grouping, ChainSplit split, PlanOperator part, HashSet<BoundVariable> own)
    {
        var replacement = new PropertyReplacement(own);
        var above = grouping with
        {
            Keys = [.. grouping.Keys.Select(key => key with { Expression = replacement.Replace(key.Expression) })],
            Aggregates = [.. grouping.Aggregates.Select(aggregate => aggregate.Argument is null
                ? aggregate
                : aggregate with { Argument = replacement.Replace(aggregate.Argument) })],
        };
        ImmutableArray<BoundExpression> conditions = [.. split.Conditions.Select(replacement.Replace)];
        return replacement.IsComplete ? new PartGroups(split, part, above, conditions, replacement.Values) : null;
    }

    /// <summary>How many groups a node has at most.</summary>
    public double CountValues(GraphStore store) => values.Aggregate(
        1.0, (count, value) => count * ValueCounts.Of((BoundProperty)value.Expression, part, store));

    /// <summary>The aggregate over rows that stand for as many as their group has.</summary>
    /// <param name="meet">Lets the groups meet the rows of the other side.</param>
    public Aggregate Aggregate(Func<Aggregate, PlanOperator> meet)
    {
        var hub = new BoundProjectionItem(split.Hub!, new BoundReference(split.Hub!, default));
        var groups = new Aggregate(part, new BoundGrouping([hub, .. values], weight is null ? [] : [CountAs(weight)]), []);
        var rows = conditions.Aggregate(meet(groups), (plan, condition) => new Filter(plan, condition));
        return new Aggregate(rows, grouping, [], weight);
    }

    private static BoundAggregate CountAs(BoundVariable weight) =>
        new(weight, AggregateFunction.CountAll, Distinct: false, Argument: null, Parameter: null, default);
}
