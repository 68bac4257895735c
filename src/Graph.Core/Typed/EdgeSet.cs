using System.Collections;

namespace Graph.Core;

/// <summary>All edges of a type in a store, by source and target; edges whose ends lack the type's labels are passed over.</summary>
public readonly struct EdgeSet<TEdge> : IEnumerable<TEdge>
    where TEdge : struct, IEdgeView<TEdge>
{
    private readonly GraphStore store;
    private readonly TypeEdges edges;

    internal EdgeSet(GraphStore store, TypeEdges edges)
    {
        this.store = store;
        this.edges = edges;
    }

    public Enumerator GetEnumerator() => new(store, edges);

    IEnumerator<TEdge> IEnumerable<TEdge>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<TEdge>
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
            Reset();
        }

        public readonly TEdge Current => TEdge.At(store, edges.GetEdge(position));

        readonly object IEnumerator.Current => Current;

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

        public void Reset() => (row, position, rowEnd) = (-1, -1, 0);

        public readonly void Dispose()
        {
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
