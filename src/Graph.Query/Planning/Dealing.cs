using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>Where the rows of a plan are dealt to all cores: below some steps that work row by row, which have enough to do.</summary>
/// <param name="Below">Whose rows are dealt; a <see cref="Gather"/> whose chunks go on through the steps above it, before they come
/// together.</param>
internal sealed record Dealing(PlanOperator Below, int RowsPerChunk)
{
    // A source of fewer rows leaves one core with most of the work; one that deals more of them at a time does so, too.
    private const int FewestRowsShare = 1024;
    private const int ChunkShare = 4;

    /// <summary>How many steps a path search or walk is assumed to take for a row, and a subquery rows to look through.</summary>
    private const double WorkOfSearch = 1024;
    private const double WorkOfSubquery = 16;

    /// <summary>A longer plan is not looked through, as every estimate looks through all below it.</summary>
    private const int MostSteps = 64;

    /// <summary>The node of which each row of a chunk has one that no row of another chunk has; null where there is none.</summary>
    private BoundVariable? Node => Source switch
    {
        NodeScan { Input: ArgumentRows } scan => scan.Node,
        NodeLookUp { Input: ArgumentRows } lookUp => lookUp.Node,
        _ => null,
    };

    /// <summary>Whether one of some variables holds the dealt node, so that what is grouped by them is complete in its chunk.</summary>
    /// <param name="plan">Of which the rows are grouped.</param>
    public bool DealsBy(IEnumerable<BoundVariable> variables, PlanOperator plan) =>
        Node is { } node && variables.Any(variable => FindOrigin(variable, plan) == node);

    /// <summary>The variable whose value another one was given on the way, in whatever columns.</summary>
    private BoundVariable? FindOrigin(BoundVariable? variable, PlanOperator plan)
    {
        for (var step = plan; variable is not null && step != Source; step = step.Inputs[0])
        {
            ImmutableArray<BoundProjectionItem> items = step switch
            {
                Project project => project.Items,
                Aggregate aggregate => aggregate.Grouping.Keys,
                _ => [],
            };
            if (items.FirstOrDefault(item => item.Variable == variable) is { } item)
                variable = (item.Expression as BoundReference)?.Variable;
        }

        return variable;
    }

    private PlanOperator Source => Below is Gather gather ? FindScatter(gather).Input : Below;

    public PlanOperator Apply(PlanOperator plan) =>
        plan.Replace(Below, Below is Gather gather ? gather.Input : new Scatter(Below, RowsPerChunk));

    private static Scatter FindScatter(PlanOperator plan) => plan as Scatter ?? FindScatter(plan.Inputs[0]);

    /// <param name="workAbove">What is done above the plan for each of its rows.</param>
    /// <returns>Null where a plan is not worth it, or nothing in it works row by row.</returns>
    public static Dealing? Of(PlanOperator plan, double workAbove, RewriteContext context)
    {
        var steps = new List<PlanOperator>();
        for (var step = plan; steps.Count <= MostSteps; step = step.Inputs[0])
        {
            steps.Add(step);
            if (!WorksByRow(step))
                break;
        }

        if (steps[^1] is Gather gather)
            return new Dealing(gather, FindScatter(gather).RowsPerChunk);
        if (steps[^1] is ArgumentRows)
            steps.RemoveAt(steps.Count - 1);
        if (steps.Count > MostSteps)
            return null;

        var estimate = new RowEstimate(context.Statistics);
        var rows = steps.ConvertAll(estimate.Of);
        var work = workAbove * rows.FirstOrDefault();
        Dealing? best = null;
        for (var i = 0; i < steps.Count; i++)
        {
            if (rows[i] >= Math.Max(1.0, context.LeastParallelRows / FewestRowsShare) && work >= context.LeastParallelRows)
                best = new Dealing(steps[i], GetRowsPerChunk(rows[i], work, context.LeastParallelRows));
            work += EstimateWork(steps[i], rows[i], i + 1 < rows.Count ? rows[i + 1] : 1);
        }

        return best;
    }

    private static int GetRowsPerChunk(double rows, double work, long leastParallelRows) =>
        (int)Math.Clamp(Math.Ceiling(rows * Math.Max(1, leastParallelRows / ChunkShare) / work), 1, int.MaxValue);

    private static double EstimateWork(PlanOperator step, double rows, double inputRows) => Math.Max(rows, inputRows) + (step switch
    {
        FindPaths or VariableLengthExpand or ReachExpand => inputRows * WorkOfSearch,
        _ when Subquery.Of(step).Any() => inputRows * WorkOfSubquery,
        _ => 0,
    });

    /// <summary>Whether each of a step's rows comes from one row of its input, whichever others there are.</summary>
    private static bool WorksByRow(PlanOperator step) =>
        step is Filter or Project or Expand or MatchBoundEdge or VariableLengthExpand or ReachExpand { IsTogether: false } or FindPaths
            or Intersect or CountRows or CountOptional or BindNulls or BindPath or HashJoin or CountMatches or Optional or Unwind
                or CallSubquery
            or NodeScan { Input: not ArgumentRows } or NodeLookUp { Input: not ArgumentRows };
}
