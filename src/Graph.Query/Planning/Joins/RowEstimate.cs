using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// How many rows plans are assumed to make. Each step is estimated once, so that one may ask for every step of a long plan.
/// </summary>
internal sealed class RowEstimate(GraphStatistics statistics)
{
    private const double ListLength = 10;

    private readonly Dictionary<PlanOperator, double> known = new(ReferenceEqualityComparer.Instance);

    public static double Of(PlanOperator plan, GraphStatistics statistics) => new RowEstimate(statistics).Of(plan);

    public double Of(PlanOperator plan)
    {
        if (!known.TryGetValue(plan, out var rows))
            known.Add(plan, rows = Estimate(plan));
        return rows;
    }

    private double Estimate(PlanOperator plan) => plan switch
    {
        NodeScan scan => Of(scan.Input) * statistics.GetNodes(scan.Labels).Count,
        NodeSeek seek => Of(seek.Input),
        NodeSeekAny { List: BoundList list } seek => Of(seek.Input) * list.Items.Length,
        NodeSeekAny seek => Of(seek.Input) * ListLength,
        NodeTextSeek seek => Of(seek.Input) * Math.Max(1, statistics.GetNodes(seek.Labels).Count / 20.0),
        EdgeScan scan => Of(scan.Input) * scan.Tables.Sum(table => (double)table.Count),
        NodeSeekEither seek => seek.LookUps.Sum(lookUp => Of(lookUp.WithInputs([seek.Input]))),
        Expand expand => Of(expand.Input) * GetGrowth(expand) * GetShare(expand),
        Filter filter => Of(filter.Input) * Selectivity.Of(filter.Condition, GetCount(filter)),
        Chance chance => Of(chance.Step),
        HashJoin join => Math.Max(Of(join.Input), Of(join.Inner)),
        Aggregate { Grouping.Keys.IsEmpty: true } => 1,
        Unwind unwind => Of(unwind.Input) * ListLength,
        Limit { Count: BoundConstant { Value: { IsInteger: true } count } } limit =>
            Math.Min(Of(limit.Input), Math.Max(1, count.AsInteger())),
        { Inputs: [var input, ..] } => Of(input),
        _ => 1,
    };

    private double GetGrowth(Expand expand)
    {
        var degree = FindLastStep(expand.Input, expand.From) is { } last
            ? statistics.GetDegreeAfter(
                last.Types,
                last.From == expand.From ? last.Direction.Reverse() : last.Direction,
                last.From == expand.From ? null : last.Targets,
                expand.Types,
                expand.Direction)
            : statistics.GetDegree(KnownLabels.Of(expand.Input, expand.From), expand.Types, expand.Direction);
        if (expand.IsInto)
            return degree / Math.Max(1, statistics.GetNodes(KnownLabels.Of(expand.Input, expand.To)).Count);
        return degree * statistics.GetTargetShare(expand.Types, expand.Direction, expand.Targets);
    }

    private double GetShare(Expand expand) =>
        expand.Conditions.Aggregate(
            1.0, (share, condition) => share * Selectivity.Of(condition, statistics.GetNodes(expand.Targets).Count));

    /// <summary>The last step that begins or ends at a node; null where it has none yet.</summary>
    private static Expand? FindLastStep(PlanOperator plan, BoundVariable node)
    {
        for (; plan is UnaryPlanOperator unary; plan = unary.Input)
        {
            if (plan is Expand expand && (expand.From == node || expand.To == node))
                return expand;
            if (plan.Introduces.Contains(node))
                return null;
        }

        return null;
    }

    /// <summary>The nodes that a condition on one node chooses from.</summary>
    private int GetCount(Filter filter) =>
        ExpressionVariables.Of(filter.Condition) is { Count: 1 } variables
            ? statistics.GetNodes(KnownLabels.Of(filter.Input, variables.First())).Count
            : 1;
}
