namespace Graph.Annotations;

/// <summary>What data sets write for a pair of names between which nothing is said to hold.</summary>
internal static class NoRelation
{
    private static readonly ImmutableArray<string> Names = ["norelation", "na", "none"];

    /// <summary><c>no_relation</c>, <c>NA</c> and <c>None</c> in any spelling, or nothing.</summary>
    public static bool Is(string? type) => string.IsNullOrEmpty(type) || Names.Contains(SpanNames.Normalize(type));
}
