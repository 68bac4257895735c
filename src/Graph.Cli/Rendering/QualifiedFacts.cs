using System.Runtime.CompilerServices;

namespace Graph.Cli.Rendering;

/// <summary>Facts that an article does not simply state: claimed, speculated or negated. No rendering may show them like any other.</summary>
internal static class QualifiedFacts
{
    private const string Certainty = "certainty";

    public static bool Contains(GraphStore store, Value value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        return value.Kind switch
        {
            ValueKind.Edge => IsQualified(store, value.AsEdge()),
            ValueKind.Path => value.AsPath().Edges.ToArray().Any(edge => IsQualified(store, edge)),
            ValueKind.List => value.AsList().Any(item => Contains(store, item)),
            ValueKind.Map => value.AsMap().Any(entry => Contains(store, entry.Value)),
            _ => false,
        };
    }

    private static bool IsQualified(GraphStore store, int edge) => !store.GetEdgeProperty(edge, Certainty).IsNull;
}
