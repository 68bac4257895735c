namespace Graph.Generator.SchemaFile;

/// <summary>Properties that are there without being declared; a schema may restate them.</summary>
internal static class ImplicitProperties
{
    /// <summary>How sure the source of a fact is of it.</summary>
    public static readonly ImmutableArray<PropertyDefinition> OfEdges =
    [
        new("certainty", new PropertyType(ScalarType.String), Describe("How the text puts it, such as claimed, speculated or negated.")),
        new("confidence", new PropertyType(ScalarType.Float), Describe("How sure the annotator is, from 0 to 1.")),
        new("claimedBy", new PropertyType(ScalarType.String), Describe("The key of the entity that the text attributes it to.")),
    ];

    private static readonly PropertyDefinition Key =
        new("key", new PropertyType(ScalarType.String, IsList: false, IsNotNull: true), Describe("Tells nodes apart; stays the same when the graph is built anew."));

    public static ImmutableArray<PropertyDefinition> CompleteEdge(IEnumerable<PropertyDefinition> declared)
    {
        var properties = declared.ToImmutableArray();
        return [.. properties, .. OfEdges.Where(property => properties.All(other => other.Name != property.Name))];
    }

    public static ImmutableArray<PropertyDefinition> CompleteNode(ImmutableArray<string> labels, ImmutableArray<PropertyDefinition> declared) =>
        (labels.Contains("Entity") || labels.Contains("Event")) && declared.All(property => property.Name != Key.Name)
            ? [Key, .. declared]
            : declared;

    public static bool IsImplicit(PropertyDefinition property) => property == Key || OfEdges.Contains(property);

    private static SchemaHints Describe(string description) => new(description, []);
}
