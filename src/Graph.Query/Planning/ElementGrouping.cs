using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>
/// Groups by properties of one node, one of which no two nodes share, are groups by the node itself; the properties are read once a
/// group, and only where somebody asks for them.
/// </summary>
internal static class ElementGrouping
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => plan.RewriteBottomUp(node => Group(node, context));

    private static PlanOperator Group(PlanOperator plan, RewriteContext context)
    {
        if (plan is not Aggregate { Grouping.Keys: { IsEmpty: false } keys } aggregate || GetNode(keys[0].Expression) is not { } node)
            return plan;
        if (!keys.All(key => key.Expression is BoundProperty && GetNode(key.Expression) == node)
            || FindLabels(aggregate.Input, node) is not { } labels)
            return plan;
        if (!keys.Any(key => context.Statistics.IsUnique(((BoundProperty)key.Expression).Key, labels.Expression)))
            return plan;

        var group = new BoundVariable(node.Name, node.Type, isAnonymous: true);
        var grouping = aggregate.Grouping with { Keys = [new BoundProjectionItem(group, new BoundReference(node, default))] };
        var items = keys.Select(key =>
            key with { Expression = (BoundProperty)key.Expression with { Target = new BoundReference(group, default) } });
        return new Project(aggregate with { Grouping = grouping }, [.. items]);
    }

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
