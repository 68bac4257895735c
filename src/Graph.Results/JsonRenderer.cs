using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Graph.Query;

namespace Graph.Results;

/// <summary>
/// One object per row, by column name; as an array (<c>json</c>) or a line each (<c>jsonl</c>). A node is
/// <c>{"id", "labels", "properties"}</c>, a relation <c>{"id", "type", "start", "end", "properties"}</c>, a path <c>{"nodes",
/// "relationships"}</c>, a date its text. Ids hold within one build of a graph only. Floats keep their point; those that JSON lacks are
/// strings. In an envelope, the array is <c>{"statement", "parameters", "rows"}</c> and a line <c>{"statement", "parameters", "row"}</c>.
/// </summary>
internal sealed class JsonRenderer(GraphStore store, RenderOptions options, bool isLines, JsonEnvelope? envelope = null) : ResultRenderer
{
    private const long LongestRow = 1 << 27;
    private static readonly JsonWriterOptions WriterOptions = new() { Encoder = VisibleJsonEncoder.Instance, MaxDepth = int.MaxValue };

    public override RenderedRows Render(QueryResult result, TextWriter output, CancellationToken cancellation = default)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer, WriterOptions);
        var names = GetNames(result.Columns.Select(column => column.Name));
        using var reader = new RowReader(result, null, cancellation);
        var (open, close) = GetFrame(json, buffer);
        output.Write(isLines ? "" : open);
        try
        {
            while (reader.MoveNext())
            {
                output.Write(isLines ? open : reader.Count == 1 ? "[\n  " : ",\n  ");
                WriteRow(json, names, reader.Batch, reader.Row);
                Flush(json, buffer, output);
                output.Write(isLines ? $"{close}\n" : "");
            }
        }
        catch (QueryException exception) when (envelope is not null && !isLines)
        {
            var message = JsonEncodedText.Encode(exception.Message, VisibleJsonEncoder.Instance);
            output.Write($"{(reader.Count == 0 ? "[]" : "\n]")},\"error\":\"{message}\"{close}");
            throw;
        }

        output.Write(isLines ? "" : $"{(reader.Count == 0 ? "[]" : "\n]")}{(envelope is null ? "\n" : close)}");
        return reader.Finish();
    }

    /// <summary>What stands before the rows, or before each row, and behind.</summary>
    private (string Open, string Close) GetFrame(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer)
    {
        if (envelope is null)
            return ("", "");

        json.WriteStartObject();
        json.WriteString("statement", envelope.Statement);
        if (envelope.Parameters is { } parameters)
        {
            json.WritePropertyName("parameters");
            WriteEntries(json, parameters);
        }

        json.WriteEndObject();
        json.Flush();
        var text = Encoding.UTF8.GetString(buffer.WrittenSpan[..^1]);
        buffer.ResetWrittenCount();
        json.Reset();
        return ($"{text},\"{(isLines ? "row" : "rows")}\":", "}");
    }

    private static JsonEncodedText[] GetNames(IEnumerable<string> columns) =>
        [.. columns.Select(name => JsonEncodedText.Encode(name, VisibleJsonEncoder.Instance))];

    private static void Flush(Utf8JsonWriter json, ArrayBufferWriter<byte> buffer, TextWriter output)
    {
        json.Flush();
        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        buffer.ResetWrittenCount();
        json.Reset();
    }

    private void WriteRow(Utf8JsonWriter json, JsonEncodedText[] names, RowBatch batch, int row)
    {
        json.WriteStartObject();
        for (var column = 0; column < names.Length; column++)
        {
            json.WritePropertyName(names[column]);
            WriteValue(json, batch.GetValue(column, row));
        }

        json.WriteEndObject();
    }

    private void WriteValue(Utf8JsonWriter json, Value value)
    {
        RuntimeHelpers.EnsureSufficientExecutionStack();
        if (json.BytesPending + json.BytesCommitted > LongestRow)
            throw new ValueTooLongException();
        options.Guard.Count();
        switch (value.Kind)
        {
            case ValueKind.List: WriteList(json, value.AsList()); break;
            case ValueKind.Map: WriteEntries(json, value.AsMap()); break;
            case ValueKind.Node: WriteNode(json, value.AsNode()); break;
            case ValueKind.Edge: WriteEdge(json, value.AsEdge()); break;
            case ValueKind.Path: WritePath(json, value.AsPath()); break;
            default: ValueJsonWriter.WriteScalar(json, value); break;
        }
    }

    private void WriteList(Utf8JsonWriter json, ListValue list)
    {
        json.WriteStartArray();
        foreach (var item in list)
            WriteValue(json, item);
        json.WriteEndArray();
    }

    private void WriteEntries(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, Value>> entries)
    {
        json.WriteStartObject();
        foreach (var (key, value) in entries)
        {
            json.WritePropertyName(key);
            WriteValue(json, value);
        }

        json.WriteEndObject();
    }

    private void WriteNode(Utf8JsonWriter json, int node)
    {
        json.WriteStartObject();
        json.WriteNumber("id", node);
        json.WriteStrings("labels", store.GetRange(node).Labels.Select(label => store.Labels[label]));
        json.WritePropertyName("properties");
        WriteEntries(json, StoreElements.GetNodeProperties(store, node));
        json.WriteEndObject();
    }

    private void WriteEdge(Utf8JsonWriter json, int edge)
    {
        var table = store.GetEdgeTable(edge);
        json.WriteStartObject();
        json.WriteNumber("id", edge);
        json.WriteString("type", table.Type);
        json.WriteNumber("start", table.GetSource(edge));
        json.WriteNumber("end", table.GetTarget(edge));
        json.WritePropertyName("properties");
        WriteEntries(json, StoreElements.GetEdgeProperties(store, edge));
        json.WriteEndObject();
    }

    private void WritePath(Utf8JsonWriter json, PathValue path)
    {
        json.WriteStartObject();
        json.WriteStartArray("nodes");
        foreach (var node in path.Nodes)
            WriteNode(json, node);
        json.WriteEndArray();
        json.WriteStartArray("relationships");
        foreach (var edge in path.Edges)
            WriteEdge(json, edge);
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
