using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>The edges of one type in one direction, found once in a store; for generated code.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed unsafe class TypeEdges
{
    private readonly GraphStore store;
    private readonly DirectMemory<int> nodes;
    private readonly DirectMemory<int> offsets;
    private readonly DirectMemory<int> edges;
    private readonly int* mappedNeighbours;
    private readonly int firstNode;
    private readonly int firstEdge;
    private readonly bool hasNodes;
    private readonly bool hasEdges;
    private RowSamples? samples;

    /// <param name="outgoing">From source to target; else against the direction of the edges.</param>
    /// <param name="starts">The nodes that may stand at the near end.</param>
    /// <param name="ends">The nodes that may stand at the far end.</param>
    public TypeEdges(GraphStore store, string relationType, bool outgoing, LabelNodes starts, LabelNodes ends)
    {
        this.store = store;
        Starts = starts;
        Ends = ends;
        if (store.FindEdgeTable(relationType) is not { } table)
            return;

        var parts = (outgoing ? table.Outgoing : table.Incoming).Parts;
        (nodes, offsets) = (new DirectMemory<int>(parts.Nodes), new DirectMemory<int>(parts.Offsets));
        (Neighbours, edges) = (new DirectMemory<int>(parts.Neighbours), new DirectMemory<int>(parts.Edges));
        mappedNeighbours = Neighbours.Address;
        (firstNode, firstEdge) = (parts.FirstNode, table.FirstEdge);
        (hasNodes, hasEdges) = (!parts.Nodes.IsEmpty, !parts.Edges.IsEmpty);
        AcceptsAll = FitsEveryEnd((outgoing ? table.Incoming : table.Outgoing).Parts);
    }

    internal LabelNodes Starts { get; }

    internal LabelNodes Ends { get; }

    internal GraphStore Store => store;

    /// <summary>The node at the far end of each position.</summary>
    internal DirectMemory<int> Neighbours { get; }

    /// <summary>Every node at a far end is known to carry the label.</summary>
    internal bool AcceptsAll { get; }

    /// <summary>How many positions there are, one for each edge.</summary>
    internal int Count => Neighbours.Length;

    /// <summary>How many nodes have a run of positions; a few of the runs may be empty.</summary>
    internal int RowCount => Math.Max(0, offsets.Length - 1);

    public EdgeSet<TEdge> All<TEdge>()
        where TEdge : struct, IEdgeView<TEdge> => new(store, this);

    public Traversal<TEdge, TNode> From<TEdge, TNode>(int node)
        where TEdge : struct, IEdgeView<TEdge>
        where TNode : struct, INodeView<TNode> => new(this, node);

    /// <summary>The source of an outgoing edge.</summary>
    public int GetSource(int edge)
    {
        var position = GetPosition(edge);
        var sampled = samples ?? Volatile.Read(ref samples) ?? CreateSamples();
        var (low, high) = sampled.GetRows(position);
        return GetRowNode(offsets.FindLast(low + 1, high + 1, position));
    }

    /// <summary>The target of an outgoing edge.</summary>
    public int GetTarget(int edge) => Neighbours[GetPosition(edge)];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int GetNeighbour(int position) => Neighbours[position];

    /// <summary>The same where a file is mapped, for a position that a run has.</summary>
    /// <exception cref="ObjectDisposedException">The file was unmapped.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int ReadMappedNeighbour(int position)
    {
        store.RequireOpen();
        return mappedNeighbours[position];
    }

    /// <summary>Whether the node at the far end carries the label that it must.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool Accepts(int neighbour) => AcceptsAll || Ends.Contains(neighbour);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int GetEdge(int position) => firstEdge + (hasEdges ? edges[position] : position);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int GetRowNode(int row) => hasNodes ? nodes[row] : firstNode + row;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal int GetRowEnd(int row) => offsets[row + 1];

    /// <summary>The positions of a node's edges, each of which there is.</summary>
    /// <exception cref="InvalidDataException">The file that is mapped holds other offsets than were written.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal Range32 GetRun(int node)
    {
        var row = hasNodes ? FindRow(node) : node - firstNode;
        if ((uint)row >= (uint)RowCount)
            return default;
        var run = new Range32(offsets[row], offsets[row + 1]);
        if (run.Start < 0 || run.End > Count)
            ThrowDamaged(run);
        return run;
    }

    private static void ThrowDamaged(Range32 run) =>
        throw new InvalidDataException($"The edges of a node are stored at {run.Start} to {run.End}, where there are none.");

    /// <summary>
    /// Whether the label is on each node that the edges can have at their far ends, told by the first and the last of them.
    /// </summary>
    private bool FitsEveryEnd(AdjacencyParts reverse)
    {
        var nodes = reverse.Nodes.Span;
        return reverse.Offsets.Length > 1 && (nodes.IsEmpty
            ? Ends.ContainsAll(reverse.FirstNode, reverse.FirstNode + reverse.Offsets.Length - 2)
            : Ends.ContainsAll(nodes[0], nodes[^1]));
    }

    private int GetPosition(int edge) => edge - firstEdge;

    private int FindRow(int node)
    {
        var row = nodes.FindLast(0, nodes.Length, node);
        return row >= 0 && nodes[row] == node ? row : -1;
    }

    private RowSamples CreateSamples()
    {
        var created = new RowSamples(offsets, Count);
        Volatile.Write(ref samples, created);
        return created;
    }

    /// <summary>The row of every so many positions, so that the row of any is found near by.</summary>
    private sealed class RowSamples
    {
        private const int Shift = 5;
        private readonly int[] rows;

        public RowSamples(DirectMemory<int> offsets, int count)
        {
            var row = 0;
            rows = new int[(count >> Shift) + 2];
            for (var i = 0; i < rows.Length; i++)
            {
                var position = Math.Min(i << Shift, count - 1);
                while (offsets[row + 1] <= position)
                    row++;
                rows[i] = row;
            }
        }

        /// <summary>The first and the last row that can hold a position.</summary>
        public (int Low, int High) GetRows(int position) => (rows[position >> Shift], rows[(position >> Shift) + 1]);
    }
}
