using System.Collections;

namespace Graph.Core;

/// <summary>All edges of a type in a store, by source and target; edges whose ends lack the type's labels are passed over.</summary>
public readonly struct EdgeSet<TEdge>(GraphStore store) : IEnumerable<TEdge>
    where TEdge : struct, IEdgeView<TEdge>
{
    public Enumerator GetEnumerator() => new(store);

    IEnumerator<TEdge> IEnumerable<TEdge>.GetEnumerator() => GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    public struct Enumerator : IEnumerator<TEdge>
    {
        private readonly GraphStore store;
        private readonly EdgeTable? table;
        private readonly LabelTest sources;
        private readonly LabelTest targets;
        private int edge;

        internal Enumerator(GraphStore store)
        {
            this.store = store;
            table = store.FindEdgeTable(TEdge.RelationType);
            sources = new LabelTest(store, TEdge.SourceLabel);
            targets = new LabelTest(store, TEdge.TargetLabel);
            Reset();
        }

        public readonly TEdge Current => TEdge.At(store, edge);

        readonly object IEnumerator.Current => Current;

        public bool MoveNext()
        {
            while (table is not null && ++edge < table.EndEdge)
            {
                if (sources.Accepts(table.GetSource(edge)) && targets.Accepts(table.GetTarget(edge)))
                    return true;
            }

            return false;
        }

        public void Reset() => edge = (table?.FirstEdge ?? 0) - 1;

        public readonly void Dispose()
        {
        }
    }
}
