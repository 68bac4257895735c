using Graph.Query.Schema;

namespace Graph.Query.Tests.Schema;

/// <summary>Everything that a graph type says, as text, so that two of them can be compared.</summary>
internal static class GraphTypeText
{
    public static string Describe(GraphType type) =>
        $"{type.Name}\n{string.Join('\n', type.NodeTypes.Select(Describe).Concat(type.EdgeTypes.Select(Describe)))}";

    private static string Describe(NodeType type) =>
        $"{type.Name}|{string.Join('&', type.Labels)}|{Describe(type.Properties)}|{type.IsAbstract}|{Describe(type.Hints)}";

    private static string Describe(EdgeType type) =>
        $"{type.Name}|({type.Source})-{type.Label}->({type.Target})|{Describe(type.Properties)}|{Describe(type.Hints)}";

    public static string Describe(IEnumerable<PropertyDefinition> properties) =>
        string.Join(", ", properties.Select(property => $"{property.Name} {property.Type} {Describe(property.Hints)}"));

    private static string Describe(SchemaHints hints) =>
        $"{hints.Description} {string.Join(' ', hints.Tags.Select(tag => $"@{tag.Name} '{tag.Value}'"))}";
}
