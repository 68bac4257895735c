namespace Graph.Core;

/// <summary>The order of names everywhere: as the graph type declares them, then ordinal.</summary>
internal static class SchemaOrder
{
    public static ImmutableArray<string> SortLabels(GraphType? type, IEnumerable<string> labels) => Sort(type?.Labels ?? [], labels);

    public static ImmutableArray<string> SortRelationTypes(GraphType? type, IEnumerable<string> types) =>
        Sort(type?.RelationTypes ?? [], types);

    public static ImmutableArray<string> SortPropertyKeys(GraphType? type, IEnumerable<string> keys)
    {
        var ofNodes = type?.NodeTypes.SelectMany(node => node.Properties) ?? [];
        var ofEdges = type?.EdgeTypes.SelectMany(edge => edge.Properties) ?? [];
        return Sort(ofNodes.Concat(ofEdges).Select(property => property.Name), keys);
    }

    private static ImmutableArray<string> Sort(IEnumerable<string> declared, IEnumerable<string> names)
    {
        var present = names.ToHashSet(StringComparer.Ordinal);
        var first = declared.Distinct().Where(present.Remove).ToList();
        return [.. first, .. present.Order(StringComparer.Ordinal)];
    }
}
