using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Graph.Postgres;

/// <summary>
/// Any value as JSON. Integers, strings, truth values, null and lists are themselves; every other kind is an object with one key:
/// <c>{"f": "1.5"}</c> a float, <c>{"d": ["2022-01", first, last]}</c> a date with its days from 0000-01-01, <c>{"m": [[key, value]]}</c> a
/// map, <c>{"n": 1}</c> a node, <c>{"e": 1}</c> a relation, <c>{"p": [node, relation, node]}</c> a path.
/// </summary>
internal static class ValueJson
{
    private static readonly JsonWriterOptions Options = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        MaxDepth = int.MaxValue
    };

    public static string ToText(Value value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        Write(buffer, value);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(IBufferWriter<byte> buffer, Value value)
    {
        using var json = new Utf8JsonWriter(buffer, Options);
        Write(json, value);
    }

    /// <summary>The value is or holds a time, a point in time, a duration or a point, which this form does not have.</summary>
    public static bool HasUnwritten(Value value) => value.Kind switch
    {
        ValueKind.List => value.AsList().Any(HasUnwritten),
        ValueKind.Map => value.AsMap().Any(entry => HasUnwritten(entry.Value)),
        _ => IsUnwritten(value.Kind),
    };

    public static bool IsUnwritten(ValueKind kind) =>
        kind is ValueKind.LocalTime or ValueKind.Time or ValueKind.LocalDateTime or ValueKind.DateTime or ValueKind.Duration
            or ValueKind.Point;

    public static Value Parse(string text)
    {
        using var document = JsonDocument.Parse(text, new JsonDocumentOptions { MaxDepth = int.MaxValue });
        return Read(document.RootElement);
    }

    private static void Write(Utf8JsonWriter json, Value value)
    {
        switch (value.Kind)
        {
            case ValueKind.Null: json.WriteNullValue(); break;
            case ValueKind.Boolean: json.WriteBooleanValue(value.AsBoolean()); break;
            case ValueKind.Integer: json.WriteNumberValue(value.AsInteger()); break;
            case ValueKind.String: json.WriteStringValue(value.AsString()); break;
            case ValueKind.List: WriteList(json, value.AsList()); break;
            default: WriteTagged(json, value); break;
        }
    }

    private static void WriteList(Utf8JsonWriter json, ListValue list)
    {
        System.Runtime.CompilerServices.RuntimeHelpers.EnsureSufficientExecutionStack();
        json.WriteStartArray();
        foreach (var item in list)
            Write(json, item);
        json.WriteEndArray();
    }

    private static void WriteTagged(Utf8JsonWriter json, Value value)
    {
        json.WriteStartObject();
        switch (value.Kind)
        {
            case ValueKind.Float: json.WriteString("f", ValueText.FormatFloat(value.AsFloat())); break;
            case ValueKind.Date: WriteDate(json, value.AsDate()); break;
            case ValueKind.Map: WriteMap(json, value.AsMap()); break;
            case ValueKind.Node: json.WriteNumber("n", value.AsNode()); break;
            case ValueKind.Edge: json.WriteNumber("e", value.AsEdge()); break;
            default: WritePath(json, value.AsPath()); break;
        }

        json.WriteEndObject();
    }

    private static void WriteDate(Utf8JsonWriter json, PartialDate date)
    {
        json.WriteStartArray("d");
        json.WriteStringValue(date.Text);
        json.WriteNumberValue(date.Start.DayNumber);
        json.WriteNumberValue(date.End.DayNumber);
        json.WriteEndArray();
    }

    private static void WriteMap(Utf8JsonWriter json, MapValue map)
    {
        json.WriteStartArray("m");
        foreach (var (key, value) in map)
        {
            json.WriteStartArray();
            json.WriteStringValue(key);
            Write(json, value);
            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static void WritePath(Utf8JsonWriter json, PathValue path)
    {
        json.WriteStartArray("p");
        for (var i = 0; i <= path.Length; i++)
        {
            if (i > 0)
                json.WriteNumberValue(path.Edges[i - 1]);
            json.WriteNumberValue(path.Nodes[i]);
        }

        json.WriteEndArray();
    }

    private static Value Read(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => Value.FromInteger(element.GetInt64()),
        JsonValueKind.String => Value.FromString(element.GetString()),
        JsonValueKind.Array => Value.FromList(new ListValue([.. element.EnumerateArray().Select(Read)])),
        JsonValueKind.Object => ReadTagged(element.EnumerateObject().Single()),
        _ => Value.Null,
    };

    private static Value ReadTagged(JsonProperty tagged) => tagged.Name switch
    {
        "f" => Value.FromFloat(double.Parse(tagged.Value.GetString()!, CultureInfo.InvariantCulture)),
        "d" => ReadDate(tagged.Value[0].GetString()!),
        "m" =>
            Value.FromMap(new MapValue([
                .. tagged.Value.EnumerateArray().Select(entry => KeyValuePair.Create(entry[0].GetString()!, Read(entry[1])))
            ])),
        "n" => Value.FromNode(tagged.Value.GetInt32()),
        "e" => Value.FromEdge(tagged.Value.GetInt32()),
        "p" => ReadPath([.. tagged.Value.EnumerateArray().Select(item => item.GetInt32())]),
        _ => throw new InvalidDataException($"'{tagged.Name}' is no kind of a value."),
    };

    private static Value ReadPath(int[] elements) => Value.FromPath(new PathValue(
        [.. elements.Where((_, index) => index % 2 == 0)], [.. elements.Where((_, index) => index % 2 == 1)]));

    internal static Value ReadDate(string text) => PartialDate.TryParse(text, out var date, out var reason)
        ? Value.FromDate(date)
        : throw new InvalidDataException($"A stored date is no date: {reason}.");
}
