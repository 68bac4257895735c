using Graph.Query.Binding;

namespace Graph.Query.Planning;

/// <summary>The variables that the elements of a path pattern bind, in text order, each once.</summary>
internal static class PatternVariables
{
    public static ImmutableArray<BoundVariable> Of(IEnumerable<BoundPathElement> elements) => [.. elements.SelectMany(Of).Distinct()];

    private static IEnumerable<BoundVariable> Of(BoundPathElement element) => element switch
    {
        BoundNode node => [node.Variable],
        BoundEdge edge => [edge.Variable],
        BoundVariableLengthEdge walk => [walk.Variable],
        BoundQuantifiedPath quantified => quantified.Groups.Select(group => group.List),
        _ => [],
    };
}
