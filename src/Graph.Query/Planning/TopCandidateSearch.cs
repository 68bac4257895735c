using Graph.Query.Binding;
using Graph.Query.Functions;

namespace Graph.Query.Planning;

/// <summary>
/// Where the rows of a top come from fewer rows that already have its first keys, those that come behind the rows it has kept are dropped
/// before they are multiplied; the fewer rows are put in order first, so that the best come first.
/// </summary>
internal static class TopCandidateSearch
{
    // Fewer rows are made and sorted sooner than they are looked through.
    private const double FewestRows = 8192;
    private const double LeastGrowth = 4;

    // More rows are put in order only where far more are made of them.
    private const double GrowthOfSorted = 32;

    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        context.IsSubquery ? plan : plan.RewriteBottomUp(node => node is Top top ? Narrow(top, context) : node);

    private static Top Narrow(Top top, RewriteContext context)
    {
        var chain = Follow(top);
        if (chain.Count < 2)
            return top;

        var estimate = new RowEstimate(context.Statistics);
        var rows = chain.ConvertAll(link => estimate.Of(link.Plan));
        var fewest = Enumerable.Range(0, rows.Count).MinBy(index => rows[index]);
        if (!Pays(top, chain, rows[0], rows[fewest]))
            return top;

        var mark = new TopMark();
        var input = chain[^1].Plan;
        for (var i = chain.Count - 1; i >= 0; i--)
        {
            if (i < chain.Count - 1)
                input = chain[i].Plan.WithInputs(chain[i].Plan.Inputs.SetItem(0, input));
            if (i == fewest && rows[0] >= GrowthOfSorted * rows[i])
                input = new Sort(input, chain[i].Keys[..1], FindKept(top, chain.GetRange(0, i), input), [], IsRough: true);
            if (i > 0 && IsCostly(chain[i - 1].Plan))
                input = new TopCandidates(input, chain[i].Keys, mark);
        }

        return top with { Input = input, Sort = top.Sort with { Input = input }, Mark = mark };
    }

    /// <summary>Rows that are told apart on the way cost much each, even where there are no more of them above than below.</summary>
    private static bool Pays(Top top, List<KeyedPlan> chain, double rows, double fewest)
    {
        var least = chain.SkipLast(1).Any(link => link.Plan is Distinct) ? CountWanted(top) : Math.Max(fewest, CountWanted(top));
        return rows >= FewestRows && rows >= LeastGrowth * least;
    }

    /// <summary>How many rows are asked for; where only a run can tell, few.</summary>
    private static double CountWanted(Top top) => GetConstant(top.Limit) + GetConstant(top.Skip);

    private static double GetConstant(BoundExpression? expression) =>
        expression is BoundConstant { Value: { IsInteger: true } value } ? value.AsInteger() : 0;

    /// <summary>The plans from the top down whose rows have its first keys, each with as many of these as its rows have.</summary>
    private static List<KeyedPlan> Follow(Top top)
    {
        var chain = new List<KeyedPlan>();
        var (plan, keys) = (top.Input, TakeKeys(top.Sort.Items, top.Input));
        while (!keys.IsEmpty && chain.Count < LongPatterns.Steps)
        {
            chain.Add(new KeyedPlan(plan, keys));
            if (!PassesRows(plan))
                break;

            keys = TakeKeys(plan is Project project ? [.. keys.Select(key => Compute(key, project))] : keys, plan.Inputs[0]);
            plan = plan.Inputs[0];
        }

        return chain;
    }

    /// <summary>The first keys that can be computed from a plan's rows.</summary>
    private static ImmutableArray<BoundSortItem> TakeKeys(ImmutableArray<BoundSortItem> keys, PlanOperator plan)
    {
        var bound = plan.StepsOfRows().SelectMany(step => step.Introduces).ToHashSet();
        return
        [
            .. keys.TakeWhile(key =>
                !FailingConditions.CanFail(key.Expression)
                && ExpressionVariables.IsDeterministic(key.Expression)
                && ExpressionVariables.Of(key.Expression) is { Count: > 0 } read
                && bound.IsSupersetOf(read))
        ];
    }

    /// <summary>A key by what it was before it was projected.</summary>
    private static BoundSortItem Compute(BoundSortItem key, Project project) => key with
    {
        Expression = key.Expression switch
        {
            BoundReference reference => Compute(reference, project),
            BoundProperty { Target: BoundReference reference } property => property with { Target = Compute(reference, project) },
            var other => other,
        },
    };

    private static BoundExpression Compute(BoundReference reference, Project project) =>
        project.Items.FirstOrDefault(item => item.Variable == reference.Variable)?.Expression ?? reference;

    /// <summary>Whether each row comes from one row of the input, and nothing fails or changes when others are not there.</summary>
    private static bool PassesRows(PlanOperator step) =>
        step is Filter or Project or Distinct or Expand or MatchBoundEdge or VariableLengthExpand or Intersect or HashJoin or Optional
            or Unwind or BindPath or BindNulls
            or NodeScan { Input: not ArgumentRows } or NodeLookUp { Input: not ArgumentRows }
        && !Subquery.Of(step).Any()
        && !FailingConditions.CanFail(step, store: null);

    /// <summary>Whether a step has so much to do for a row that it is better dropped before.</summary>
    private static bool IsCostly(PlanOperator step) =>
        step is Distinct or Expand { IsInto: false } or VariableLengthExpand or Intersect or HashJoin or Optional or Unwind or NodeScan
            or NodeLookUp;

    /// <summary>The variables of a plan's rows that the steps above it read.</summary>
    private static ImmutableArray<BoundVariable> FindKept(Top top, List<KeyedPlan> above, PlanOperator plan)
    {
        var steps = above.ConvertAll(link => link.Plan);
        var inner = steps.SelectMany(step => step.Inputs.Skip(1)).SelectMany(input => input.SelfAndInputs());
        var read = steps.Concat(inner).Append(top).SelectMany(ReadVariables.OfStep).ToHashSet();
        read.UnionWith(above.SelectMany(link => link.Keys).SelectMany(key => ExpressionVariables.Of(key.Expression)));
        return [.. plan.StepsOfRows().SelectMany(step => step.Introduces).Distinct().Where(read.Contains)];
    }

    /// <param name="Keys">The first keys of the top, as many as the plan's rows have.</param>
    private readonly record struct KeyedPlan(PlanOperator Plan, ImmutableArray<BoundSortItem> Keys);
}
