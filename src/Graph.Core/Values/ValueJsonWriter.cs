using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Graph.Core;

/// <summary>
/// Values as JSON for programs. A date is its text, a point an object of its coordinates. Floats keep their point; those that JSON lacks
/// are strings.
/// </summary>
internal static class ValueJsonWriter
{
    /// <param name="writeElement">Writes a node or an edge; null for their numbers.</param>
    /// <exception cref="InsufficientExecutionStackException">The value is nested too deeply.</exception>
    public static void Write(Utf8JsonWriter json, Value value, Action<Utf8JsonWriter, Value>? writeElement)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        switch (value.Kind)
        {
            case ValueKind.List: WriteList(json, value.AsList(), writeElement); break;
            case ValueKind.Map: WriteEntries(json, value.AsMap(), writeElement); break;
            case ValueKind.Node or ValueKind.Edge when writeElement is not null: writeElement(json, value); break;
            case ValueKind.Node: json.WriteNumberValue(value.AsNode()); break;
            case ValueKind.Edge: json.WriteNumberValue(value.AsEdge()); break;
            case ValueKind.Path: WritePath(json, value.AsPath(), writeElement); break;
            default: WriteScalar(json, value); break;
        }
    }

    /// <summary>A value that holds no other ones and is no element.</summary>
    public static void WriteScalar(Utf8JsonWriter json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null: json.WriteNullValue(); break;
            case ValueKind.Boolean: json.WriteBooleanValue(value.AsBoolean()); break;
            case ValueKind.Integer: json.WriteNumberValue(value.AsInteger()); break;
            case ValueKind.Float: WriteFloat(json, value.AsFloat()); break;
            case ValueKind.String: json.WriteStringValue(value.AsString()); break;
            case ValueKind.Date: json.WriteStringValue(value.AsDate().Text); break;
            case ValueKind.Duration or ValueKind.LocalTime or ValueKind.Time or ValueKind.LocalDateTime or ValueKind.DateTime:
                json.WriteStringValue(ValueText.Format(value));
                break;
            case ValueKind.Point: WritePoint(json, value.AsPoint()); break;
            default: throw new UnreachableException();
        }
    }

    public static void WriteEntries(
        Utf8JsonWriter json, IEnumerable<KeyValuePair<string, Value>> entries, Action<Utf8JsonWriter, Value>? writeElement)
    {
        json.WriteStartObject();
        foreach (var (name, value) in entries)
        {
            json.WritePropertyName(name);
            Write(json, value, writeElement);
        }

        json.WriteEndObject();
    }

    private static void WritePath(Utf8JsonWriter json, PathValue path, Action<Utf8JsonWriter, Value>? writeElement)
    {
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        foreach (var node in path.Nodes)
            Write(json, Value.FromNode(node), writeElement);
        json.WriteEndArray();
        json.WriteStartArray("relationships");
        foreach (var edge in path.Edges)
            Write(json, Value.FromEdge(edge), writeElement);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteList(Utf8JsonWriter json, ListValue list, Action<Utf8JsonWriter, Value>? writeElement)
    {
        json.WriteStartArray();
        foreach (var item in list.Span)
            Write(json, item, writeElement);
        json.WriteEndArray();
    }

    private static void WritePoint(Utf8JsonWriter json, PointValue point)
    {
        json.WriteStartObject();
        json.WriteNumber("srid", point.Srid);
        foreach (var (name, number) in point.HasHeight
            ? [("x", point.X), ("y", point.Y), ("z", point.Z)]
            : new[] { ("x", point.X), ("y", point.Y) })
        {
            json.WritePropertyName(name);
            WriteFloat(json, number);
        }

        json.WriteEndObject();
    }

    private static void WriteFloat(Utf8JsonWriter json, double number)
    {
        if (double.IsFinite(number))
            json.WriteRawValue(ValueText.FormatFloat(number));
        else
            json.WriteStringValue(ValueText.FormatFloat(number));
    }
}
