namespace Graph.Annotations;

/// <summary>
/// Files of Graph itself that stand among articles and are no annotations: queries with their verified outputs, graph types, pictures
/// that were drawn of them, and graphs that were built of them.
/// </summary>
internal static class GraphFiles
{
    public static bool IsOwn(string name) =>
        name.EndsWith(".cypher", StringComparison.Ordinal)
        || name.EndsWith(".gql", StringComparison.Ordinal)
        || name.EndsWith(".svg", StringComparison.Ordinal)
        || name.Contains(".cypher.verified.", StringComparison.Ordinal)
        || name.Contains(".cypher.received.", StringComparison.Ordinal);

    /// <summary>Other folders have a manifest too, so the name counts with it.</summary>
    public static bool IsStoredGraph(string folder) =>
        folder.TrimEnd('/', '\\').EndsWith(".graph", StringComparison.Ordinal) && GraphFile.Exists(folder);
}
