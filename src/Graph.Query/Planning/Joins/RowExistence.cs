namespace Graph.Query.Planning;

/// <summary>
/// Where only the existence of a row is asked for, the last step's rows need not be made: that a node has such edges is read off its
/// runs, type after type for all outer rows; and those of two nodes that meet are only counted.
/// </summary>
internal static class RowExistence
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        !context.RowsMatter && context.IsOnlyCounted && plan is Expand { DistinctFrom.IsEmpty: true } or Intersect or CountMatches
            ? RowCounting.CountSteps(plan, []).Plan
            : plan;
}
