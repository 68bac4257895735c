namespace Graph.Core;

/// <summary>
/// The nodes at the other end of a node's edges of one type: one for each edge, so a node that two articles name comes twice.
/// Ends that lack the label of <typeparamref name="TNode"/> are passed over. A loop over it allocates nothing.
/// </summary>
public readonly struct Traversal<TEdge, TNode> : IElementSequence<TNode, Traversal<TEdge, TNode>.Enumerator>
    where TEdge : struct, IEdgeView<TEdge>
    where TNode : struct, INodeView<TNode>
{
    private readonly TypeEdges edges;
    private readonly int node;

    internal Traversal(TypeEdges edges, int node)
    {
        this.edges = edges;
        this.node = node;
    }

    /// <summary>The edges instead of the nodes.</summary>
    public EdgeTraversal<TEdge, TNode> Edges => new(edges, node);

    public Enumerator GetEnumerator() => new(new EdgeSteps(edges ?? NoGraph.Throw<TypeEdges>("Traversal"), node));

    /// <summary>So that it stands beside what <c>Where</c> makes of it, in one variable or conditional expression.</summary>
    public static implicit operator FilteredSequence<TNode, Enumerator>(Traversal<TEdge, TNode> sequence) =>
        FilteredSequence<TNode, Enumerator>.All(sequence);

    public struct Enumerator : ISequenceSteps<TNode>
    {
        private EdgeSteps steps;

        internal Enumerator(EdgeSteps steps) => this.steps = steps;

        /// <exception cref="ObjectDisposedException">The files of the graph were closed while it was walked.</exception>
        public readonly TNode Current => TNode.At(steps.Edges.Store, steps.Neighbour);

        public bool MoveNext() => steps.MoveNext();
    }
}

/// <summary>A node's edges of one type in one direction, by the node at the other end.</summary>
public readonly struct EdgeTraversal<TEdge, TNode> : IElementSequence<TEdge, EdgeTraversal<TEdge, TNode>.Enumerator>
    where TEdge : struct, IEdgeView<TEdge>
    where TNode : struct, INodeView<TNode>
{
    private readonly TypeEdges edges;
    private readonly int node;

    internal EdgeTraversal(TypeEdges edges, int node)
    {
        this.edges = edges;
        this.node = node;
    }

    public Enumerator GetEnumerator() => new(new EdgeSteps(edges ?? NoGraph.Throw<TypeEdges>("EdgeTraversal"), node));

    /// <summary>So that it stands beside what <c>Where</c> makes of it, in one variable or conditional expression.</summary>
    public static implicit operator FilteredSequence<TEdge, Enumerator>(EdgeTraversal<TEdge, TNode> sequence) =>
        FilteredSequence<TEdge, Enumerator>.All(sequence);

    public struct Enumerator : ISequenceSteps<TEdge>
    {
        private EdgeSteps steps;

        internal Enumerator(EdgeSteps steps) => this.steps = steps;

        public readonly TEdge Current => TEdge.At(steps.Edges.Store, steps.Edges.GetEdge(steps.Position));

        public bool MoveNext() => steps.MoveNext();
    }
}
