using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A table as one object, in the ways in which data frames are written: rows by their keys in each column
/// (<c>{"text": {"0": "..."}}</c>), lists in each column, or the names of the columns once and then rows.
/// </summary>
internal static class JsonColumns
{
    private const string Names = "columns";
    private const string Rows = "data";

    /// <summary>The rows as a list of objects; null where the value is no table. To be disposed.</summary>
    public static JsonDocument? Turn(JsonElement root)
    {
        if (!root.IsObject())
            return null;
        if (root.Get(Names).IsTexts() && root.Get(Rows).At(0).IsArray())
            return Write(json => WriteRows(json, root.Get(Names).Texts(), root.Get(Rows)));
        if (root.EnumerateObject().Count() < 2)
            return null;
        if (HasLists(root))
            return Write(json => WriteLists(json, root));
        return HasKeys(root) ? Write(json => WriteKeyed(json, root)) : null;
    }

    /// <summary>
    /// Whether a record that a shape knows is a table all the same: a column of texts or numbers stands beside one of lists of as many.
    /// </summary>
    public static bool IsTable(JsonElement root) =>
        root.IsObject()
        && HasLists(root)
        && root.EnumerateObject().Any(column => column.Value.EnumerateArray().All(IsScalar))
        && root.EnumerateObject().Any(column => column.Value.EnumerateArray().All(item => item.IsArray()))
        && JsonTexts.FindTokens(root) is { } tokens
        && !root.Get(tokens).IsTexts();

    private static bool IsScalar(JsonElement value) => value.ValueKind is JsonValueKind.String or JsonValueKind.Number;

    private static bool HasLists(JsonElement root)
    {
        var length = -1;
        foreach (var column in root.EnumerateObject())
        {
            if (!column.Value.IsArray() || (length >= 0 && column.Value.GetArrayLength() != length))
                return false;
            length = column.Value.GetArrayLength();
        }

        return length > 0;
    }

    /// <summary>Whether all columns have a value for the same keys.</summary>
    private static bool HasKeys(JsonElement root)
    {
        HashSet<string>? keys = null;
        foreach (var column in root.EnumerateObject())
        {
            if (!column.Value.IsObject())
                return false;
            var own = column.Value.EnumerateObject().Select(JsonText.GetName);
            if (keys is null)
                keys = own.ToHashSet(StringComparer.Ordinal);
            else if (!keys.SetEquals(own))
                return false;
        }

        return keys is { Count: > 0 };
    }

    private static JsonDocument Write(Action<Utf8JsonWriter> writeRows) => WrittenJson.Write(json =>
    {
        json.WriteStartArray();
        writeRows(json);
        json.WriteEndArray();
    });

    private static void WriteRows(Utf8JsonWriter json, ImmutableArray<string> names, JsonElement rows)
    {
        foreach (var row in rows.Items())
            WriteRow(json, names.Zip(row.Items()));
    }

    private static void WriteLists(Utf8JsonWriter json, JsonElement root)
    {
        for (var row = 0; row < root.EnumerateObject().First().Value.GetArrayLength(); row++)
            WriteRow(json, root.EnumerateObject().Select(column => (JsonText.GetName(column), column.Value[row])));
    }

    private static void WriteKeyed(Utf8JsonWriter json, JsonElement root)
    {
        // A property is found by looking through all, so the columns are looked up by their keys.
        var columns = root.EnumerateObject()
            .Select(column => (
                Name: JsonText.GetName(column),
                Rows: column.Value.EnumerateObject().ToLookup(row => JsonText.GetName(row), row => row.Value, StringComparer.Ordinal)))
            .ToList();
        foreach (var key in columns[0].Rows.Select(row => row.Key))
            WriteRow(json, columns.Select(column => (column.Name, column.Rows[key].First())));
    }

    private static void WriteRow(Utf8JsonWriter json, IEnumerable<(string Name, JsonElement Value)> cells)
    {
        json.WriteStartObject();
        foreach (var (name, value) in cells)
        {
            json.WritePropertyName(name);
            value.WriteTo(json);
        }

        json.WriteEndObject();
    }
}
