using System.Runtime.CompilerServices;

namespace Graph.Results;

/// <summary>
/// Facts that an article does not simply state: claimed, speculated or negated. No rendering may show them like any other.
/// </summary>
internal static class QualifiedFacts
{
    private const string Certainty = "certainty";

    /// <summary>How many elements are looked at; a value that holds itself many times over has no end.</summary>
    private const int MostVisited = 100_000;

    public static bool Contains(GraphStore store, Value value)
    {
        if (value.Kind is not (ValueKind.Edge or ValueKind.Path or ValueKind.List or ValueKind.Map))
            return false;

        var visited = 0;
        return Contains(store, value, ref visited);
    }

    private static bool Contains(GraphStore store, Value value, ref int visited)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (++visited > MostVisited)
            return false;

        switch (value.Kind)
        {
            case ValueKind.Edge:
                return IsQualified(store, value.AsEdge());
            case ValueKind.Path:
                return value.AsPath().Edges.ToArray().Any(edge => IsQualified(store, edge));
            case ValueKind.List:
                foreach (var item in value.AsList().Span)
                {
                    if (Contains(store, item, ref visited))
                        return true;
                }

                return false;
            case ValueKind.Map:
                foreach (var entry in value.AsMap())
                {
                    if (Contains(store, entry.Value, ref visited))
                        return true;
                }

                return false;
            default:
                return false;
        }
    }

    private static bool IsQualified(GraphStore store, int edge) => !store.GetEdgeProperty(edge, Certainty).IsNull;
}
