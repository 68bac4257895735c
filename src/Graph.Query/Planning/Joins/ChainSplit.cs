using Graph.Query.Binding;
using Graph.Query.Syntax;
using Graph.Query.Types;

namespace Graph.Query.Planning;

/// <summary>Two edges of both parts that must be different ones.</summary>
internal readonly record struct EdgePair(BoundVariable Outer, BoundVariable Inner);

/// <summary>
/// A chain of steps taken apart at one of them into two plans that know nothing of each other, and what holds between their rows. It is
/// cut at a scan, which begins a part of its own; or at an edge from a node, the hub, that both parts then find for themselves.
/// </summary>
/// <param name="Hub">Null where the cut is at a scan.</param>
/// <param name="Outer">The part that the rows of the base run through.</param>
/// <param name="InnerSteps">The steps of the other part, above the scan it starts from.</param>
/// <param name="Conditions">What holds between the rows of both beside the keys.</param>
/// <param name="Above">Steps that need both parts, and all that follow from them.</param>
/// <param name="SeekKey">The key that came from a look-up by index; null for none.</param>
internal sealed record ChainSplit(
    BoundVariable? Hub,
    PlanOperator Outer,
    PlanOperator InnerScan,
    ImmutableArray<PlanOperator> InnerSteps,
    ImmutableArray<JoinKey> Keys,
    ImmutableArray<BoundExpression> Conditions,
    ImmutableArray<EdgePair> Distinct,
    ImmutableArray<PlanOperator> Above,
    JoinKey? SeekKey)
{
    public PlanOperator Inner => PlanChain.Stack(InnerScan, InnerSteps);

    /// <summary>The variables that only the inner part binds.</summary>
    public IEnumerable<BoundVariable> InnerVariables =>
        InnerSteps.Prepend(InnerScan).SelectMany(step => step.Introduces).Where(variable => variable != Hub);

    /// <summary>The variables that only the outer part binds.</summary>
    public IEnumerable<BoundVariable> OuterVariables =>
        Outer.SelfAndInputs().SelectMany(step => step.Introduces).Where(variable => variable != Hub);

    /// <summary>The inner part's steps taken for each row of the outer one, as if nothing were split.</summary>
    public PlanOperator Nested => PlanChain.Stack(Outer, InnerSteps);

    /// <summary>
    /// Whether the inner part may fail for a row that the text would never have reached, as it runs for nodes that the outer part does not
    /// come by.
    /// </summary>
    public bool CanFail(GraphStore store) =>
        InnerSteps.Any(step => FailingConditions.CanFail(step, store))
        || Keys.Any(key => FailingConditions.CanFail(key.Inner, store))
        || Conditions.OfType<BoundComparison>().Any(condition => FailingConditions.CanFail(condition.Right, store));

    /// <summary>
    /// Where to cut, the best place first: a part that stands alone before the branches of a tree, of which the longest comes first. A
    /// tree is cut only once nothing beside it is left, as it would run again for each row of the other part.
    /// </summary>
    public static IEnumerable<int> ListCuts(PlanChain chain)
    {
        var first = chain.Base is ArgumentRows { Variables.IsEmpty: true } ? 1 : 0;
        var scans = Enumerable.Range(first, Math.Max(0, chain.Steps.Length - first))
            .Where(index => chain.Steps[index] is NodeScan or NodeLookUp)
            .Reverse()
            .ToList();
        if (scans.Count > 0)
            return scans.Take(LongPatterns.Cuts);
        return chain.Steps.Length > LongPatterns.Steps
            ? []
            : Enumerable.Range(first, Math.Max(0, chain.Steps.Length - first)).Where(index => chain.Steps[index] is Expand);
    }

    /// <summary>False where an index finds the inner nodes of each row, and the rows are too few to pay for a table of all nodes.</summary>
    public bool SeeksMany(GraphStatistics statistics) =>
        SeekKey is null || RowEstimate.Of(Outer, statistics) * 8 >= RowEstimate.Of(InnerScan, statistics);

    /// <summary>The same parts with their places exchanged, where both run by themselves; null where they do not.</summary>
    public ChainSplit? Swap()
    {
        var chain = PlanChain.Of(Outer);
        if (Hub is not null
            || !Distinct.IsEmpty
            || !Above.IsEmpty
            || chain is not { Base: ArgumentRows { Variables.IsEmpty: true }, Steps: [var scan, ..] })
            return null;

        return this with
        {
            Outer = Inner,
            InnerScan = scan,
            InnerSteps = chain.Steps[1..],
            Keys = [.. Keys.Select(key => new JoinKey(key.Inner, key.Outer))],
            Conditions =
            [
                .. Conditions.Select(condition => condition is BoundComparison comparison && IsOriented(comparison)
                    ? Mirror(comparison)
                    : condition)
            ],
            SeekKey = null,
        };
    }

    /// <summary>
    /// Whether each condition compares a value of the outer part with one of the inner part; one that needs both for a single side does
    /// not.
    /// </summary>
    public bool ComparesSides => Conditions.All(condition => condition is BoundComparison comparison && IsOriented(comparison));

    private bool IsOriented(BoundComparison comparison)
    {
        var (left, right) = (ExpressionVariables.Of(comparison.Left), ExpressionVariables.Of(comparison.Right));
        return !left.Overlaps(InnerVariables) && right.Overlaps(InnerVariables) && !right.Overlaps(OuterVariables);
    }

    private static BoundComparison Mirror(BoundComparison comparison) =>
        comparison with { Operator = comparison.Operator.Mirror(), Left = comparison.Right, Right = comparison.Left };

    /// <summary>Null where the step is no place to cut.</summary>
    public static ChainSplit? At(PlanChain chain, int index, GraphStore store) => chain.Steps[index] switch
    {
        NodeScan or NodeLookUp when ReadVariables.OfStep(chain.Steps[index]) is var read && !read.Any() =>
            new ChainSplitter(
                chain,
                index,
                hub: null,
                chain.Steps[index].Introduces[0]).Split(chain.Steps[index].WithInputs([new ArgumentRows([])]), key: null),
        NodeSeek { Property: { } property } seek => new ChainSplitter(chain, index, hub: null, seek.Node).Split(
            new NodeScan(new ArgumentRows([]), seek.Node, seek.Labels),
            new JoinKey(seek.Value, new BoundProperty(new BoundReference(seek.Node, default), property, StaticType.Any, default))),
        Expand { IsInto: false } expand when expand.From != expand.To => new ChainSplitter(chain, index, expand.From, expand.From).Split(
            HubNodes.Find(chain.Steps[..index], expand, store),
            new JoinKey(new BoundReference(expand.From, default), new BoundReference(expand.From, default))),
        _ => null,
    };
}
