using System.Buffers;
using System.Text;
using System.Text.Json;
using Graph.Query.Schema;

namespace Graph.Postgres;

/// <summary>A layout as the text that is stored beside the tables.</summary>
internal static class LayoutJson
{
    public static string Write(GraphLayout layout)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            if (Print(layout.Type) is { } type)
                json.WriteString("type", type);
            json.WriteStartArray("nodes");
            foreach (var table in layout.NodeTables)
                Write(json, table);
            json.WriteEndArray();
            json.WriteStartArray("relations");
            foreach (var table in layout.RelationTables)
                Write(json, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <exception cref="InvalidDataException">The text is none that <see cref="Write(GraphLayout)"/> made.</exception>
    public static GraphLayout Read(string text)
    {
        using var document = JsonDocument.Parse(text);
        var root = document.RootElement;
        return new GraphLayout(
            root.TryGetProperty("type", out var type) ? ReadType(type.GetString()!) : null,
            [.. root.GetProperty("nodes").EnumerateArray().Select(ReadNodeTable)],
            [.. root.GetProperty("relations").EnumerateArray().Select(ReadRelationTable)]);
    }

    /// <summary>The graph type as its text; null for none.</summary>
    public static string? Print(GraphType? type) => type is null ? null : SchemaPrinter.Print(type);

    private static GraphType ReadType(string text) =>
        SchemaReader.Read(new SourceText(text)).Type ?? throw new InvalidDataException("The stored graph type cannot be read.");

    private static void Write(Utf8JsonWriter json, NodeTable table)
    {
        json.WriteStartObject();
        json.WriteString("table", table.Name);
        json.WriteStrings("labels", table.Labels);
        Write(json, table.Properties);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RelationTable table)
    {
        json.WriteStartObject();
        json.WriteString("table", table.Name);
        json.WriteString("type", table.Type);
        json.WriteBoolean("evidence", table.HasEvidence);
        json.WriteStartArray("ends");
        foreach (var ends in table.Ends)
        {
            json.WriteNumberValue(ends.Source);
            json.WriteNumberValue(ends.Target);
        }

        json.WriteEndArray();
        Write(json, table.Properties);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, ImmutableArray<TableProperty> properties)
    {
        json.WriteObjects("properties", properties, property =>
        {
            json.WriteString("key", property.Key);
            json.WriteString("column", property.Column);
            json.WriteStartArray("kinds");
            foreach (var kind in property.Kinds)
                json.WriteNumberValue((int)kind);
            json.WriteEndArray();
        });
    }

    private static NodeTable ReadNodeTable(JsonElement json) => new(
        json.GetProperty("table").GetString()!,
        [.. json.GetProperty("labels").EnumerateArray().Select(label => label.GetString()!)],
        ReadProperties(json));

    private static RelationTable ReadRelationTable(JsonElement json) => new(
        json.GetProperty("table").GetString()!,
        json.GetProperty("type").GetString()!,
        ReadProperties(json),
        [.. json
            .GetProperty("ends")
            .EnumerateArray()
            .Select(end => end.GetInt32())
            .Chunk(2)
            .Select(pair => new TableEnds(pair[0], pair[1]))],
        json.GetProperty("evidence").GetBoolean());

    private static ImmutableArray<TableProperty> ReadProperties(JsonElement json) =>
    [
        .. json.GetProperty("properties").EnumerateArray().Select(property => new TableProperty(
            property.GetProperty("key").GetString()!,
            property.GetProperty("column").GetString()!,
            [.. property.GetProperty("kinds").EnumerateArray().Select(kind => (ValueKind)kind.GetInt32())])),
    ];
}
