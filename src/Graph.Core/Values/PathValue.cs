namespace Graph.Core;

/// <summary>
/// A walk through the graph: nodes and edges by id in walking order, one node more than edges.
/// The direction of an edge is the store's; a walk may cross it either way.
/// </summary>
public sealed class PathValue(int[] nodes, int[] edges)
{
    public ReadOnlySpan<int> Nodes => nodes;

    public ReadOnlySpan<int> Edges => edges;

    public int Length => edges.Length;
}
