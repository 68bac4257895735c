using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>A change of a plan that keeps the bag of rows.</summary>
/// <param name="Name">As EXPLAIN and the tests call it.</param>
internal sealed record Rewrite(string Name, Func<PlanOperator, RewriteContext, PlanOperator> Apply);

/// <param name="Outputs">The variables that the plan's caller reads.</param>
/// <param name="RowsMatter">The caller counts rows; false where it asks only whether there are any, as EXISTS does.</param>
/// <param name="IsSubquery">The plan runs for many outer rows at once, so each of its rows must keep its own.</param>
/// <param name="Outer">The plan of the outer rows that a subquery runs for; null for a query.</param>
/// <param name="Estimate">What is known already of the rows of steps, those of the outer rows too.</param>
/// <param name="LeastParallelRows">A scan of fewer rows is not worth a second core.</param>
internal sealed record RewriteContext(
    GraphStore Store,
    GraphStatistics Statistics,
    ImmutableArray<BoundVariable> Outputs,
    bool RowsMatter,
    bool IsSubquery,
    PlanOperator? Outer,
    RowEstimate Estimate,
    long LeastParallelRows)
{
    /// <summary>Nothing is asked of the rows of a subquery but how many there are, or whether there are any.</summary>
    public bool IsOnlyCounted => IsSubquery && Outputs.IsEmpty;

    /// <summary>How many rows a plan is assumed to make, for all outer rows together.</summary>
    public double EstimateRows(PlanOperator plan) => Estimate.Of(Outer is null ? plan : plan.OnTopOf(Outer));
}

/// <summary>Every rewrite, in the order they run.</summary>
internal static class Rewrites
{
    /// <summary>MATCH starts at the cheapest node and takes the cheapest step first, instead of going by the text.</summary>
    public const string ExpansionOrder = "expansion-order";

    /// <summary>Edges that cannot be the same, as their types differ, are not compared.</summary>
    public const string DisjointTypes = "disjoint-types";

    /// <summary>MATCHes that follow each other are planned as one, so that the cheapest node of all is where they start.</summary>
    public const string MergedMatches = "merge-matches";

    public static readonly ImmutableArray<Rewrite> All =
    [
        // Conditions come to stand right above the step that binds their last variable, where the others look for them.
        new("push-filters", (plan, _) => FilterPushing.Apply(plan)),

        // Before anything changes how often a row is made, or a value is drawn for it.
        new("chance-apart", (plan, _) => ChanceSteps.Apply(plan)),

        new("walk-conditions", (plan, _) => WalkConditions.Apply(plan)),
        new("merge-equals", (plan, _) => MembershipMerging.Apply(plan)),
        new("seek-nodes", NodeSeeking.Apply),

        // Before the pattern is taken apart, as each part then knows less of the others.
        new("impossible-patterns", ImpossiblePatterns.Apply),
        new("disjoint-ends", DisjointEnds.Apply),
        new("count-matches", MatchCounting.Apply),
        new("group-parts", PartGrouping.Apply),
        new("join-parts", PartJoining.Apply),

        new("distinct-nodes", DistinctNodes.Apply),

        // Where no sort is left between, rows can be counted further down.
        new("unseen-order", UnseenOrder.Apply),

        // Groups by node come first, as degrees are counted by node.
        new("group-by-node", ElementGrouping.Apply),
        new("count-degrees", DegreeCounting.Apply),
        new("scan-edges", EdgeScanning.Apply),
        new("split-branches", BranchSplitting.Apply),
        new("split-sides", SideSplitting.Apply),

        new("reach-nodes", Reachability.Apply),

        // A walk that became a search can take all its starts at once.
        new("reach-together", JointReachability.Apply),
        new("reached-once", ReachedOnce.Apply),
        new("intersect-cycles", (plan, _) => CycleClosing.Apply(plan)),

        // Behind all that looks for conditions above a step, and before rows are counted.
        new("choose-targets", TargetConditions.Apply),

        new("measure-paths", PathMeasuring.Apply),

        // What is counted last has its final form by now.
        new("count-rows", RowCounting.Apply),
        new("exists-rows", RowExistence.Apply),

        // Whatever counts has its number by now, and can take up another.
        new("sum-by-node", NodeSumming.Apply),

        // What is left of the first step is not counted or summed.
        new("filter-edges", EdgeFiltering.Apply),

        // Behind all that counts the rows of steps.
        new("distinct-steps", DistinctSteps.Apply),

        // An optional part that is left makes rows.
        new("optional-first", OptionalFirst.Apply),

        // SKIP and LIMIT stand directly above their sort only before anything else was put between.
        new("top-rows", (plan, _) => TopRows.Apply(plan)),
        new("top-candidates", TopCandidateSearch.Apply),

        // Splits what is left between the cores, so it must know every step.
        new("parallel-scans", ParallelScans.Apply),
    ];
}
