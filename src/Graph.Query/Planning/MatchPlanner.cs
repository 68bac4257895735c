using System.Diagnostics;
using Graph.Query.Binding;
using Graph.Query.Syntax;

namespace Graph.Query.Planning;

/// <summary>
/// Plans one MATCH, or several that follow each other as one: a scan for each part of the pattern that has no bound node, then the
/// steps in the order that costs least.
/// </summary>
internal sealed class MatchPlanner
{
    private readonly BoundMatch match;
    private readonly PatternGraph pattern;
    private readonly MatchOrder order;
    private readonly HashSet<BoundVariable> bound;
    private readonly HashSet<PatternNode> tested = [];
    private readonly List<PatternStep> solved = [];
    private readonly bool skipsDisjointTypes;

    /// <param name="grouped">The nodes that it pays to start from, as the clause behind the MATCH groups by them.</param>
    public MatchPlanner(
        BoundMatch match,
        IReadOnlySet<BoundVariable> bound,
        ImmutableArray<GroupedNode> grouped,
        GraphStatistics statistics,
        RewriteSet rewrites)
    {
        this.match = match;
        this.bound = [.. match.Paths.SelectMany(path => PatternVariables.Of(path.Elements)).Where(bound.Contains)];
        pattern = new PatternGraph(match);
        skipsDisjointTypes = rewrites.Contains(Rewrites.DisjointTypes);
        order = new MatchOrder(pattern, match.Where, grouped, statistics, rewrites.Contains(Rewrites.ExpansionOrder));
    }

    public PlanOperator Plan(PlanOperator input)
    {
        var plan = input;
        foreach (var node in pattern.Nodes.Where(node => bound.Contains(node.Variable)))
            plan = TestBoundNode(plan, node);
        foreach (var choice in order.Choose(bound))
            plan = choice.Scan is not null ? AddScan(plan, choice.Scan) : AddStep(plan, choice.Step!, choice.IsReversed);
        foreach (var (path, start, edges) in pattern.Paths)
            plan = new BindPath(plan, path, start, edges);
        return AddConditions(plan);
    }

    private PlanOperator AddConditions(PlanOperator plan)
    {
        var conditions = pattern.Nodes.SelectMany(node => node.Conditions)
            .Concat(pattern.Steps.OfType<PatternEdge>().SelectMany(edge => ExpressionVariables.SplitConjunction(edge.Element.Where)))
            .Concat(ExpressionVariables.SplitConjunction(match.Where));
        var ordered = FailingConditions.PutLast(conditions).ToList();
        foreach (var condition in ordered.Take(LongPatterns.Conditions))
            plan = new Filter(plan, condition);
        return ordered.Count > LongPatterns.Conditions
            ? new Filter(plan, new BoundLogical(LogicalOperator.And, [.. ordered.Skip(LongPatterns.Conditions)], default))
            : plan;
    }

    /// <summary>A node that an earlier clause has bound: it must be there, and have the labels.</summary>
    private PlanOperator TestBoundNode(PlanOperator plan, PatternNode node)
    {
        tested.Add(node);
        var reference = new BoundReference(node.Variable, default);
        return node.LabelExpression is { } labels
            ? new Filter(plan, new BoundLabelTest(reference, labels, default))
            : new Filter(plan, new BoundIsNull(reference, IsNegated: true, default));
    }

    private PlanOperator AddScan(PlanOperator plan, PatternNode node)
    {
        tested.Add(node);
        bound.Add(node.Variable);
        return new NodeScan(plan, node.Variable, node.LabelExpression);
    }

    private PlanOperator AddStep(PlanOperator plan, PatternStep step, bool isReversed)
    {
        var (from, to) = isReversed ? (step.To, step.From) : (step.From, step.To);
        var added = step switch
        {
            PatternEdge { Element.IsBound: true } edge => AddBoundEdge(plan, edge),
            PatternEdge edge => AddEdge(plan, edge, from, to, isReversed),
            PatternWalk walk => AddWalk(plan, walk, from, to, isReversed),
            PatternPath path => AddPath(plan, path),
            _ => throw new UnreachableException(),
        };
        bound.UnionWith(added.Introduces);
        solved.Add(step);
        foreach (var node in pattern.GetNodes(step))
            added = TestIfNew(added, node);
        return added;
    }

    private PlanOperator AddEdge(PlanOperator plan, PatternEdge step, PatternNode from, PatternNode to, bool isReversed)
    {
        var edge = step.Element;
        var isInto = bound.Contains(to.Variable);
        var targets = isInto ? null : to.LabelExpression;
        tested.Add(to);
        var direction = isReversed ? edge.Direction.Reverse() : edge.Direction;
        return new Expand(
            plan, from.Variable, edge.Variable, direction, edge.Types, to.Variable, targets, isInto, GetDistinct(step, edge.Types));
    }

    private PlanOperator AddWalk(PlanOperator plan, PatternWalk walk, PatternNode from, PatternNode to, bool isReversed)
    {
        var isInto = bound.Contains(to.Variable);
        var targets = isInto ? null : to.LabelExpression;
        tested.Add(to);
        var allowsRepeats = match.Mode == MatchMode.RepeatableElements;
        return new VariableLengthExpand(
            plan, from.Variable, walk.Element, isReversed, to.Variable, targets, isInto, allowsRepeats,
            GetDistinct(walk, walk.Element.Types));
    }

    private FindPaths AddPath(PlanOperator plan, PatternPath path)
    {
        var edgesMayRepeat = match.Mode == MatchMode.RepeatableElements;
        ImmutableArray<BoundVariable> known = [.. PatternVariables.Of(path.Path.Elements).Where(bound.Contains)];
        return new FindPaths(plan, path.Path, edgesMayRepeat, path.Walked, known, GetDistinct(path, null));
    }

    private MatchBoundEdge AddBoundEdge(PlanOperator plan, PatternEdge edge) =>
        new(
            plan,
            edge.From.Variable,
            bound.Contains(edge.From.Variable),
            edge.Element.Variable,
            edge.Element.Direction,
            edge.Element.Types,
            edge.To.Variable,
            bound.Contains(edge.To.Variable),
            GetDistinct(edge, edge.Element.Types));

    /// <summary>Tests the labels of a node that was bound by a step which did not test them itself.</summary>
    private PlanOperator TestIfNew(PlanOperator plan, PatternNode node)
    {
        if (!tested.Add(node) || node.LabelExpression is not { } labels)
            return plan;
        return new Filter(plan, new BoundLabelTest(new BoundReference(node.Variable, default), labels, default));
    }

    /// <summary>The edges that those of a step must not be.</summary>
    private ImmutableArray<BoundVariable> GetDistinct(PatternStep step, LabelExpression? types)
    {
        if (match.Mode == MatchMode.RepeatableElements)
            return [];

        return [.. solved.Where(other => other.Clause == step.Clause && CanShareEdge(types, other)).Select(GetEdges)];
    }

    private static BoundVariable GetEdges(PatternStep step) => step switch
    {
        PatternEdge edge => edge.Element.Variable,
        PatternWalk walk => walk.Element.Variable,
        PatternPath path => path.Walked,
        _ => throw new UnreachableException(),
    };

    private bool CanShareEdge(LabelExpression? types, PatternStep other)
    {
        Preparation.Count();
        if (!skipsDisjointTypes || types is null)
            return true;

        var otherTypes = other switch
        {
            PatternEdge edge => edge.Element.Types,
            PatternWalk walk => walk.Element.Types,
            _ => null,
        };
        return otherTypes is null || order.Statistics.GetTables(types).Intersect(order.Statistics.GetTables(otherTypes)).Any();
    }
}
