using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Planning;

/// <summary>Which aggregates can take a row once with the number of rows it stands for.</summary>
internal static class WeightedAggregates
{
    public static bool CanWeigh(BoundAggregate aggregate) => DuplicateRows.IsIndifferent(aggregate) || aggregate is
    {
        Distinct: false,
        Function: AggregateFunction.CountAll or AggregateFunction.Count or AggregateFunction.Sum or AggregateFunction.Average
            or AggregateFunction.StandardDeviation or AggregateFunction.StandardDeviationPopulation,
    };

    /// <summary>A count of something that a step of the pattern binds counts rows, as nothing there is null.</summary>
    public static BoundGrouping CountRows(BoundGrouping grouping, PlanOperator input)
    {
        var bound = PlanChain.Of(input).Steps.SelectMany(step => step.Introduces).ToHashSet();
        return grouping with { Aggregates = [.. grouping.Aggregates.Select(aggregate => CountRows(aggregate, bound))] };
    }

    private static BoundAggregate CountRows(BoundAggregate aggregate, HashSet<BoundVariable> bound) =>
        aggregate is { Function: AggregateFunction.Count, Distinct: false, Argument: BoundReference argument }
            && bound.Contains(argument.Variable)
            ? aggregate with { Function = AggregateFunction.CountAll, Argument = null }
            : aggregate;
}
