using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>Moves each condition down to the step that binds the last of its variables.</summary>
internal static class FilterPushing
{
    public static PlanOperator Apply(PlanOperator plan) => plan.RewriteBottomUp(node => node is Filter filter ? Split(filter) : node);

    private static PlanOperator Split(Filter filter)
    {
        var conditions = ExpressionVariables.SplitConjunction(filter.Condition).ToList();
        if (conditions.Count > LongPatterns.Conditions)
            return filter;

        var plan = filter.Input;
        foreach (var condition in FailingConditions.PutLast(conditions))
            plan = ExpressionVariables.IsDeterministic(condition)
                ? Push(plan, condition, ExpressionVariables.Of(condition))
                : new Filter(plan, condition);
        return plan;
    }

    private static PlanOperator Push(PlanOperator plan, BoundExpression condition, IReadOnlySet<BoundVariable> variables)
    {
        // A filter lets others pass only if what they need lies deeper, so that conditions at one place keep their order.
        if (plan is Filter filter && CanPass(FindBelow(filter), variables))
            return filter with { Input = Push(filter.Input, condition, variables) };
        if (!CanPass(plan, variables))
            return new Filter(plan, condition);

        return plan.WithInputs(plan.Inputs.SetItem(0, Push(plan.Inputs[0], condition, variables)));
    }

    private static PlanOperator FindBelow(Filter filter)
    {
        PlanOperator plan = filter;
        while (plan is Filter next)
            plan = next.Input;
        return plan;
    }

    private static bool CanPass(PlanOperator plan, IReadOnlySet<BoundVariable> variables)
    {
        var isRowWise =
            plan is NodeScan or NodeLookUp or Expand or MatchBoundEdge or VariableLengthExpand or FindPaths or BindPath
                or Unwind or CallSubquery or Optional;
        return isRowWise && !plan.Introduces.Any(variables.Contains);
    }
}
