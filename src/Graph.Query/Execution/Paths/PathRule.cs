using System.Diagnostics;
using Graph.Query.Syntax;

namespace Graph.Query.Execution;

/// <summary>How often a path may meet its nodes and edges: the stricter of what its mode and its MATCH say.</summary>
internal readonly record struct PathRule(PathMode Mode, bool EdgesMayRepeat)
{
    public static readonly PathRule Free = new(PathMode.Walk, EdgesMayRepeat: true);

    /// <param name="edgesMayRepeat">What the MATCH says.</param>
    public static PathRule Create(PathMode mode, bool edgesMayRepeat) =>
        mode == PathMode.Trail ? new PathRule(PathMode.Walk, false) : new PathRule(mode, edgesMayRepeat);

    /// <summary>Whether a path may go on along an edge.</summary>
    public bool Allows(PathState path, int edge, int node)
    {
        if (!EdgesMayRepeat && path.UsesEdge(edge))
            return false;

        return Mode switch
        {
            PathMode.Walk => true,
            PathMode.Acyclic => !path.HasVisited(node, mayMeetStart: false),
            PathMode.Simple => !path.HasVisited(node, mayMeetStart: true) && (path.Length == 0 || path.Node != path.GetStart()),
            _ => throw new UnreachableException(),
        };
    }
}
