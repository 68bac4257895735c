using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>What to do next in a MATCH: scan a node, or follow a step (from its far end where <paramref name="IsReversed"/>).</summary>
internal readonly record struct MatchChoice(PatternNode? Scan, PatternStep? Step, bool IsReversed);

/// <summary>
/// The order of a MATCH's scans and steps. Every node is tried as the start of its part of the pattern; from there the step that leaves
/// the fewest rows comes first. Ties go by text order.
/// </summary>
internal sealed class MatchOrder(PatternGraph pattern, BoundExpression? where, GraphStatistics statistics, bool byCost)
{
    private readonly ImmutableArray<BoundExpression> conditions = [.. ExpressionVariables.SplitConjunction(where)];

    public GraphStatistics Statistics => statistics;

    public List<MatchChoice> Choose(IReadOnlySet<BoundVariable> bound)
    {
        var choices = new List<MatchChoice>();
        var known = new HashSet<BoundVariable>(bound);
        var left = new List<PatternStep>(pattern.Steps);
        Follow(choices, known, left);
        while (pattern.Nodes.Any(node => !known.Contains(node.Variable)))
        {
            var start = ChooseStart(known, left);
            choices.Add(new MatchChoice(start, null, false));
            known.Add(start.Variable);
            Follow(choices, known, left);
        }

        return choices;
    }

    private PatternNode ChooseStart(HashSet<BoundVariable> known, List<PatternStep> left)
    {
        var free = pattern.Nodes.Where(node => !known.Contains(node.Variable)).ToList();
        var starts = free.FindAll(node => !left.Exists(step => IsManyEnds(step, node, known)));
        free = byCost && starts.Count > 0 ? starts : free;
        return byCost ? free.MinBy(node => EstimateFrom(node, known, left))! : free[0];
    }

    /// <summary>The rows made on the way, when the pattern is followed from the given node.</summary>
    private double EstimateFrom(PatternNode start, HashSet<BoundVariable> known, List<PatternStep> left)
    {
        var rows = statistics.GetNodes(start.LabelExpression).Count * GetSelectivity(start);
        return rows + Follow([], [.. known, start.Variable], [.. left], rows);
    }

    /// <summary>Takes every step that can be reached; returns the rows made on the way, from the rows there are.</summary>
    private double Follow(List<MatchChoice> choices, HashSet<BoundVariable> known, List<PatternStep> left, double rows = 1)
    {
        var total = 0.0;
        while (left.Count > 0)
        {
            var candidates = left.SelectMany(step => GetChoices(step, known)).Where(choice => !AwaitsEnd(choice, known)).ToList();
            if (candidates.Count == 0)
                return total;

            var best = byCost ? candidates.MinBy(choice => GetGrowth(choice, known)) : candidates[0];
            rows *= GetGrowth(best, known);
            total += rows;
            choices.Add(best);
            left.Remove(best.Step!);
            known.Add(best.Step!.From.Variable);
            known.Add(best.Step.To.Variable);

            // A search binds the nodes on its way too.
            if (best.Step is PatternPath path)
                known.UnionWith(path.Path.Elements.OfType<BoundNode>().Select(node => node.Variable));
        }

        return total;
    }

    private static IEnumerable<MatchChoice> GetChoices(PatternStep step, HashSet<BoundVariable> known)
    {
        var isEdgeKnown = step is PatternEdge { Element.IsBound: true };
        if (isEdgeKnown || known.Contains(step.From.Variable))
            return [new MatchChoice(null, step, false)];

        // A search begins at the first node of its pattern, and a list that is bound is checked from its first edge.
        var isForwardOnly = step is PatternPath or PatternWalk { Element.IsBound: true };
        return !isForwardOnly && known.Contains(step.To.Variable) ? [new MatchChoice(null, step, true)] : [];
    }

    /// <summary>A search for chosen paths between two nodes is far cheaper than one from the first node to all others.</summary>
    private bool AwaitsEnd(MatchChoice choice, HashSet<BoundVariable> known) =>
        byCost && choice.Step is PatternPath { Path.Selector: not PathSelectorKind.All } path && !known.Contains(path.To.Variable) && HasFewEnds(path);

    /// <summary>One search to all ends is cheaper than one for each of many.</summary>
    private bool IsManyEnds(PatternStep step, PatternNode node, HashSet<BoundVariable> known) =>
        step is PatternPath { Path.Selector: not PathSelectorKind.All } path
        && path.To == node && path.From != node && !known.Contains(path.From.Variable) && !HasFewEnds(path);

    private bool HasFewEnds(PatternPath path)
    {
        const double FewNodes = 16;
        return statistics.GetNodes(path.To.LabelExpression).Count * GetSelectivity(path.To) <= FewNodes;
    }

    private double GetGrowth(MatchChoice choice, HashSet<BoundVariable> known)
    {
        var (from, to) = choice.IsReversed ? (choice.Step!.To, choice.Step.From) : (choice.Step!.From, choice.Step.To);
        var growth = choice.Step switch
        {
            PatternEdge { Element.IsBound: true } => 1,
            PatternEdge edge => GetEdgeGrowth(from, to, edge.Element.Direction, edge.Element.Types, choice.IsReversed),
            PatternWalk walk => GetWalkGrowth(from, to, walk.Element, choice.IsReversed),
            _ => statistics.NodeCount,
        };
        return known.Contains(to.Variable) ? growth / Math.Max(1, statistics.GetNodes(to.LabelExpression).Count) : growth * GetSelectivity(to);
    }

    private double GetEdgeGrowth(PatternNode from, PatternNode to, EdgeDirection direction, LabelExpression? types, bool isReversed)
    {
        var followed = isReversed ? direction.Reverse() : direction;
        return statistics.GetDegree(from.LabelExpression, types, followed) * statistics.GetTargetShare(types, followed, to.LabelExpression);
    }

    private double GetWalkGrowth(PatternNode from, PatternNode to, BoundVariableLengthEdge walk, bool isReversed)
    {
        const int AssumedLength = 4;
        var step = Math.Max(1, GetEdgeGrowth(from, to, walk.Direction, walk.Types, isReversed));
        return Math.Pow(step, Math.Min(walk.Maximum ?? AssumedLength, AssumedLength));
    }

    private double GetSelectivity(PatternNode node)
    {
        var selectivity = 1.0;
        foreach (var condition in node.Conditions.Concat(conditions))
        {
            if (ExpressionVariables.Of(condition).SetEquals([node.Variable]))
                selectivity *= Selectivity.Of(condition, statistics.GetNodes(node.LabelExpression).Count);
        }

        return selectivity;
    }
}
