using System.Collections;

namespace Graph.Core;

/// <summary>
/// The nodes at the other end of a node's edges of one type: one for each edge, so a node that two articles name comes twice.
/// Ends that lack the label of <typeparamref name="TNode"/> are passed over. A loop over it allocates nothing.
/// </summary>
public readonly struct Traversal<TEdge, TNode> : IEnumerable<TNode>
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

    public Enumerator GetEnumerator() => new(new EdgeSteps(edges, node));

    IEnumerator<TNode> IEnumerable<TNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<TNode>
    {
        private EdgeSteps steps;

        internal Enumerator(EdgeSteps steps) => this.steps = steps;

        /// <exception cref="ObjectDisposedException">The files of the graph were closed while it was walked.</exception>
        public readonly TNode Current => TNode.At(steps.Edges.Store, steps.Neighbour);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => steps.MoveNext();

        /// <exception cref="NotSupportedException">Always.</exception>
        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}

/// <summary>A node's edges of one type in one direction, by the node at the other end.</summary>
public readonly struct EdgeTraversal<TEdge, TNode> : IEnumerable<TEdge>
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

    public Enumerator GetEnumerator() => new(new EdgeSteps(edges, node));

    IEnumerator<TEdge> IEnumerable<TEdge>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<TEdge>
    {
        private EdgeSteps steps;

        internal Enumerator(EdgeSteps steps) => this.steps = steps;

        public readonly TEdge Current => TEdge.At(steps.Edges.Store, steps.Edges.GetEdge(steps.Position));

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => steps.MoveNext();

        /// <exception cref="NotSupportedException">Always.</exception>
        public readonly void Reset() => throw new NotSupportedException();

        public readonly void Dispose()
        {
        }
    }
}
