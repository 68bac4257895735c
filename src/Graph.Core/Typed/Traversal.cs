using System.Collections;

namespace Graph.Core;

/// <summary>
/// The nodes at the other end of a node's edges of one type: one for each edge, so a node that two articles name comes twice.
/// Ends that lack the label of <typeparamref name="TNode"/> are passed over. A loop over it allocates nothing.
/// </summary>
/// <param name="outgoing">From source to target; else against the direction of the edges.</param>
public readonly struct Traversal<TEdge, TNode>(GraphStore store, int node, bool outgoing) : IEnumerable<TNode>
    where TEdge : struct, IEdgeView<TEdge>
    where TNode : struct, INodeView<TNode>
{
    /// <summary>The edges instead of the nodes.</summary>
    public EdgeTraversal<TEdge, TNode> Edges => new(store, node, outgoing);

    public Enumerator GetEnumerator() => new(new EdgeTraversal<TEdge, TNode>.Enumerator(store, node, outgoing));

    IEnumerator<TNode> IEnumerable<TNode>.GetEnumerator()
    {
        // A span cannot live across the steps of an iterator, so this slower way reads the run first.
        var ends = new List<TNode>();
        foreach (var end in this)
            ends.Add(end);
        return ends.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TNode>)this).GetEnumerator();

    public ref struct Enumerator
    {
        private EdgeTraversal<TEdge, TNode>.Enumerator edges;

        internal Enumerator(EdgeTraversal<TEdge, TNode>.Enumerator edges) => this.edges = edges;

        public readonly TNode Current => edges.CurrentEnd;

        public bool MoveNext() => edges.MoveNext();
    }
}

/// <summary>A node's edges of one type in one direction, by the node at the other end.</summary>
public readonly struct EdgeTraversal<TEdge, TNode>(GraphStore store, int node, bool outgoing) : IEnumerable<TEdge>
    where TEdge : struct, IEdgeView<TEdge>
    where TNode : struct, INodeView<TNode>
{
    public Enumerator GetEnumerator() => new(store, node, outgoing);

    IEnumerator<TEdge> IEnumerable<TEdge>.GetEnumerator()
    {
        var edges = new List<TEdge>();
        foreach (var edge in this)
            edges.Add(edge);
        return edges.GetEnumerator();
    }

    IEnumerator IEnumerable.GetEnumerator() => ((IEnumerable<TEdge>)this).GetEnumerator();

    public ref struct Enumerator
    {
        private readonly GraphStore store;
        private readonly AdjacencyView adjacency;
        private readonly LabelTest test;
        private readonly int end;
        private int position;

        internal Enumerator(GraphStore store, int node, bool outgoing)
        {
            this.store = store;
            if (store.FindEdgeTable(TEdge.RelationType) is not { } table)
                return;
            adjacency = (outgoing ? table.Outgoing : table.Incoming).View;
            test = new LabelTest(store, TNode.Label);
            var run = adjacency.GetRun(node);
            (position, end) = (run.Start - 1, run.End);
        }

        public readonly TEdge Current => TEdge.At(store, adjacency.GetEdge(position));

        internal readonly TNode CurrentEnd => TNode.At(store, adjacency.Neighbours[position]);

        public bool MoveNext()
        {
            while (++position < end)
            {
                if (test.Accepts(adjacency.Neighbours[position]))
                    return true;
            }

            return false;
        }
    }
}
