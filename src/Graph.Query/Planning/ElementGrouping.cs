using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Groups by a property that no two nodes share are groups by the node itself; its properties are read once a group, and only where
/// somebody asks for them.
/// </summary>
internal static class ElementGrouping
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => plan.RewriteBottomUp(node => Group(node, context));

    private static PlanOperator Group(PlanOperator plan, RewriteContext context)
    {
        if (plan is not Aggregate { Grouping.Keys: { IsEmpty: false } keys } aggregate)
            return plan;

        var groups = FindNodes(aggregate, context.Statistics)
            .ToDictionary(node => node, node => new BoundVariable(node.Name, node.Type, isAnonymous: true));
        var read = keys.Where(key => GetNode(key.Expression) is { } node && groups.ContainsKey(node)).ToList();
        if (read.Count == 0)
            return plan;

        var grouping = aggregate.Grouping with
        {
            Keys =
            [
                .. groups.Select(group => new BoundProjectionItem(group.Value, new BoundReference(group.Key, default))),
                .. keys.Except(read),
            ]
        };
        var items = read.Select(key => key with
        {
            Expression = (BoundProperty)key.Expression with { Target = new BoundReference(groups[GetNode(key.Expression)!], default) },
        });
        return new Project(aggregate with { Grouping = grouping }, [.. items]);
    }

    /// <summary>The nodes of which a key tells all from each other.</summary>
    public static IEnumerable<BoundVariable> FindNodes(Aggregate aggregate, GraphStatistics statistics) =>
        aggregate.Grouping.Keys
            .Select(key => key.Expression)
            .OfType<BoundProperty>()
            .Where(key => GetNode(key) is { } node
                && FindLabels(aggregate.Input, node) is { } labels
                && statistics.IsUnique(key.Key, labels.Expression))
            .Select(key => GetNode(key)!)
            .Distinct();

    private static BoundVariable? GetNode(BoundExpression key) =>
        key is BoundProperty { Target: BoundReference { Variable.Type.Kind: TypeKind.Node } reference } ? reference.Variable : null;

    /// <summary>The labels that the step which binds a node demands of it; null where no step below does.</summary>
    public static (LabelExpression? Expression, bool IsFound)? FindLabels(PlanOperator plan, BoundVariable node)
    {
        foreach (var step in plan.SelfAndInputs())
        {
            switch (step)
            {
                case NodeScan scan when scan.Node == node:
                    return (scan.Labels, true);
                case NodeLookUp lookUp when lookUp.Node == node:
                    return (lookUp.Labels, true);
                case Expand { IsInto: false } expand when expand.To == node:
                    return (expand.Targets, true);
                case VariableLengthExpand { IsInto: false } expand when expand.To == node:
                    return (expand.Targets, true);
            }
        }

        return null;
    }
}
