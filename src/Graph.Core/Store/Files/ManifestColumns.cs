using System.Diagnostics;
using System.Text.Json;

namespace Graph.Core;

/// <summary>How the manifest describes a column: its kind, its number of rows, and where its buffers lie.</summary>
internal static class ManifestColumns
{
    public static void Write(Utf8JsonWriter json, PropertyColumn column, ArrayLocations locations)
    {
        json.WriteStartObject();
        json.WriteString("key", column.Key);
        json.WriteString("kind", column.Kind?.ToString() ?? "Mixed");
        json.WriteNumber("count", column.Count);
        json.WriteBuffer("validity", locations.Validity);
        WriteValues(json, column, locations);
        json.WriteEndObject();
    }

    /// <param name="indexes">The rows in the order of their strings, of the columns that have an index.</param>
    /// <exception cref="FormatException">There is no such kind of column, or its values are not as many as it has rows.</exception>
    public static PropertyColumn Read(JsonElement element, ManifestBuffers buffers, Dictionary<string, ReadOnlyMemory<int>>? indexes = null)
    {
        var column = ReadKind(element, buffers, indexes);
        return column.Count == element.GetProperty("count").GetInt32()
            ? column
            : throw new FormatException($"'{column.Key}' has {column.Count} values.");
    }

    private static PropertyColumn ReadKind(JsonElement element, ManifestBuffers buffers, Dictionary<string, ReadOnlyMemory<int>>? indexes)
    {
        var key = element.GetProperty("key").GetString()!;
        var count = element.GetProperty("count").GetInt32();
        var validity = new Validity(buffers.Read<byte>(element, "validity"));
        return element.GetProperty("kind").GetString() switch
        {
            "Integer" => new IntegerColumn(key, buffers.ReadVector(element, "values"), validity, ReadBounds(element)),
            "Float" => new FloatColumn(key, buffers.Read<double>(element, "values"), validity),
            "Boolean" => new BooleanColumn(key, count, buffers.Read<byte>(element, "values"), validity),
            "String" => ReadStrings(key, count, validity, element, buffers, indexes?.GetValueOrDefault(key) ?? default),
            "Date" =>
                new DateColumn(
                    key, new DateDictionary(buffers.ReadStrings(element, isSorted: false)), buffers.ReadVector(element, "ids"), validity),
            "LocalTime" => ReadTemporals(key, ValueKind.LocalTime, validity, element, buffers),
            "Time" => ReadTemporals(key, ValueKind.Time, validity, element, buffers),
            "LocalDateTime" => ReadTemporals(key, ValueKind.LocalDateTime, validity, element, buffers),
            "DateTime" => ReadTemporals(key, ValueKind.DateTime, validity, element, buffers),
            "Duration" => ReadTemporals(key, ValueKind.Duration, validity, element, buffers),
            "List" => new ListColumn(key, buffers.Read<int>(element, "offsets"), Read(element.GetProperty("items"), buffers), validity),
            "Mixed" =>
                new MixedColumn(
                    key, count, [.. element.GetProperty("parts").EnumerateArray().Select(part => Read(part, buffers))], validity),
            var kind => throw new FormatException($"No kind of column is called '{kind}'."),
        };
    }

    private static void WriteValues(Utf8JsonWriter json, PropertyColumn column, ArrayLocations locations)
    {
        switch (column)
        {
            case IntegerColumn integers:
                json.WriteVector("values", integers.Values, locations.Values);
                WriteBounds(json, integers.Bounds);
                break;
            case FloatColumn or BooleanColumn:
                json.WriteBuffer("values", locations.Values);
                break;
            case StringColumn { Ids: { } ids }:
                json.WriteVector("ids", ids, locations.Values);
                WriteStrings(json, locations.Dictionary);
                break;
            case StringColumn:
                WriteStrings(json, locations);
                break;
            case DateColumn dates:
                json.WriteVector("ids", dates.Ids, locations.Values);
                WriteStrings(json, locations.Dictionary);
                break;
            case TemporalColumn temporals:
                json.WriteVector("ids", temporals.Ids, locations.Values);
                WriteStrings(json, locations.Dictionary);
                break;
            case ListColumn lists:
                json.WriteBuffer("offsets", locations.Offsets);
                json.WritePropertyName("items");
                Write(json, lists.Items, locations.Items);
                break;
            case MixedColumn mixed:
                json.WriteStartArray("parts");
                foreach (var part in mixed.Parts)
                    Write(json, part, locations[part.Kind!.Value.ToString()]);
                json.WriteEndArray();
                break;
            default:
                throw new UnreachableException();
        }
    }

    private static void WriteStrings(Utf8JsonWriter json, ArrayLocations locations)
    {
        json.WriteBuffer("offsets", locations.Offsets);
        json.WriteBuffer("blob", locations.Values);
    }

    private static StringColumn ReadStrings(
        string key, int count, Validity validity, JsonElement element, ManifestBuffers buffers, ReadOnlyMemory<int> index)
    {
        var ids = element.TryGetProperty("ids", out _) ? buffers.ReadVector(element, "ids") : null;
        return new StringColumn(key, count, buffers.ReadStrings(element, isSorted: ids is not null), ids, validity, index);
    }

    private static TemporalColumn ReadTemporals(
        string key, ValueKind kind, Validity validity, JsonElement element, ManifestBuffers buffers) =>
        new(key, kind, buffers.ReadStrings(element, isSorted: false), buffers.ReadVector(element, "ids"), validity);

    private static void WriteBounds(Utf8JsonWriter json, IntegerBounds bounds)
    {
        json.WriteNumber("minimum", bounds.Minimum);
        json.WriteNumber("maximum", bounds.Maximum);
        json.WriteBoolean("ascending", bounds.IsAscending);
    }

    private static IntegerBounds ReadBounds(JsonElement element) => new(
        element.GetProperty("minimum").GetInt64(),
        element.GetProperty("maximum").GetInt64(),
        element.GetProperty("ascending").GetBoolean());
}
