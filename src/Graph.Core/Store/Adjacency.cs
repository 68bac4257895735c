namespace Graph.Core;

/// <summary>
/// The edges of one relation type in one direction, compressed by rows: for each node that can be an end, a run of neighbours
/// sorted by id. Offsets cover a window of node ids, or a sorted list of nodes where few nodes have such edges.
/// </summary>
public sealed class Adjacency(
    ReadOnlyMemory<int> nodes,
    int firstNode,
    ReadOnlyMemory<int> offsets,
    ReadOnlyMemory<int> neighbours,
    ReadOnlyMemory<int> edges,
    int firstEdge)
{
    /// <summary>The spans of this adjacency; take it once per batch, as each call may pin mapped memory anew.</summary>
    public AdjacencyView View => new(nodes.Span, firstNode, offsets.Span, neighbours.Span, edges.Span, firstEdge);
}

public readonly ref struct AdjacencyView
{
    private readonly ReadOnlySpan<int> nodes;
    private readonly ReadOnlySpan<int> offsets;
    private readonly ReadOnlySpan<int> edges;
    private readonly int firstNode;
    private readonly int firstEdge;

    internal AdjacencyView(
        ReadOnlySpan<int> nodes, int firstNode, ReadOnlySpan<int> offsets, ReadOnlySpan<int> neighbours, ReadOnlySpan<int> edges, int firstEdge)
    {
        this.nodes = nodes;
        this.firstNode = firstNode;
        this.offsets = offsets;
        this.edges = edges;
        this.firstEdge = firstEdge;
        Neighbours = neighbours;
    }

    /// <summary>All neighbours, run after run.</summary>
    public ReadOnlySpan<int> Neighbours { get; }

    /// <summary>The run of a node as positions in <see cref="Neighbours"/>; empty for a node without such edges.</summary>
    public Range32 GetRun(int node)
    {
        var row = nodes.IsEmpty ? node - firstNode : nodes.BinarySearch(node);
        return (uint)row < (uint)(offsets.Length - 1) ? new Range32(offsets[row], offsets[row + 1]) : default;
    }

    public ReadOnlySpan<int> GetNeighbours(int node)
    {
        var run = GetRun(node);
        return Neighbours[run.Start..run.End];
    }

    /// <summary>The edge id at a position: the position itself in the outgoing direction, looked up in the incoming one.</summary>
    public int GetEdge(int position) => firstEdge + (edges.IsEmpty ? position : edges[position]);
}

/// <summary>Positions from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
public readonly record struct Range32(int Start, int End)
{
    public int Count => End - Start;
}
