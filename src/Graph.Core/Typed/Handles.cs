namespace Graph.Core;

/// <summary>A node of a builder, known to have the label of <typeparamref name="TNode"/>.</summary>
/// <param name="Handle">What the builder gave; the store numbers nodes anew.</param>
public readonly record struct NodeHandle<TNode>(int Handle)
    where TNode : struct, INodeView<TNode>;

/// <summary>An edge of a builder.</summary>
/// <param name="Handle">What the builder gave; the store numbers edges anew.</param>
public readonly record struct EdgeHandle<TEdge>(int Handle)
    where TEdge : struct, IEdgeView<TEdge>;
