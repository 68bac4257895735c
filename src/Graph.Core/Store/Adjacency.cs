namespace Graph.Core;

/// <summary>
/// The edges of one relation type in one direction, compressed by rows: for each node that can be an end, a run of neighbours
/// sorted by id. Offsets cover a window of node ids, or a sorted list of nodes where few nodes have such edges.
/// </summary>
public sealed class Adjacency
{
    private readonly ReadOnlyMemory<int> nodes;
    private readonly ReadOnlyMemory<int> offsets;
    private readonly ReadOnlyMemory<int> neighbours;
    private readonly ReadOnlyMemory<int> edges;
    private readonly int firstNode;
    private readonly int firstEdge;

    internal Adjacency(
        ReadOnlyMemory<int> nodes,
        int firstNode,
        ReadOnlyMemory<int> offsets,
        ReadOnlyMemory<int> neighbours,
        ReadOnlyMemory<int> edges,
        int firstEdge)
    {
        this.nodes = nodes;
        this.firstNode = firstNode;
        this.offsets = offsets;
        this.neighbours = neighbours;
        this.edges = edges;
        this.firstEdge = firstEdge;
    }

    /// <summary>The spans of this adjacency; take it once per batch, as each call may pin mapped memory anew.</summary>
    public AdjacencyView View => new(nodes.Span, firstNode, offsets.Span, neighbours.Span, edges.Span, firstEdge);

    internal AdjacencyParts Parts => new(nodes, firstNode, offsets, neighbours, edges);
}

/// <param name="Nodes">The node of each row, ascending; empty where rows are consecutive nodes.</param>
/// <param name="FirstNode">The node of the first row where rows are consecutive nodes.</param>
/// <param name="Edges">The position in the outgoing direction of each position; empty in that direction itself.</param>
internal readonly record struct AdjacencyParts(
    ReadOnlyMemory<int> Nodes, int FirstNode, ReadOnlyMemory<int> Offsets, ReadOnlyMemory<int> Neighbours, ReadOnlyMemory<int> Edges);

public readonly ref struct AdjacencyView
{
    private readonly ReadOnlySpan<int> nodes;
    private readonly ReadOnlySpan<int> offsets;
    private readonly ReadOnlySpan<int> edges;
    private readonly int firstNode;
    private readonly int firstEdge;

    internal AdjacencyView(
        ReadOnlySpan<int> nodes,
        int firstNode,
        ReadOnlySpan<int> offsets,
        ReadOnlySpan<int> neighbours,
        ReadOnlySpan<int> edges,
        int firstEdge)
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

    /// <summary>How many nodes the offsets cover; a few of them may have no edge.</summary>
    public int RowCount => offsets.Length - 1;

    /// <summary>The node of a row, ascending from row to row.</summary>
    public int GetRowNode(int row) => nodes.IsEmpty ? firstNode + row : nodes[row];

    /// <summary>The run of a row as positions in <see cref="Neighbours"/>.</summary>
    public Range32 GetRowRun(int row) => new(offsets[row], offsets[row + 1]);

    /// <summary>The run of a node as positions in <see cref="Neighbours"/>; empty for a node without such edges.</summary>
    public Range32 GetRun(int node)
    {
        var row = nodes.IsEmpty ? node - firstNode : nodes.BinarySearch(node);
        return (uint)row < (uint)(offsets.Length - 1) ? new Range32(offsets[row], offsets[row + 1]) : default;
    }

    /// <summary>
    /// How many edges the nodes from <paramref name="start"/> up to, not including, <paramref name="end"/> have together.
    /// </summary>
    public int CountEdges(int start, int end) => offsets[FindRowFrom(end)] - offsets[FindRowFrom(start)];

    public ReadOnlySpan<int> GetNeighbours(int node)
    {
        var run = GetRun(node);
        return Neighbours[run.Start..run.End];
    }

    /// <summary>The edge id at a position: the position itself in the outgoing direction, looked up in the incoming one.</summary>
    public int GetEdge(int position) => firstEdge + (edges.IsEmpty ? position : edges[position]);

    /// <summary>The edge ids at consecutive positions.</summary>
    public void CopyEdges(int position, Span<int> target)
    {
        for (var i = 0; i < target.Length; i++)
            target[i] = firstEdge + (edges.IsEmpty ? position + i : edges[position + i]);
    }

    /// <summary>The node whose run a position lies in, by binary search: in the outgoing direction the source of an edge.</summary>
    public int GetNode(int position) => GetRowNode(FindRow(position));

    /// <summary>The nodes of consecutive positions, by one search and a walk.</summary>
    public void CopyNodes(int position, Span<int> target)
    {
        if (target.IsEmpty)
            return;
        var row = FindRow(position);
        for (var i = 0; i < target.Length; row++)
        {
            var count = Math.Min(offsets[row + 1] - (position + i), target.Length - i);
            target.Slice(i, count).Fill(GetRowNode(row));
            i += count;
        }
    }

    // The first row of the node or of one after it; the number of rows where there is none.
    private int FindRowFrom(int node)
    {
        if (nodes.IsEmpty)
            return Math.Clamp(node - firstNode, 0, RowCount);
        var row = nodes.BinarySearch(node);
        return row < 0 ? ~row : row;
    }

    // The last row that begins at or before the position; rows without edges before it begin there too.
    private int FindRow(int position)
    {
        var (low, high) = (0, offsets.Length - 1);
        while (low < high)
        {
            var middle = (int)(((uint)low + (uint)high) >> 1);
            if (offsets[middle + 1] <= position)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

/// <summary>Positions from <paramref name="Start"/> up to, not including, <paramref name="End"/>.</summary>
public readonly record struct Range32(int Start, int End)
{
    public int Count => End - Start;
}
