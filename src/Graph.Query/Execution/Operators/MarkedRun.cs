using System.Buffers;

namespace Graph.Query.Execution;

/// <summary>
/// The neighbours of a node at which several rows in a row start, as one bit for each node of the graph, so that the neighbours of the
/// other node are looked up instead of walking both runs for each row.
/// </summary>
internal sealed class MarkedRun(int nodeCount) : IDisposable
{
    // So few neighbours are walked as fast as they are marked.
    private const int LeastMarked = 8;

    private ulong[] bits = [];
    private (CompiledLeg? Leg, int Node) marked;
    private (int Left, int Right) last = (-1, -1);

    public bool Is(CompiledLeg leg, int node) => ReferenceEquals(marked.Leg, leg) && marked.Node == node;

    public bool Contains(int node) => (bits[node >> 6] & (1UL << node)) != 0;

    /// <summary>Goes on to a row; the side that starts where it did in the row before is marked.</summary>
    public void Move(CompiledLeg first, int left, CompiledLeg second, int right)
    {
        if (left == last.Left)
            Mark(first, left);
        else if (right == last.Right)
            Mark(second, right);
        last = (left, right);
    }

    public void Dispose()
    {
        if (bits.Length == 0)
            return;
        Clear();
        ArrayPool<ulong>.Shared.Return(bits);
        bits = [];
    }

    private void Mark(CompiledLeg leg, int node)
    {
        if (Is(leg, node) || CountNeighbours(leg, node) < LeastMarked)
            return;
        if (bits.Length == 0)
            Rent();
        Clear();
        foreach (var runs in leg.Step.Runs)
        {
            foreach (var neighbour in runs.View.GetNeighbours(node))
                bits[neighbour >> 6] |= 1UL << neighbour;
        }

        marked = (leg, node);
    }

    private static int CountNeighbours(CompiledLeg leg, int node)
    {
        var count = 0;
        foreach (var runs in leg.Step.Runs)
            count += runs.View.GetRun(node).Count;
        return count;
    }

    private void Clear()
    {
        if (marked.Leg is not { } leg)
            return;
        foreach (var runs in leg.Step.Runs)
        {
            foreach (var neighbour in runs.View.GetNeighbours(marked.Node))
                bits[neighbour >> 6] = 0;
        }

        marked = default;
    }

    private void Rent()
    {
        bits = ArrayPool<ulong>.Shared.Rent((nodeCount + 63) >> 6);
        bits.AsSpan().Clear();
    }
}
