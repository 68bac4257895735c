namespace Graph.Query.Planning;

/// <summary>
/// How much is tried to find a better plan. What is tried grows with the square of a pattern's length or faster, while people's patterns
/// are short: a longer one is still planned in good order, but not every way through it is weighed.
/// </summary>
internal static class LongPatterns
{
    /// <summary>The most nodes that are tried as the start of one part of a pattern.</summary>
    public const int Starts = 24;

    /// <summary>The most places at which a chain of steps is taken apart.</summary>
    public const int Cuts = 24;

    /// <summary>
    /// The most steps of a chain that is taken apart at its edges, and the most edges that are compared with one more by their ends.
    /// </summary>
    public const int Steps = 64;

    /// <summary>
    /// The most conditions of a MATCH that stand alone, each where its variables are known; further ones are one condition at the end.
    /// </summary>
    public const int Conditions = 500;
}
