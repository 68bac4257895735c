namespace Graph.Core;

/// <summary>A node of a builder, known to have the label of <typeparamref name="TNode"/>.</summary>
public readonly record struct NodeHandle<TNode>
    where TNode : struct, INodeView<TNode>
{
    private readonly GraphBuilder? builder;

    internal NodeHandle(GraphBuilder builder, int handle)
    {
        this.builder = builder;
        Handle = handle;
    }

    /// <summary>What the builder calls the node; the store numbers nodes anew.</summary>
    public int Handle { get; }

    /// <summary>The handle, for the builder that gave it.</summary>
    /// <exception cref="ArgumentException">Another builder gave it, or none.</exception>
    public int In(GraphBuilder other) => ReferenceEquals(builder, other)
        ? Handle
        : throw new ArgumentException($"The {TNode.Label ?? "node"} was added to another builder than the one it is used with.");
}

/// <summary>An edge of a builder.</summary>
public readonly record struct EdgeHandle<TEdge>
    where TEdge : struct, IEdgeView<TEdge>
{
    internal EdgeHandle(int handle) => Handle = handle;

    /// <summary>What the builder calls the edge; the store numbers edges anew.</summary>
    public int Handle { get; }
}
