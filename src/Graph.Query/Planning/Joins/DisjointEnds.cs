using Graph.Query.Binding;
using Graph.Query.Execution;
using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Edges whose ends cannot be the same nodes need not be told apart: in <c>(:Person)-->(:Organization)-->(:Place)</c> an edge that leaves
/// a person is none that leaves an organization.
/// </summary>
internal static class DisjointEnds
{
    public static PlanOperator Apply(PlanOperator plan, RewriteContext context) =>
        plan.RewriteBottomUp(node => node is Expand { DistinctFrom.Length: > 0 and <= LongPatterns.Steps } expand
        ? expand with
        {
            DistinctFrom =
            [
                .. expand.DistinctFrom.Where(edge => FindStep(expand.Input, edge) is not { } other
                    || CanBeSame(expand, other, context.Store))
            ]
        }
        : node);

    private static Expand? FindStep(PlanOperator plan, BoundVariable edge) => plan switch
    {
        Expand expand when expand.Edge == edge => expand,
        UnaryPlanOperator and not (Project or Aggregate) => FindStep(plan.Inputs[0], edge),
        _ => null,
    };

    private static bool CanBeSame(Expand step, Expand other, GraphStore store)
    {
        // What the later step's input says of a node holds for both steps, as both stand in the row.
        var (from, to) = (GetEnd(step, step.From, store), GetEnd(step, step.To, store));
        var (otherFrom, otherTo) = (GetEnd(step, other.From, store), GetEnd(step, other.To, store));
        var alongside = Overlap(from, otherFrom) && Overlap(to, otherTo);
        var crosswise = Overlap(from, otherTo) && Overlap(to, otherFrom);
        if (step.Direction == EdgeDirection.Both || other.Direction == EdgeDirection.Both)
            return alongside || crosswise;
        return step.Direction == other.Direction ? alongside : crosswise;
    }

    private static NodeSelection GetEnd(Expand step, BoundVariable node, GraphStore store) =>
        LabelEvaluation.GetNodes(store, KnownLabels.Of(step, node));

    private static bool Overlap(NodeSelection left, NodeSelection right)
    {
        for (int i = 0, j = 0; i < left.RangeCount && j < right.RangeCount;)
        {
            if (left[i].Start < right[j].End && right[j].Start < left[i].End)
                return true;
            if (left[i].End <= right[j].End)
                i++;
            else
                j++;
        }

        return false;
    }
}
