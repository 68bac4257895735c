namespace Graph.Annotations;

/// <summary>What data sets write for a pair of names between which nothing is said to hold.</summary>
internal static class NoRelation
{
    private static readonly ImmutableArray<string> Names = ["norelation", "norel", "na", "none"];

    // SemEval's task 8 and what is made in its manner write this for whatever they do not look for; elsewhere it may be a type.
    private static readonly ImmutableArray<string> Others = ["other", "unknown"];

    /// <summary><c>no_relation</c>, <c>NA</c> and <c>None</c> in any spelling, or nothing.</summary>
    public static bool Is(string? type) => string.IsNullOrEmpty(type) || Names.Contains(Normalize(type));

    /// <summary>The same, and what stands for all other types where each pair of names has one of a few.</summary>
    public static bool IsOrOther(string? type) => Is(type) || Others.Contains(Normalize(type!));

    private static string Normalize(string type) => string.Concat(type.Where(char.IsAsciiLetterOrDigit)).ToLowerInvariant();
}
