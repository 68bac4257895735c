using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Planning;

/// <summary>
/// Rows are not sorted for an aggregate that is the same in any order; nor where some of them are left out first, if the rest is only
/// counted.
/// </summary>
internal static class UnseenOrder
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context)
    {
        var summable = new SummableIntegers(context.Store);
        return plan.RewriteBottomUp(node => node is Aggregate { Grouping.Keys.IsEmpty: true } aggregate
            && aggregate.Grouping.Aggregates.All(item => IsSameInAnyOrder(item, summable))
                ? aggregate with { Input = DropSort(aggregate.Input, aggregate.Grouping.Aggregates.All(CountsRows)) }
                : node);
    }

    private static bool CountsRows(BoundAggregate aggregate) => aggregate.Function == AggregateFunction.CountAll;

    private static bool IsSameInAnyOrder(BoundAggregate aggregate, SummableIntegers summable) => aggregate.Function switch
    {
        AggregateFunction.CountAll or AggregateFunction.Count => true,
        AggregateFunction.Sum => summable.Includes(aggregate.Argument!),
        _ => false,
    };

    /// <param name="areOnlyCounted">It does not matter which rows come, only how many.</param>
    private static PlanOperator DropSort(PlanOperator plan, bool areOnlyCounted) => plan switch
    {
        Sort sort when !sort.Items.Any(item => FailingConditions.CanFail(item.Expression)) => sort.Input,
        Skip or Limit when areOnlyCounted => plan.MapInputs(input => DropSort(input, areOnlyCounted)),
        Filter or Project => plan.MapInputs(input => DropSort(input, areOnlyCounted: false)),
        _ => plan,
    };
}
