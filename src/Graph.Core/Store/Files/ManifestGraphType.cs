using System.Text.Json;

namespace Graph.Core;

/// <summary>The graph type in the manifest, resolved as the store knows it.</summary>
internal static class ManifestGraphType
{
    public static void Write(Utf8JsonWriter json, GraphType type)
    {
        json.WriteStartObject("type");
        json.WriteString("name", type.Name);
        WriteHints(json, type.Hints);
        json.WriteStartArray("nodeTypes");
        foreach (var node in type.NodeTypes)
            WriteNodeType(json, node);
        json.WriteEndArray();
        json.WriteStartArray("edgeTypes");
        foreach (var edge in type.EdgeTypes)
            WriteEdgeType(json, edge);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static GraphType Read(JsonElement element) => new(
        element.GetProperty("name").GetString()!,
        [.. element.GetProperty("nodeTypes").EnumerateArray().Select(ReadNodeType)],
        [.. element.GetProperty("edgeTypes").EnumerateArray().Select(ReadEdgeType)])
    {
        Hints = ReadHints(element),
    };

    private static void WriteNodeType(Utf8JsonWriter json, NodeType type)
    {
        json.WriteStartObject();
        json.WriteString("name", type.Name);
        json.WriteString("keyLabel", type.KeyLabel);
        json.WriteStrings("labels", type.Labels);
        json.WriteBoolean("isAbstract", type.IsAbstract);
        WriteProperties(json, type.Properties);
        WriteHints(json, type.Hints);
        json.WriteEndObject();
    }

    private static NodeType ReadNodeType(JsonElement element) => new(
        element.GetProperty("name").GetString()!,
        element.GetProperty("keyLabel").GetString()!,
        [.. element.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!)],
        ReadProperties(element),
        element.GetProperty("isAbstract").GetBoolean(),
        ReadHints(element));

    private static void WriteEdgeType(Utf8JsonWriter json, EdgeType type)
    {
        json.WriteStartObject();
        json.WriteString("name", type.Name);
        json.WriteString("label", type.Label);
        json.WriteString("source", type.Source);
        json.WriteString("target", type.Target);
        WriteProperties(json, type.Properties);
        WriteHints(json, type.Hints);
        json.WriteEndObject();
    }

    private static EdgeType ReadEdgeType(JsonElement element) => new(
        element.GetProperty("name").GetString()!,
        element.GetProperty("label").GetString()!,
        element.GetProperty("source").GetString(),
        element.GetProperty("target").GetString(),
        ReadProperties(element),
        ReadHints(element));

    private static void WriteProperties(Utf8JsonWriter json, ImmutableArray<PropertyDefinition> properties)
    {
        json.WriteStartArray("properties");
        foreach (var property in properties)
        {
            json.WriteStartObject();
            json.WriteString("name", property.Name);
            json.WriteString("scalar", property.Type.Scalar.ToString());
            json.WriteBoolean("isList", property.Type.IsList);
            json.WriteBoolean("isNotNull", property.Type.IsNotNull);
            WriteHints(json, property.Hints);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static ImmutableArray<PropertyDefinition> ReadProperties(JsonElement element) =>
        [.. element.GetProperty("properties").EnumerateArray().Select(property => new PropertyDefinition(
            property.GetProperty("name").GetString()!,
            new PropertyType(
                property.ReadName<ScalarType>("scalar"),
                property.GetProperty("isList").GetBoolean(),
                property.GetProperty("isNotNull").GetBoolean()),
            ReadHints(property)))];

    private static void WriteHints(Utf8JsonWriter json, SchemaHints hints)
    {
        if (hints.Description is null && hints.Tags.IsEmpty)
            return;
        json.WriteStartObject("hints");
        json.WriteString("description", hints.Description);
        json.WriteStartArray("tags");
        foreach (var tag in hints.Tags)
        {
            json.WriteStartArray();
            json.WriteStringValue(tag.Name);
            json.WriteStringValue(tag.Value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static SchemaHints ReadHints(JsonElement element) => element.TryGetProperty("hints", out var hints)
        ? new SchemaHints(
            hints.GetProperty("description").GetString(),
            [.. hints.GetProperty("tags").EnumerateArray().Select(tag => new SchemaTag(tag[0].GetString()!, tag[1].GetString()!))])
        : SchemaHints.None;
}
