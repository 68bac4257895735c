using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>
/// Goes from edge to edge of a node, past ends that lack the label. Small, so that a loop keeps it in registers: a step is little more than
/// one read.
/// </summary>
internal struct EdgeSteps
{
    private const int NoNode = -1;

    private readonly int[]? neighbours;
    private readonly int end;

    public EdgeSteps(TypeEdges edges, int node)
    {
        edges.Store.RequireOpen();
        (Edges, neighbours) = (edges, edges.Neighbours.Array);
        (Position, end) = edges.GetRun(node);
        Position--;
        Neighbour = NoNode;
    }

    public TypeEdges Edges { get; }

    /// <summary>Of the current edge.</summary>
    public int Position { readonly get; private set; }

    /// <summary>At the far end of the current edge; of no node before the first step and after the last.</summary>
    public int Neighbour { readonly get; private set; }

    /// <exception cref="ObjectDisposedException">The files of the graph were closed on the way.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (++Position < end)
        {
            Neighbour = Read();
            if (Edges.AcceptsAll || Edges.Ends.Contains(Neighbour))
                return true;
        }

        (Position, Neighbour) = (end, NoNode);
        return false;
    }

    /// <summary>At a position that lies in the run of a node, and so in the memory: no bound is asked again.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly int Read() => neighbours is { } built
        ? Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(built), Position)
        : Edges.ReadMappedNeighbour(Position);
}
