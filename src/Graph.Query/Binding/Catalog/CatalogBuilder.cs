using Graph.Query.Types;

namespace Graph.Query.Binding;

/// <summary>Reads the shapes of nodes and relations off a graph type and off a store.</summary>
internal static class CatalogBuilder
{
    private static readonly CatalogProperty Key = new("key", StaticType.String, SchemaHints.None);

    // Annotated facts carry these whether the graph type restates them or not.
    private static readonly ImmutableArray<CatalogProperty> FactProperties =
    [
        new("certainty", StaticType.String, SchemaHints.None),
        new("confidence", StaticType.Float, SchemaHints.None),
        new("claimedBy", StaticType.String, SchemaHints.None),
    ];

    public static ElementShapes NodesOf(GraphType? type, GraphStore? store)
    {
        var declared = type is null ? [] : type.NodeTypes.Select(ShapeOf);
        var stored = store is null ? [] : store.NodeRanges.Select(range => ShapeOf(range, store));
        return new ElementShapes([.. declared, .. stored]);
    }

    public static ElementShapes RelationsOf(GraphType? type, GraphStore? store)
    {
        var declared = type is null ? [] : type.EdgeTypes.Select(ShapeOf);
        var stored = store is null ? [] : store.EdgeTables.Select(table => new ElementShape([table.Type], PropertiesOf(table.Columns)));
        return new ElementShapes([.. declared, .. stored]);
    }

    private static ElementShape ShapeOf(NodeType type)
    {
        var isNamed = type.Labels.Contains("Entity") || type.Labels.Contains("Event");
        var implied = isNamed && type.FindProperty(Key.Name) is null ? [Key] : ImmutableArray<CatalogProperty>.Empty;
        return new ElementShape(type.Labels, [.. PropertiesOf(type.Properties), .. implied]);
    }

    private static ElementShape ShapeOf(EdgeType type)
    {
        var implied = FactProperties.Where(fact => type.Properties.All(property => property.Name != fact.Name));
        return new ElementShape([type.Label], [.. PropertiesOf(type.Properties), .. implied]);
    }

    private static ElementShape ShapeOf(NodeRange range, GraphStore store) =>
        new([.. range.Labels.Select(label => store.Labels[label])], PropertiesOf(range.Columns));

    private static IEnumerable<CatalogProperty> PropertiesOf(ImmutableArray<PropertyDefinition> definitions) =>
        definitions.Select(definition => new CatalogProperty(definition.Name, TypeLattice.Of(definition.Type), definition.Hints));

    private static ImmutableArray<CatalogProperty> PropertiesOf(ImmutableArray<PropertyColumn> columns) =>
        [.. columns.Select(column => new CatalogProperty(column.Key, TypeLattice.Of(column.Kind), SchemaHints.None))];
}
