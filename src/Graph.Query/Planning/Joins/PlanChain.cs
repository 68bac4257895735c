using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>Steps of a plan that work row by row, each on the one before, above a base that is left as it is.</summary>
/// <param name="Steps">The lowest first.</param>
internal sealed record PlanChain(PlanOperator Base, ImmutableArray<PlanOperator> Steps)
{
    public static PlanChain Of(PlanOperator plan)
    {
        var steps = new List<PlanOperator>();
        while (plan is NodeScan or NodeLookUp or Expand or VariableLengthExpand or Filter or BindPath
            or MatchBoundEdge)
        {
            steps.Add(plan);
            plan = plan.Inputs[0];
        }

        steps.Reverse();
        return new PlanChain(plan, [.. steps]);
    }

    /// <summary>The steps again, on another base.</summary>
    public static PlanOperator Stack(PlanOperator start, IEnumerable<PlanOperator> steps) =>
        steps.Aggregate(start, (input, step) => step.WithInputs([input]));
}
