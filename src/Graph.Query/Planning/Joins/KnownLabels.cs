using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>What the steps of a plan demand of the labels of a node.</summary>
internal static class KnownLabels
{
    /// <summary>All labels that the node has in every row; null where none is sure.</summary>
    public static LabelExpression? Of(PlanOperator plan, BoundVariable node)
    {
        var found = new List<LabelExpression>();
        Collect(plan, node, found);
        return found switch
        {
            [] => null,
            [var only] => only,
            _ => new LabelAnd([.. found]),
        };
    }

    private static void Collect(PlanOperator plan, BoundVariable node, List<LabelExpression> found)
    {
        var labels = plan switch
        {
            NodeScan scan when scan.Node == node => scan.Labels,
            NodeLookUp lookUp when lookUp.Node == node => lookUp.Labels,
            Expand { IsInto: false } expand when expand.To == node => expand.Targets,
            VariableLengthExpand { IsInto: false } expand when expand.To == node => expand.Targets,
            Filter { Condition: BoundLabelTest { Target: BoundReference reference } test } when reference.Variable == node => test.Labels,
            _ => null,
        };
        if (labels is not null)
            found.Add(labels);

        // Only the steps that every row passes: what is matched optionally, or in a part of a UNION, is not sure.
        var passes = plan is UnaryPlanOperator and not (Aggregate or CallProcedure);
        if (passes || plan is Optional)
            Collect(plan.Inputs[0], node, found);
        if (plan is HashJoin join)
        {
            Collect(join.Input, node, found);
            Collect(join.Inner, node, found);
        }
    }
}
