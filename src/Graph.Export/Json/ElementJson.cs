using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Graph.Export;

/// <summary>
/// Any value of a result as JSON: a node is <c>{"labels", "properties"}</c>, a relation <c>{"type", "from", "to", "properties"}</c>, a
/// path the list of both.
/// </summary>
internal static class ElementJson
{
    public static void Write(Utf8JsonWriter json, GraphStore store, Value value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value.Kind)
        {
            case ValueKind.Node:
                json.WriteStartObject();
                JsonElements.WriteLabels(json, store, value.AsNode());
                WriteProperties(json, store, StoreElements.GetNodeProperties(store, value.AsNode()));
                json.WriteEndObject();
                break;
            case ValueKind.Edge:
                WriteEdge(json, store, value.AsEdge());
                break;
            case ValueKind.Path:
                json.WriteStartArray();
                for (var i = 0; i < value.AsPath().Nodes.Length; i++)
                {
                    if (i > 0)
                        WriteEdge(json, store, value.AsPath().Edges[i - 1]);
                    Write(json, store, Value.FromNode(value.AsPath().Nodes[i]));
                }

                json.WriteEndArray();
                break;
            case ValueKind.List:
                json.WriteStartArray();
                foreach (var item in value.AsList())
                    Write(json, store, item);
                json.WriteEndArray();
                break;
            case ValueKind.Map:
                WriteEntries(json, store, value.AsMap());
                break;
            default:
                JsonValues.Write(json, value, null);
                break;
        }
    }

    private static void WriteEdge(Utf8JsonWriter json, GraphStore store, int edge)
    {
        var table = store.GetEdgeTable(edge);
        json.WriteStartObject();
        json.WriteString("type", table.Type);
        json.WriteString("from", PlainText.Format(Captions.GetKey(store, table.GetSource(edge))));
        json.WriteString("to", PlainText.Format(Captions.GetKey(store, table.GetTarget(edge))));
        WriteProperties(json, store, StoreElements.GetEdgeProperties(store, edge));
        json.WriteEndObject();
    }

    private static void WriteProperties(Utf8JsonWriter json, GraphStore store, IEnumerable<KeyValuePair<string, Value>> properties)
    {
        json.WritePropertyName("properties");
        WriteEntries(json, store, properties);
    }

    private static void WriteEntries(Utf8JsonWriter json, GraphStore store, IEnumerable<KeyValuePair<string, Value>> entries)
    {
        json.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            json.WritePropertyName(key);
            Write(json, store, value);
        }

        json.WriteEndObject();
    }
}
