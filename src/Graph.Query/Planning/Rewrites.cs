using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>A change of a plan that keeps the bag of rows.</summary>
/// <param name="Name">As EXPLAIN and the tests call it.</param>
internal sealed record Rewrite(string Name, Func<PlanOperator, RewriteContext, PlanOperator> Apply);

/// <param name="Outputs">The variables that the plan's caller reads.</param>
internal sealed record RewriteContext(GraphStore Store, GraphStatistics Statistics, ImmutableArray<BoundVariable> Outputs);

/// <summary>Every rewrite, in the order they run.</summary>
internal static class Rewrites
{
    /// <summary>MATCH starts at the cheapest node and takes the cheapest step first, instead of going by the text.</summary>
    public const string ExpansionOrder = "expansion-order";

    /// <summary>Edges that cannot be the same, as their types differ, are not compared.</summary>
    public const string DisjointTypes = "disjoint-types";

    public static readonly ImmutableArray<Rewrite> All =
    [
        // Conditions come to stand right above the step that binds their last variable, where the others look for them.
        new("push-filters", (plan, _) => FilterPushing.Apply(plan)),
        new("seek-nodes", NodeSeeking.Apply),

        // SKIP and LIMIT stand directly above their sort only before anything else was put between.
        new("top-rows", (plan, _) => TopRows.Apply(plan)),
    ];

    /// <summary>Rebuilds a plan from its leaves up.</summary>
    public static PlanOperator BottomUp(PlanOperator plan, Func<PlanOperator, PlanOperator> rewrite)
    {
        if (plan.Inputs.IsEmpty)
            return rewrite(plan);
        return rewrite(plan.WithInputs([.. plan.Inputs.Select(input => BottomUp(input, rewrite))]));
    }
}
