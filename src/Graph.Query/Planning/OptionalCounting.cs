using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Planning;

/// <summary>
/// What an optional part finds last and an aggregate only counts, <c>OPTIONAL MATCH (q)-[s]->() .. count(s)</c>, is counted for each row
/// before it, and the numbers are added up.
/// </summary>
internal static class OptionalCounting
{
    public static Aggregate Count(Aggregate aggregate, Optional optional)
    {
        var grouping = aggregate.Grouping;
        var (counts, others) = (grouping.Aggregates.Where(IsCount).ToList(), grouping.Aggregates.Where(item => !IsCount(item)).ToList());
        if (counts.Count == 0 || !others.TrueForAll(DuplicateRows.IsIndifferent))
            return aggregate;

        var rest = aggregate with { Grouping = grouping with { Aggregates = [.. others] } };
        var (inner, weight) = RowCounting.CountSteps(optional.Inner, [.. ReadVariables.OfStep(rest)]);
        if (weight is null)
            return aggregate;

        var kept = inner.StepsOfRows().SelectMany(step => step.Introduces).Intersect(optional.Variables).ToList();
        var counted = optional.Variables.Except(kept).ToHashSet();
        return counts.TrueForAll(count => counted.Contains(((BoundReference)count.Argument!).Variable))
            ? aggregate with
            {
                Input = optional with { Inner = inner, Variables = [.. kept, weight] },
                Grouping = grouping with { Aggregates = [.. grouping.Aggregates.Select(item => IsCount(item) ? Add(item, weight) : item)] },
            }
            : aggregate;
    }

    private static bool IsCount(BoundAggregate aggregate) =>
        aggregate is { Function: AggregateFunction.Count, Distinct: false, Argument: BoundReference };

    /// <summary>There is no number where nothing was found, and nothing is added.</summary>
    private static BoundAggregate Add(BoundAggregate aggregate, BoundVariable weight) => aggregate with
    {
        Function = AggregateFunction.Sum,
        Argument = new BoundReference(weight, aggregate.Span),
    };
}
