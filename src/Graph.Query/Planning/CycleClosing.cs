using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Two steps that meet in one new node, <c>(b)-->(o)&lt;--(a)</c> with a and b bound, become one: the node is in both neighbourhoods, which
/// are sorted, so that walking the smaller one finds it without making a row for each edge of the other.
/// </summary>
internal static class CycleClosing
{
    public static PlanOperator Apply(PlanOperator plan) => plan.RewriteBottomUp(node => node switch
    {
        Expand { IsInto: true, Input: Expand { IsInto: false } first } second when GetSecondLeg(first, second) is { } leg => new Intersect(
            first.Input,
            new IntersectLeg(first.From, first.Edge, first.Direction, first.Types, first.DistinctFrom),
            leg,
            first.To,
            first.Targets,
            second.DistinctFrom.Contains(first.Edge)),
        _ => node,
    });

    /// <summary>The closing step seen from its bound end; it may have been planned from either.</summary>
    private static IntersectLeg? GetSecondLeg(Expand first, Expand second)
    {
        if (first.Direction == EdgeDirection.Both
            || second.Direction == EdgeDirection.Both
            || first.From == first.To
            || second.From == second.To)
            return null;

        ImmutableArray<BoundVariable> others = [.. second.DistinctFrom.Where(edge => edge != first.Edge)];
        if (second.To == first.To)
            return new IntersectLeg(second.From, second.Edge, second.Direction, second.Types, others);
        return second.From == first.To ? new IntersectLeg(second.To, second.Edge, second.Direction.Reverse(), second.Types, others) : null;
    }
}
