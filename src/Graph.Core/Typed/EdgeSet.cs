namespace Graph.Core;

/// <summary>All edges of a type in a store, by source and target; edges whose ends lack the type's labels are passed over.</summary>
public readonly struct EdgeSet<TEdge> : IElementSequence<TEdge, EdgeSet<TEdge>.Enumerator>
    where TEdge : struct, IEdgeView<TEdge>
{
    private readonly GraphStore store;
    private readonly TypeEdges edges;

    internal EdgeSet(GraphStore store, TypeEdges edges)
    {
        this.store = store;
        this.edges = edges;
    }

    public Enumerator GetEnumerator() => new(store, edges ?? NoGraph.Throw<TypeEdges>("EdgeSet"));

    /// <summary>So that it stands beside what <c>Where</c> makes of it, in one variable or conditional expression.</summary>
    public static implicit operator FilteredSequence<TEdge, Enumerator>(EdgeSet<TEdge> sequence) =>
        FilteredSequence<TEdge, Enumerator>.All(sequence);

    public struct Enumerator : ISequenceSteps<TEdge>
    {
        private readonly GraphStore store;
        private readonly TypeEdges edges;
        private int row;
        private int position;
        private int rowEnd;

        internal Enumerator(GraphStore store, TypeEdges edges)
        {
            store.RequireOpen();
            (this.store, this.edges) = (store, edges);
            (row, position, rowEnd) = (-1, -1, 0);
        }

        public readonly TEdge Current => TEdge.At(store, edges.GetEdge(position));

        /// <exception cref="ObjectDisposedException">The graph was disposed of while it was walked.</exception>
        public bool MoveNext()
        {
            while (++position < rowEnd || MoveToNextRow())
            {
                if (edges.Accepts(edges.GetNeighbour(position)))
                    return true;
            }

            return false;
        }

        /// <summary>To the first edge of the next source that has one and carries the label.</summary>
        private bool MoveToNextRow()
        {
            while (++row < edges.RowCount)
            {
                (position, rowEnd) = (rowEnd, edges.GetRowEnd(row));
                if (position < rowEnd && edges.Starts.Contains(edges.GetRowNode(row)))
                    return true;
            }

            // The end is reached again, however often it is asked for.
            (row, position) = (edges.RowCount, rowEnd);
            return false;
        }
    }
}
