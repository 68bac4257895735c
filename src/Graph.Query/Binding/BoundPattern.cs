using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>
/// One path pattern: nodes and steps in turn, a node at each end (the binder puts anonymous nodes where the text has none).
/// <c>shortestPath</c> and <c>allShortestPaths</c> are selectors with mode TRAIL.
/// </summary>
/// <param name="Variable">The path variable, or null.</param>
/// <param name="Count">How many paths, for the selectors that count; null for one.</param>
/// <param name="Where">
/// Conditions over several elements that a path must fulfil before the selector chooses; null for none, and without a selector
/// (they are then conditions of the clause).
/// </param>
internal sealed record BoundPath(
    BoundVariable? Variable,
    PathSelectorKind Selector,
    BoundExpression? Count,
    PathMode Mode,
    ImmutableArray<BoundPathElement> Elements,
    BoundExpression? Where = null)
{
    /// <summary>Which MATCH it stands in, of those that are planned as one: only the edges of one must be different.</summary>
    public int Clause { get; init; }
}

internal abstract record BoundPathElement;

/// <param name="IsBound">The variable has its value from an earlier clause; the element only adds conditions.</param>
/// <param name="Where">Conditions on this node: the inline map and the inline WHERE; null for none.</param>
internal sealed record BoundNode(BoundVariable Variable, LabelExpression? Labels, BoundExpression? Where, bool IsBound) : BoundPathElement;

/// <summary>One edge.</summary>
/// <param name="Types">Null for every type.</param>
internal sealed record BoundEdge(
    EdgeDirection Direction, BoundVariable Variable, LabelExpression? Types, BoundExpression? Where, bool IsBound)
    : BoundPathElement;

/// <summary>A walk of one edge repeated: <c>-[r:R*1..3]-></c> and <c>-[r:R]->{1,3}</c>.</summary>
/// <param name="Variable">The list of edges, in pattern order.</param>
/// <param name="Edge">The single edge that <paramref name="Where"/> speaks of.</param>
/// <param name="IsBound">The list has its value from an earlier clause: the walk must be exactly that list.</param>
/// <param name="Maximum">Null for no bound.</param>
internal sealed record BoundVariableLengthEdge(
    EdgeDirection Direction,
    BoundVariable Variable,
    BoundVariable Edge,
    LabelExpression? Types,
    BoundExpression? Where,
    long Minimum,
    long? Maximum,
    bool IsBound) : BoundPathElement;

/// <summary>
/// A quantified parenthesised path. Consecutive copies share the joint node; the first inner node is the node before this element,
/// the last inner node the node after it, and both sets of conditions hold.
/// </summary>
/// <param name="Elements">The inner path, starting and ending with a node.</param>
/// <param name="Where">Conditions over the inner variables, checked for each copy.</param>
/// <param name="Groups">For each inner variable that can be seen outside: the list that collects it.</param>
internal sealed record BoundQuantifiedPath(
    ImmutableArray<BoundPathElement> Elements,
    BoundExpression? Where,
    long Minimum,
    long? Maximum,
    ImmutableArray<BoundGroupVariable> Groups) : BoundPathElement;

internal sealed record BoundGroupVariable(BoundVariable Inner, BoundVariable List);

/// <summary>A condition on the labels of a node or on the type of an edge.</summary>
internal abstract record LabelExpression;

internal sealed record LabelName(string Name) : LabelExpression;

internal sealed record AnyLabel : LabelExpression;

internal sealed record LabelNot(LabelExpression Operand) : LabelExpression;

internal sealed record LabelAnd(ImmutableArray<LabelExpression> Operands) : LabelExpression;

internal sealed record LabelOr(ImmutableArray<LabelExpression> Operands) : LabelExpression;
