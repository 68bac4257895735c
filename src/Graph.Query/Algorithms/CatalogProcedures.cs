using Graph.Query.Types;

namespace Graph.Query.Algorithms;

/// <summary>What the graph has, by name: labels, relation types, keys of properties; in the order of their code points.</summary>
internal static class CatalogProcedures
{
    public static readonly ImmutableArray<Procedure> All =
    [
        Create("db.labels", "label", store => store.NodeRanges.SelectMany(range => range.Labels).Distinct().Select(label => store.Labels[label])),
        Create("db.relationshipTypes", "relationshipType", store => store.EdgeTables.Where(table => table.Count > 0).Select(table => table.Type)),
        Create("db.propertyKeys", "propertyKey", store => store.PropertyKeys),
    ];

    private static Procedure Create(string name, string column, Func<GraphStore, IEnumerable<string>> find) => new(
        name,
        [],
        [new BoundColumn(column, StaticType.String)],
        (context, _) => find(context.Store).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(text => new[] { Value.FromString(text) }));
}
