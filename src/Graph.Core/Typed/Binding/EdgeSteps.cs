using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Graph.Core;

/// <summary>
/// Goes from edge to edge of a node, past ends that lack the label. Small, so that a loop keeps it in registers: a step is little more than
/// one read.
/// </summary>
internal struct EdgeSteps
{
    private readonly int[]? neighbours;
    private readonly int end;

    public EdgeSteps(TypeEdges edges, int node)
    {
        edges.Store.RequireOpen();
        (Edges, neighbours) = (edges, edges.Neighbours.Array);
        (Position, end) = edges.GetRun(node);
        Position--;
    }

    public TypeEdges Edges { get; }

    /// <summary>Of the current edge.</summary>
    public int Position { readonly get; private set; }

    /// <summary>At the far end of the current edge, whose position lies in the run of a node, so that no bound is asked again.</summary>
    /// <exception cref="ObjectDisposedException">The files of the graph were closed on the way.</exception>
    public readonly int Neighbour
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        get => neighbours is { } built
            ? Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(built), Position)
            : Edges.ReadMappedNeighbour(Position);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (++Position < end)
        {
            if (Edges.AcceptsAll || Edges.Ends.Contains(Neighbour))
                return true;
        }

        return false;
    }
}
