using System.Text.Json;

namespace Graph.Core;

/// <summary>
/// Elements of a store as JSON for programs. A node is <c>{"key", "labels", "properties"}</c>, a relation <c>{"type", "start", "end",
/// "properties"}</c> with the keys of its ends, a path <c>{"nodes", "relationships"}</c>. What has no key is told by its number in the
/// store.
/// </summary>
internal static class ElementJsonWriter
{
    public static void WriteNode(Utf8JsonWriter json, GraphStore store, int node)
    {
        json.WriteStartObject();
        json.WritePropertyName("key");
        WriteKey(json, store, node);
        json.WriteStartArray("labels");
        foreach (var label in store.GetRange(node).Labels)
            json.WriteStringValue(store.Labels[label]);
        json.WriteEndArray();
        json.WritePropertyName("properties");
        ValueJsonWriter.WriteEntries(json, StoreElements.GetNodeProperties(store, node), writeElement: null);
        json.WriteEndObject();
    }

    public static void WriteEdge(Utf8JsonWriter json, GraphStore store, int edge)
    {
        var table = store.GetEdgeTable(edge);
        json.WriteStartObject();
        json.WriteString("type", table.Type);
        json.WritePropertyName("start");
        WriteKey(json, store, table.GetSource(edge));
        json.WritePropertyName("end");
        WriteKey(json, store, table.GetTarget(edge));
        json.WritePropertyName("properties");
        ValueJsonWriter.WriteEntries(json, StoreElements.GetEdgeProperties(store, edge), writeElement: null);
        json.WriteEndObject();
    }

    public static void WritePath(Utf8JsonWriter json, GraphStore store, PathValue path) =>
        ValueJsonWriter.Write(json, Value.FromPath(path), (json, element) =>
        {
            if (element.IsNode)
                WriteNode(json, store, element.AsNode());
            else
                WriteEdge(json, store, element.AsEdge());
        });

    /// <summary>The value of the property that the graph type calls <c>@key</c>, else of <c>key</c>, else the number.</summary>
    private static void WriteKey(Utf8JsonWriter json, GraphStore store, int node)
    {
        var key = NodeKey.Find(store, node);
        ValueJsonWriter.Write(json, key.IsNull ? Value.FromInteger(node) : key, writeElement: null);
    }
}
