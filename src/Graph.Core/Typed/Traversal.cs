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
    private readonly EdgeTraversal<TEdge, TNode> edges;

    internal Traversal(EdgeTraversal<TEdge, TNode> edges) => this.edges = edges;

    /// <summary>The edges instead of the nodes.</summary>
    public EdgeTraversal<TEdge, TNode> Edges => edges;

    public Enumerator GetEnumerator() => new(edges.GetEnumerator());

    IEnumerator<TNode> IEnumerable<TNode>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<TNode>
    {
        private EdgeTraversal<TEdge, TNode>.Enumerator edges;

        internal Enumerator(EdgeTraversal<TEdge, TNode>.Enumerator edges) => this.edges = edges;

        public readonly TNode Current => edges.CurrentEnd;

        readonly object IEnumerator.Current => Current;

        public bool MoveNext() => edges.MoveNext();

        public void Reset() => edges.Reset();

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
    private readonly GraphStore store;
    private readonly TypeEdges edges;
    private readonly int node;

    internal EdgeTraversal(GraphStore store, TypeEdges edges, int node)
    {
        this.store = store;
        this.edges = edges;
        this.node = node;
    }

    public Enumerator GetEnumerator() => new(store, edges, node);

    IEnumerator<TEdge> IEnumerable<TEdge>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<TEdge>
    {
        private readonly GraphStore store;
        private readonly TypeEdges edges;
        private readonly LabelNodes ends;
        private readonly int start;
        private readonly int end;
        private int position;
        private int neighbour;

        internal Enumerator(GraphStore store, TypeEdges edges, int node)
        {
            store.RequireOpen();
            (this.store, this.edges, ends) = (store, edges, edges.Ends);
            (start, end) = edges.GetRun(node);
            position = start - 1;
        }

        public readonly TEdge Current => TEdge.At(store, edges.GetEdge(position));

        internal readonly TNode CurrentEnd => TNode.At(store, neighbour);

        readonly object IEnumerator.Current => Current;

        /// <exception cref="ObjectDisposedException">The graph was disposed of while it was walked.</exception>
        public bool MoveNext()
        {
            store.RequireOpen();
            while (++position < end)
            {
                neighbour = edges.GetNeighbour(position);
                if (ends.Contains(neighbour))
                    return true;
            }

            return false;
        }

        public void Reset() => position = start - 1;

        public readonly void Dispose()
        {
        }
    }
}
