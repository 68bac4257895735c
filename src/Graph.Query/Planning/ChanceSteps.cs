using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>
/// A random number is drawn for each row, so the rows that reach it must be those the text asks for: none counted instead of made, none
/// merged with another. Steps that draw one are set apart as steps of a kind that no other rewrite looks into.
/// </summary>
internal static class ChanceSteps
{
    public static PlanOperator Apply(PlanOperator plan) => plan.RewriteBottomUp(node => node switch
    {
        Filter or Project or Unwind or VariableLengthExpand or FindPaths when Draws(node) => new Chance((UnaryPlanOperator)node),
        Aggregate aggregate when Draws(aggregate) => DrawBelow(aggregate),
        _ => node,
    });

    private static bool Draws(PlanOperator step) => !ReadVariables.GetExpressions(step).All(ExpressionVariables.IsDeterministic);

    private static Aggregate DrawBelow(Aggregate aggregate)
    {
        var (computed, grouping) = AggregateInputs.Compute(aggregate);
        return aggregate with { Input = new Chance((UnaryPlanOperator)computed), Grouping = grouping };
    }
}
