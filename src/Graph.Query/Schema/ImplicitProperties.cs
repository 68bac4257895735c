namespace Graph.Query.Schema;

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

    private static readonly PropertyDefinition Key = new(
        "key",
        new PropertyType(ScalarType.String, IsList: false, IsNotNull: true),
        Describe("Tells nodes apart; stays the same when the graph is built anew."));

    public static ImmutableArray<PropertyDefinition> CompleteEdge(IEnumerable<PropertyDefinition> declared)
    {
        var properties = declared.Select(Describe).ToImmutableArray();
        return [.. properties, .. OfEdges.Where(property => properties.All(other => other.Name != property.Name))];
    }

    public static ImmutableArray<PropertyDefinition> CompleteNode(
        ImmutableArray<string> labels, ImmutableArray<PropertyDefinition> declared) =>
        (labels.Contains("Entity") || labels.Contains("Event")) && declared.All(property => property.Name != Key.Name)
            ? [Key, .. declared]
            : declared;

    /// <summary>The properties of an edge type without those that completing it gives back in the same place.</summary>
    public static ImmutableArray<PropertyDefinition> ReduceEdge(ImmutableArray<PropertyDefinition> properties)
    {
        var count = OfEdges.Length;
        while (count > 0 && !properties.AsSpan().EndsWith(OfEdges.AsSpan()[^count..]))
            count--;
        return properties[..^count];
    }

    public static ImmutableArray<PropertyDefinition> ReduceNode(ImmutableArray<PropertyDefinition> properties) =>
        properties is [var first, .. var rest] && first == Key ? rest : properties;

    /// <summary>A restated property without a comment means what it means everywhere.</summary>
    private static PropertyDefinition Describe(PropertyDefinition property) =>
        OfEdges.FirstOrDefault(known => property == known with { Hints = SchemaHints.None }) ?? property;

    private static SchemaHints Describe(string description) => new(description, []);
}
