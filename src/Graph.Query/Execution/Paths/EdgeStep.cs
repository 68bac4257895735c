using Graph.Query.Selection;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>What one step along an edge may use.</summary>
/// <param name="Targets">The nodes the step may end in; null for any.</param>
internal sealed record EdgeStep(EdgeDirection Direction, ImmutableArray<EdgeTable> Tables, NodeSelection? Targets)
{
    public bool FollowsOutgoing => Direction != EdgeDirection.Left;

    public bool FollowsIncoming => Direction != EdgeDirection.Right;
}
