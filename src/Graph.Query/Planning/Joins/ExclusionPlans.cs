using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Where a step of the inner part must take another edge than steps of the outer part, its rows are counted as if it need not, and the
/// rows of each such edge, which are few, are taken off again.
/// </summary>
internal static class ExclusionPlans
{
    /// <summary>One step only is concerned, the first of its part, so that its edge tells both its nodes.</summary>
    public static bool CanExclude(ChainSplit split)
    {
        var first = split.InnerSteps.First(step => step is not Filter);
        return first is Expand expand
            && split.Distinct.All(pair => pair.Inner == expand.Edge)
            && (split.Hub is not null || split.InnerScan is NodeScan);
    }

    public static ImmutableArray<PlanOperator> Create(ChainSplit split) => [.. split.Distinct.Select(pair => Create(split, pair.Outer))];

    private static PlanOperator Create(ChainSplit split, BoundVariable edge)
    {
        var step = split.InnerSteps.OfType<Expand>().First();
        PlanOperator plan = new Project(
            new ArgumentRows([.. ReadVariables.OfStep(step).Append(edge).Distinct()]),
            [new BoundProjectionItem(step.Edge, new BoundReference(edge, default))]);
        plan = new MatchBoundEdge(
            plan, step.From, split.Hub is not null, step.Edge, step.Direction, step.Types, step.To, IsToBound: false, []);
        plan = Test(plan, step.To, step.Targets);
        if (split.Hub is null)
            plan = Test(plan, step.From, ((NodeScan)split.InnerScan).Labels);
        plan = PlanChain.Stack(plan, split.InnerSteps.Where(other => !ReferenceEquals(other, step)));
        foreach (var key in split.Keys.Where(key => key.Outer is not BoundReference reference || reference.Variable != split.Hub))
            plan = new Filter(plan, new BoundComparison(ComparisonOperator.Equal, key.Outer, key.Inner, default));
        foreach (var condition in split.Conditions)
            plan = new Filter(plan, condition);
        return plan;
    }

    private static PlanOperator Test(PlanOperator plan, BoundVariable node, LabelExpression? labels) =>
        labels is null ? plan : new Filter(plan, new BoundLabelTest(new BoundReference(node, default), labels, default));
}
