using System.Runtime.CompilerServices;

namespace Graph.Core;

/// <summary>Goes from edge to edge of a node, past ends that lack the label.</summary>
internal struct EdgeSteps
{
    private readonly int end;

    public EdgeSteps(TypeEdges edges, int node)
    {
        edges.Store.RequireOpen();
        Edges = edges;
        (Position, end) = edges.GetRun(node);
        Position--;
    }

    public TypeEdges Edges { get; }

    /// <summary>Of the current edge.</summary>
    public int Position { readonly get; private set; }

    /// <summary>At the far end of the current edge.</summary>
    public int Neighbour { readonly get; private set; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool MoveNext()
    {
        while (++Position < end)
        {
            Neighbour = Edges.GetNeighbour(Position);
            if (Edges.Accepts(Neighbour))
                return true;
        }

        return false;
    }
}
