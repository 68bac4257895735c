namespace Graph.Postgres;

/// <summary>The names by which a node is found, folded, each once.</summary>
internal static class FoldedNames
{
    public static IEnumerable<string> List(GraphStore store, int node) => List(EntityNames.List(store, node));

    public static IEnumerable<string> List(IEnumerable<string> names) => names.Select(NameFolding.Fold).Distinct(StringComparer.Ordinal);
}
