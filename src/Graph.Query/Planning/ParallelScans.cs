using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Functions;
using Graph.Query.Selection;

namespace Graph.Query.Planning;

/// <summary>
/// The rows of a large scan are dealt to all cores in chunks, where every step works row by row up to one that needs all rows anyway; the
/// chunks come together in the order of the scan. Counts and extremes are taken in each chunk first, where groups are few.
/// </summary>
internal static class ParallelScans
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        context.IsSubquery ? plan : plan.RewriteBottomUp(node => node switch
        {
            Aggregate { Outer.IsEmpty: true } aggregate => Deal(aggregate, context),
            Top or Sort when Scatter(node.Inputs[0], context) is { } scattered && scattered is not Planning.Scatter =>
                node.WithInputs([new Gather(scattered)]),
            SumExpand sum when Scatter(sum.Input, context) is { } scattered && scattered is not Planning.Scatter => sum with { Input = new Gather(scattered) },
            HashJoin or CountMatches when Scatter(node.Inputs[1], context) is { } scattered && scattered is not Planning.Scatter =>
                node.WithInputs(node.Inputs.SetItem(1, new Gather(scattered))),
            _ => node,
        });

    private static PlanOperator Deal(Aggregate aggregate, RewriteContext context)
    {
        if (Scatter(aggregate.Input, context) is not { } scattered)
            return aggregate;
        if (aggregate.Grouping.Aggregates.All(IsMergeable) && aggregate.Grouping.Keys.All(key => IsFew(key.Expression)))
            return Merge(aggregate with { Input = scattered });
        return scattered is Planning.Scatter ? aggregate : aggregate with { Input = new Gather(scattered) };
    }

    /// <summary>The plan with its rows dealt out right above the scan; null where something is in the way, or the scan is small.</summary>
    private static PlanOperator? Scatter(PlanOperator plan, RewriteContext context) => plan switch
    {
        NodeScan { Input: ArgumentRows } scan =>
            LabelEvaluation.GetNodes(context.Store, scan.Labels).Count >= context.LeastParallelRows ? new Scatter(scan) : null,
        EdgeScan { Input: ArgumentRows } scan => scan.Tables.Sum(table => (long)table.Count) >= context.LeastParallelRows ? new Scatter(scan) : null,
        Filter or Project or Expand or Intersect or CountRows or BindPath or HashJoin or CountMatches when ReadVariables.GetExpressions(plan).All(ExpressionVariables.IsDeterministic) =>
            Scatter(plan.Inputs[0], context) is { } scattered ? plan.WithInputs(plan.Inputs.SetItem(0, scattered)) : null,
        _ => null,
    };

    private static bool IsMergeable(BoundAggregate aggregate) =>
        !aggregate.Distinct && aggregate.Function is AggregateFunction.CountAll or AggregateFunction.Count or AggregateFunction.Minimum or AggregateFunction.Maximum;

    /// <summary>Grouping each chunk pays where a group has many rows; a node is mostly a group of its own.</summary>
    private static bool IsFew(BoundExpression key) => key is not BoundReference;

    /// <summary>Aggregates each chunk, then its groups: numbers are summed, extremes compared again.</summary>
    private static Aggregate Merge(Aggregate aggregate)
    {
        var grouping = aggregate.Grouping;
        var parts = new BoundGrouping(
            [.. grouping.Keys.Select(key => key with { Variable = Copy(key.Variable) })],
            [.. grouping.Aggregates.Select(item => item with { Variable = Copy(item.Variable) })]);
        var merged = new BoundGrouping(
            [.. grouping.Keys.Zip(parts.Keys, (key, part) => key with { Expression = new BoundReference(part.Variable, default) })],
            [.. grouping.Aggregates.Zip(parts.Aggregates, MergeAggregate)]);
        return new Aggregate(new Gather(aggregate with { Grouping = parts }), merged, []);
    }

    private static BoundVariable Copy(BoundVariable variable) => new(variable.Name, variable.Type, isAnonymous: true);

    private static BoundAggregate MergeAggregate(BoundAggregate aggregate, BoundAggregate part) => aggregate with
    {
        Function = aggregate.Function is AggregateFunction.CountAll or AggregateFunction.Count ? AggregateFunction.Sum : aggregate.Function,
        Argument = new BoundReference(part.Variable, default),
    };
}
