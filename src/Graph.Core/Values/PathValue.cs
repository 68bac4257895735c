namespace Graph.Core;

/// <summary>
/// A walk through the graph: nodes and edges by id in walking order, one node more than edges.
/// The direction of an edge is the store's; a walk may cross it either way. Equal to one with the same nodes and edges.
/// </summary>
public sealed class PathValue(int[] nodes, int[] edges) : IEquatable<PathValue>
{
    public ReadOnlySpan<int> Nodes => nodes;

    public ReadOnlySpan<int> Edges => edges;

    public int Length => edges.Length;

    public bool Equals(PathValue? other) => other is not null && Value.FromPath(this) == Value.FromPath(other);

    public override bool Equals(object? obj) => Equals(obj as PathValue);

    public override int GetHashCode() => Value.FromPath(this).GetHashCode();

    public override string ToString() => ValueText.Format(Value.FromPath(this));
}
