using Graph.Core;

namespace Graph.Core.Tests.Typed;

/// <summary>An edge of the type that random graphs have.</summary>
internal readonly record struct Known(GraphStore Store, int EdgeId) : IEdgeView<Known>
{
    public static string RelationType => "KNOWS";

    public static string? SourceLabel => null;

    public static string? TargetLabel => null;

    public static Known At(GraphStore store, int edge) => new(store, edge);
}
