namespace Graph.Query.Planning;

/// <summary>
/// An optional part that reads nothing of the last steps before it is taken below them, where there are far fewer rows: what is optional to
/// an organization is found once for each of them, and not again for each of its members.
/// </summary>
internal static class OptionalFirst
{
    private const double FewerRows = 2;

    // Parts that draw random numbers would draw more often behind others.
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) => plan.SelfAndInputs().OfType<Chance>().Any()
        ? plan
        : plan.RewriteBottomUp(node => node is Optional optional ? Sink(optional, context) : node);

    private static PlanOperator Sink(Optional optional, RewriteContext context)
    {
        var read = optional.Inner.SelfAndInputs().OfType<ArgumentRows>().SelectMany(start => start.Variables).ToHashSet();

        // It may matter for which rows the part runs, also for those that the steps above would drop.
        if (read.Count == 0 || optional.Inner.SelfAndInputs().Any(step => FailingConditions.CanFail(step, context.Store)))
            return optional;

        PlanOperator? target = null;
        var least = context.EstimateRows(optional.Input) / FewerRows;
        for (var step = optional.Input; CanPass(step) && !step.Introduces.Any(read.Contains); step = step.Inputs[0])
        {
            var rows = context.EstimateRows(step.Inputs[0]);
            if (rows < least)
                (target, least) = (step.Inputs[0], rows);
        }

        return target is null ? optional : optional.Input.Replace(target, optional with { Input = target });
    }

    private static bool CanPass(PlanOperator step) => step is Expand or Filter or Optional;
}
