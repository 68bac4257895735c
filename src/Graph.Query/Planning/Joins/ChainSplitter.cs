using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>Gives each step of a chain to the part whose variables it reads.</summary>
internal sealed class ChainSplitter
{
    private readonly PlanChain chain;
    private readonly int cut;
    private readonly BoundVariable? hub;
    private readonly List<PlanOperator> outer;
    private readonly List<PlanOperator> inner = [];
    private readonly List<PlanOperator> above = [];
    private readonly List<JoinKey> keys = [];
    private readonly List<BoundExpression> conditions = [];
    private readonly List<EdgePair> distinct = [];
    private readonly HashSet<BoundVariable> outerVariables;
    private readonly HashSet<BoundVariable> innerVariables = [];
    private readonly HashSet<BoundVariable> aboveVariables = [];

    /// <param name="start">The node that the inner part starts from.</param>
    public ChainSplitter(PlanChain chain, int cut, BoundVariable? hub, BoundVariable start)
    {
        this.chain = chain;
        this.cut = cut;
        this.hub = hub;
        outer = [.. chain.Steps[..cut]];
        outerVariables = [.. PlanChain.Stack(chain.Base, outer).SelfAndInputs().SelectMany(step => step.Introduces)];
        if (hub is null)
            innerVariables.Add(start);
    }

    public ChainSplit? Split(PlanOperator scan, JoinKey? key)
    {
        if (key is not null)
            keys.Add(key);
        if (hub is not null)
            AddHubConditions();
        foreach (var step in chain.Steps.Skip(hub is null ? cut + 1 : cut))
            Place(step);
        CompareThroughKeys(side: key => key.Inner, other: key => key.Outer, outer);
        CompareThroughKeys(side: key => key.Outer, other: key => key.Inner, inner);
        return hub is not null && !inner.OfType<Expand>().Any() ? null : new ChainSplit(
            hub,
            PlanChain.Stack(chain.Base, outer),
            scan,
            [.. inner],
            [.. keys],
            [.. conditions],
            [.. distinct],
            [.. above],
            hub is null ? key : null);
    }

    /// <summary>What is asked of the hub alone is asked in both parts.</summary>
    private void AddHubConditions() => inner.AddRange(outer.Where(step =>
        step is Filter filter and not Filter { Condition: BoundLabelTest }
        && !FailingConditions.CanFailAsCondition(filter.Condition)
        && ExpressionVariables.Of(filter.Condition).SetEquals([hub!])));

    private void Place(PlanOperator step)
    {
        var read = ReadVariables.OfStep(step).ToHashSet();
        if (read.Overlaps(aboveVariables))
        {
            PlaceAbove(step);
            return;
        }

        // The hub is in both parts, so that it decides nothing; the cut itself goes inside.
        read.Remove(hub!);
        var isInner = read.Overlaps(innerVariables) || ReferenceEquals(step, chain.Steps[cut]);
        var isOuter = read.Overlaps(outerVariables);
        if (isInner && isOuter)
            PlaceBetween(step);
        else if (isInner)
            PlaceInside(step);
        else
            PlaceOutside(step);
    }

    private void PlaceInside(PlanOperator step)
    {
        inner.Add(step);
        innerVariables.UnionWith(step.Introduces);
    }

    private void PlaceOutside(PlanOperator step)
    {
        outer.Add(step);
        outerVariables.UnionWith(step.Introduces);
    }

    private void PlaceAbove(PlanOperator step)
    {
        above.Add(step);
        aboveVariables.UnionWith(step.Introduces);
    }

    private void PlaceBetween(PlanOperator step)
    {
        switch (step)
        {
            case Filter { Condition: BoundComparison comparison } when Orient(comparison) is { } oriented:
                if (oriented.Operator == ComparisonOperator.Equal)
                    keys.Add(new JoinKey(oriented.Left, oriented.Right));
                else
                    conditions.Add(oriented);
                break;
            case Filter filter:
                conditions.Add(filter.Condition);
                break;
            case Expand expand when ReadsOnly(expand, innerVariables):
                PlaceInside(expand with { DistinctFrom = Take(expand, outerVariables, edge => new EdgePair(edge, expand.Edge)) });
                break;
            case Expand expand when ReadsOnly(expand, outerVariables):
                PlaceOutside(expand with { DistinctFrom = Take(expand, innerVariables, edge => new EdgePair(expand.Edge, edge)) });
                break;
            default:
                PlaceAbove(step);
                break;
        }
    }

    /// <summary>Whether the step needs the other part only for edges that must be different ones.</summary>
    private bool ReadsOnly(Expand expand, HashSet<BoundVariable> variables) =>
        IsIn(expand.From, variables)
        && (!expand.IsInto || IsIn(expand.To, variables))
        && expand.DistinctFrom.All(edge => edge.Type.Kind == TypeKind.Edge);

    private bool IsIn(BoundVariable node, HashSet<BoundVariable> variables) => node == hub || variables.Contains(node);

    private ImmutableArray<BoundVariable> Take(Expand expand, HashSet<BoundVariable> others, Func<BoundVariable, EdgePair> pair)
    {
        distinct.AddRange(expand.DistinctFrom.Where(others.Contains).Select(pair));
        return [.. expand.DistinctFrom.Where(edge => !others.Contains(edge))];
    }

    /// <summary>
    /// What is equal to one value of the other part is equal to each other, which joins the parts of a part: in
    /// <c>a.x = c.x AND b.x = c.x</c> nothing else lies between a and b.
    /// </summary>
    private void CompareThroughKeys(Func<JoinKey, BoundExpression> side, Func<JoinKey, BoundExpression> other, List<PlanOperator> part)
    {
        foreach (var same in keys.ToLookup(key => FindProperty(side(key))).Where(same => same.Key is not null))
        {
            foreach (var key in same.Skip(1))
            {
                part.Add(new Filter(
                    chain.Base, new BoundComparison(ComparisonOperator.Equal, other(same.First()), other(key), default)));
                keys.Remove(key);
            }
        }
    }

    private static (BoundVariable Variable, string Key)? FindProperty(BoundExpression expression) =>
        expression is BoundProperty { Target: BoundReference reference } property ? (reference.Variable, property.Key) : null;

    /// <summary>
    /// The comparison with its left side over the outer part and its right side over the inner one; null where a side needs both.
    /// </summary>
    private BoundComparison? Orient(BoundComparison comparison)
    {
        var (left, right) = (ExpressionVariables.Of(comparison.Left), ExpressionVariables.Of(comparison.Right));
        if (IsOver(left, innerVariables, outerVariables) && IsOver(right, outerVariables, innerVariables))
            return Mirror(comparison);
        return IsOver(left, outerVariables, innerVariables) && IsOver(right, innerVariables, outerVariables) ? comparison : null;
    }

    private bool IsOver(IReadOnlySet<BoundVariable> read, HashSet<BoundVariable> variables, HashSet<BoundVariable> others) =>
        read.Overlaps(variables) && !read.Any(variable => variable != hub && others.Contains(variable));

    private static BoundComparison? Mirror(BoundComparison comparison) => comparison.Operator == ComparisonOperator.FoldedEqual
        ? null
        : comparison with { Operator = comparison.Operator.Mirror(), Left = comparison.Right, Right = comparison.Left };
}
