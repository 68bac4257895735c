using Graph.Query.Binding;
using Graph.Query.Syntax;

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
    public IEnumerable<BoundVariable> InnerVariables => InnerSteps.Prepend(InnerScan).SelectMany(step => step.Introduces).Where(variable => variable != Hub);

    /// <summary>Null where the step is no place to cut.</summary>
    public static ChainSplit? At(PlanChain chain, int index) => chain.Steps[index] switch
    {
        NodeScan or NodeTextSeek or NodeSeek when ReadVariables.OfStep(chain.Steps[index]) is var read && !read.Any() =>
            new ChainSplitter(chain, index, hub: null, chain.Steps[index].Introduces[0]).Split(chain.Steps[index].WithInputs([new ArgumentRows([])]), key: null),
        NodeSeek seek => new ChainSplitter(chain, index, hub: null, seek.Node).Split(
            new NodeScan(new ArgumentRows([]), seek.Node, seek.Labels),
            new JoinKey(seek.Value, new BoundProperty(new BoundReference(seek.Node, default), seek.Property, StaticType.Any, default))),
        Expand { IsInto: false } expand when expand.From != expand.To => new ChainSplitter(chain, index, expand.From, expand.From).Split(
            new NodeScan(new ArgumentRows([]), expand.From, KnownLabels.Of(expand.Input, expand.From)),
            new JoinKey(new BoundReference(expand.From, default), new BoundReference(expand.From, default))),
        _ => null,
    };
}
