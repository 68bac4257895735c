using Graph.Query.Syntax;

namespace Graph.Query.Binding;

/// <summary>How a pattern chooses among its paths. <c>shortestPath</c> is ANY SHORTEST TRAIL, <c>allShortestPaths</c> is ALL SHORTEST TRAIL.</summary>
internal sealed record PathSearch(PathSelectorKind Selector, PathMode Mode)
{
    public static PathSearch Of(PatternSyntax syntax) => syntax.Path.Function switch
    {
        ShortestPathFunction.ShortestPath => new PathSearch(PathSelectorKind.Shortest, PathMode.Trail),
        ShortestPathFunction.AllShortestPaths => new PathSearch(PathSelectorKind.AllShortest, PathMode.Trail),
        _ => new PathSearch(syntax.Prefix?.Selector ?? PathSelectorKind.All, syntax.Prefix?.Mode ?? PathMode.Walk),
    };
}
