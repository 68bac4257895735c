using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Where only the ends of walks matter, and each but once, the walks need not be enumerated: a node that a walk of up to n edges reaches
/// is reached by one without a repeated edge, so a breadth-first search finds the same nodes. This holds for directed steps from length
/// 0 or 1 on; an undirected walk may return to its start by the edge it left by.
/// </summary>
internal static class Reachability
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context)
    {
        var indifferent = DuplicateRows.FindIndifferent(plan, context.RowsMatter);
        var read = ReadVariables.Of(plan, context.Outputs);
        return plan.RewriteTopDown(node => indifferent.Contains(node) && node is VariableLengthExpand expand && Applies(expand, read)
            ? new ReachExpand(expand.Input, expand.From, expand.Walk, expand.IsReversed, expand.To, expand.Targets, IsTogether: false)
            : null);
    }

    private static bool Applies(VariableLengthExpand expand, IReadOnlySet<BoundVariable> read) =>
        expand is { IsInto: false, DistinctFrom.IsEmpty: true, Walk: { IsBound: false, Minimum: <= 1, Direction: not EdgeDirection.Both } }
        && !read.Contains(expand.Walk.Variable);
}
