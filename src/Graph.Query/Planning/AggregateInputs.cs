using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>What is grouped and aggregated, computed by a step of its own where it is more than a variable or property.</summary>
internal static class AggregateInputs
{
    public static (PlanOperator Input, BoundGrouping Grouping) Compute(Aggregate aggregate)
    {
        var items = new List<BoundProjectionItem>();
        var grouping = new BoundGrouping(
            [.. aggregate.Grouping.Keys.Select(key => key with { Expression = Compute(key.Expression, items) })],
            [.. aggregate.Grouping.Aggregates.Select(item => item.Argument is null
                ? item
                : item with { Argument = Compute(item.Argument, items) })]);
        return items.Count == 0 ? (aggregate.Input, grouping) : (new Project(aggregate.Input, [.. items]), grouping);
    }

    private static BoundExpression Compute(BoundExpression expression, List<BoundProjectionItem> items)
    {
        if (expression is BoundReference or BoundConstant or BoundParameter or BoundProperty { Target: BoundReference })
            return expression;

        var variable = new BoundVariable("computed", expression.Type, isAnonymous: true);
        items.Add(new BoundProjectionItem(variable, expression));
        return new BoundReference(variable, expression.Span);
    }
}
