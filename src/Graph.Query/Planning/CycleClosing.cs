using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Two steps that meet in one new node, <c>(b)-->(o)&lt;--(a)</c> with a and b bound, become one: the node is in both neighbourhoods, which
/// are sorted, so that walking the smaller one finds it without making a row for each edge of the other.
/// </summary>
internal static class CycleClosing
{
    public static PlanOperator Apply(PlanOperator plan) => plan.RewriteBottomUp(node =>
        node is Expand { IsInto: true } second && FindFirst(second.Input) is { } first && GetSecondLeg(first, second) is { } leg
            ? AddFilters(second.Input, new Intersect(
                first.Input,
                new IntersectLeg(first.From, first.Edge, first.Direction, first.Types, first.DistinctFrom),
                leg,
                first.To,
                first.Targets,
                second.DistinctFrom.Contains(first.Edge)))
            : node);

    /// <summary>The step to the new node; what is asked of its rows can wait until both ends are known to meet there.</summary>
    private static Expand? FindFirst(PlanOperator plan) => plan switch
    {
        Expand { IsInto: false } first => first,
        Filter filter => FindFirst(filter.Input),
        _ => null,
    };

    private static PlanOperator AddFilters(PlanOperator between, Intersect meeting) =>
        between is Filter filter ? filter with { Input = AddFilters(filter.Input, meeting) } : meeting;

    /// <summary>The closing step seen from its bound end; it may have been planned from either.</summary>
    private static IntersectLeg? GetSecondLeg(Expand first, Expand second)
    {
        if (first.From == first.To || second.From == second.To)
            return null;

        ImmutableArray<BoundVariable> others = [.. second.DistinctFrom.Where(edge => edge != first.Edge)];
        if (second.To == first.To)
            return new IntersectLeg(second.From, second.Edge, second.Direction, second.Types, others);
        return second.From == first.To ? new IntersectLeg(second.To, second.Edge, second.Direction.Reverse(), second.Types, others) : null;
    }
}
