using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>
/// How a pattern chooses among its paths. <c>shortestPath</c> is ANY SHORTEST TRAIL, <c>allShortestPaths</c> is ALL SHORTEST TRAIL.
/// </summary>
internal sealed record PathSelection(PathSelectorKind Selector, PathMode Mode)
{
    public static PathSelection Of(PatternSyntax syntax) => syntax.Path.Function switch
    {
        ShortestPathFunction.ShortestPath => new PathSelection(PathSelectorKind.Shortest, PathMode.Trail),
        ShortestPathFunction.AllShortestPaths => new PathSelection(PathSelectorKind.AllShortest, PathMode.Trail),
        _ => new PathSelection(syntax.Prefix?.Selector ?? PathSelectorKind.All, syntax.Prefix?.Mode ?? PathMode.Walk),
    };
}
