namespace Graph.Oracle.Graphs;

/// <summary>The store holds what was put in: nodes by their property <c>id</c>, edges between them.</summary>
internal static class GraphCheck
{
    public static void Check(GraphDescription description, PlainGraph graph)
    {
        Compare(
            description.Nodes.Select(node => $"{string.Join(':', node.Labels.Order(StringComparer.Ordinal))}{Print(node.Properties)}"),
            graph.Nodes.Select(node => $"{string.Join(':', node.Labels.Order(StringComparer.Ordinal))}{Print(node.Properties)}"));
        Compare(
            description.Edges.Select(edge => $"{edge.Source} {edge.Type}{Print(edge.Properties)} {edge.Target}"),
            graph.Edges.Select(
                edge => $"{edge.Source.Properties["id"]} {edge.Type}{Print(edge.Properties)} {edge.Target.Properties["id"]}"));
    }

    private static void Compare(IEnumerable<string> given, IEnumerable<string> stored)
    {
        if (!given.Order(StringComparer.Ordinal).SequenceEqual(stored.Order(StringComparer.Ordinal), StringComparer.Ordinal))
            throw new InvalidOperationException("The store does not hold the graph that was built.");
    }

    private static string Print(IEnumerable<KeyValuePair<string, Value>> properties) =>
        string.Join(
            ',', properties.OrderBy(property => property.Key, StringComparer.Ordinal)
                .Select(property => $" {property.Key}={property.Value}"));
}
