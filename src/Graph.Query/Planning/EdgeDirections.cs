using Graph.Query.Syntax;

namespace Graph.Query.Planning;

internal static class EdgeDirections
{
    /// <summary>The direction of the same edge, seen from its other end.</summary>
    public static EdgeDirection Reverse(this EdgeDirection direction) => direction switch
    {
        EdgeDirection.Right => EdgeDirection.Left,
        EdgeDirection.Left => EdgeDirection.Right,
        _ => EdgeDirection.Both,
    };
}
