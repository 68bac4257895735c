using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Functions;

namespace Graph.Query.Planning;

/// <summary>
/// Where steps that work row by row have much to do, the rows below them are dealt to all cores in chunks, which come together in the order
/// they were dealt in. Rows are dealt as far down as there are enough of them: those of a scan, or what a few starts lead to. Counts, sums
/// and extremes are taken in each chunk first, where groups are few; groups of the scanned node are complete in their chunk.
/// </summary>
internal static class ParallelScans
{
    private const int FewestRowsAValue = 8;

    public static PlanOperator Apply(PlanOperator plan, RewriteContext context)
    {
        if (context.IsSubquery)
            return plan;

        var dealt = plan.RewriteBottomUp(node => node switch
        {
            Aggregate { Outer.IsEmpty: true } aggregate => Deal(aggregate, context),
            Distinct distinct => Deal(distinct, context),
            Top or Sort => GatherInput(node, 0, context),
            SumExpand sum => GatherInput(sum, 0, context),
            HashJoin or CountMatches => GatherInput(node, 1, context),
            _ => node,
        });

        // Rows that nothing collects go to the caller, which reads all of them unless there is a LIMIT.
        return Dealing.Of(dealt, 0, context) is { } dealing ? new Gather(dealing.Apply(dealt)) : dealt;
    }

    private static PlanOperator GatherInput(PlanOperator plan, int input, RewriteContext context) =>
        Dealing.Of(plan.Inputs[input], 0, context) is { } dealing
            ? plan.WithInputs(plan.Inputs.SetItem(input, new Gather(dealing.Apply(plan.Inputs[input]))))
            : plan;

    /// <summary>Where a chunk has far fewer values than rows, most of these are dropped before the chunks come together.</summary>
    private static PlanOperator Deal(Distinct distinct, RewriteContext context) => Dealing.Of(distinct.Input, 1, context) switch
    {
        { } dealing when dealing.DealsBy(distinct.Columns, distinct.Input) => new Gather(dealing.Apply(distinct)),
        { } dealing when distinct.Input is Project project && HasFewValues(project, dealing, context) =>
            distinct with { Input = new Gather(distinct with { Input = dealing.Apply(project) }) },
        _ => GatherInput(distinct, 0, context),
    };

    private static bool HasFewValues(Project project, Dealing dealing, RewriteContext context) =>
        ValueCounts.Of(project.Items.Select(item => item.Expression), context.Store) * FewestRowsAValue <= dealing.RowsPerChunk;

    private static PlanOperator Deal(Aggregate aggregate, RewriteContext context)
    {
        var keys = aggregate.Grouping.Keys.Select(key => key.Expression).OfType<BoundReference>().Select(key => key.Variable);
        var inChunks = Dealing.Of(aggregate.Input, 1, context);
        if (inChunks is not null && inChunks.DealsBy(keys, aggregate.Input))
            return new Gather(inChunks.Apply(aggregate));

        var summable = new SummableIntegers(context.Store);
        if (aggregate.Grouping.Aggregates.All(item =>
                IsMergeable(item, summable, aggregate.Weight) || IsCountedInChunk(item, aggregate.Input, inChunks, context.Statistics))
            && AreFew(keys, aggregate.Input, inChunks?.RowsPerChunk ?? 0, context.Statistics))
            return inChunks is null ? aggregate : Merge(aggregate, inChunks);

        var (computed, grouping) = AggregateInputs.Compute(aggregate);
        return Dealing.Of(computed, 0, context) is { } dealing
            ? aggregate with { Input = new Gather(dealing.Apply(computed)), Grouping = grouping }
            : aggregate;
    }

    private static bool IsMergeable(BoundAggregate aggregate, SummableIntegers summable, BoundVariable? weight) =>
        !aggregate.Distinct && aggregate.Function switch
        {
            AggregateFunction.CountAll or AggregateFunction.Count or AggregateFunction.Minimum or AggregateFunction.Maximum => true,

            // Integers add up to the same in any order, where no part is too large; floats do not.
            AggregateFunction.Sum => weight is null && summable.Includes(aggregate.Argument!),
            AggregateFunction.Average => weight is null && summable.IncludesAsFloats(aggregate.Argument!),
            _ => false,
        };

    /// <summary>Whether what is told apart is the dealt node, or a value that no other has: no two chunks count the same.</summary>
    private static bool IsCountedInChunk(BoundAggregate aggregate, PlanOperator input, Dealing? dealing, GraphStatistics statistics)
    {
        var (node, key) = aggregate.Argument switch
        {
            BoundReference reference => (reference.Variable, null),
            BoundProperty { Target: BoundReference reference } property => (reference.Variable, property.Key),
            _ => ((BoundVariable?)null, (string?)null),
        };
        return aggregate is { Function: AggregateFunction.Count, Distinct: true }
            && node is not null
            && dealing?.DealsBy([node], input) == true
            && (key is null || statistics.IsUnique(key, KnownLabels.Of(input, node)));
    }

    /// <summary>
    /// Grouping each chunk pays where a group has many rows. Values are assumed to repeat; a node is mostly a group of its own, but where
    /// the label has few of them.
    /// </summary>
    private static bool AreFew(
        IEnumerable<BoundVariable> keys, PlanOperator input, int rowsPerChunk, GraphStatistics statistics) =>
        keys.Aggregate((double)FewestRowsAValue, (groups, key) => groups * CountNodes(key, input, statistics)) <= rowsPerChunk
            || !keys.Any();

    private static double CountNodes(BoundVariable key, PlanOperator input, GraphStatistics statistics) =>
        ElementGrouping.FindLabels(input, key) is { } labels ? statistics.GetNodes(labels.Expression).Count : double.PositiveInfinity;

    /// <summary>Aggregates each chunk, then its groups: numbers are summed, extremes compared again.</summary>
    private static PlanOperator Merge(Aggregate aggregate, Dealing dealing)
    {
        // A mean is two aggregates, which need not compute the same twice.
        var hasMeans = aggregate.Grouping.Aggregates.Any(item => item.Function == AggregateFunction.Average);
        var (input, computed) = hasMeans ? AggregateInputs.Compute(aggregate) : (aggregate.Input, aggregate.Grouping);
        var (grouping, means) = MeanParts.Split(computed);
        var parts = new BoundGrouping(
            [.. grouping.Keys.Select(key => key with { Variable = Copy(key.Variable) })],
            [.. grouping.Aggregates.Select(item => item with { Variable = Copy(item.Variable) })]);
        var merged = new BoundGrouping(
            [.. grouping.Keys.Zip(parts.Keys, (key, part) => key with { Expression = new BoundReference(part.Variable, default) })],
            [.. grouping.Aggregates.Zip(parts.Aggregates, MergeAggregate)]);
        var result = new Aggregate(new Gather(aggregate with { Input = dealing.Apply(input), Grouping = parts }), merged, []);
        return means.IsEmpty ? result : new Project(result, means);
    }

    private static BoundVariable Copy(BoundVariable variable) => new(variable.Name, variable.Type, isAnonymous: true);

    private static BoundAggregate MergeAggregate(BoundAggregate aggregate, BoundAggregate part) => aggregate with
    {
        Function = aggregate.Function is AggregateFunction.CountAll or AggregateFunction.Count ? AggregateFunction.Sum : aggregate.Function,
        Distinct = false,
        Argument = new BoundReference(part.Variable, default),
    };
}
