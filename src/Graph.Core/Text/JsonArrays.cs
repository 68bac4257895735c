using System.Text.Json;

namespace Graph.Core;

/// <summary>Properties that are lists.</summary>
internal static class JsonArrays
{
    public static void WriteStrings(this Utf8JsonWriter json, string name, IEnumerable<string> strings)
    {
        json.WriteStartArray(name);
        foreach (var text in strings)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    /// <param name="writeProperties">What stands inside the braces of each.</param>
    public static void WriteObjects<T>(this Utf8JsonWriter json, string name, IEnumerable<T> items, Action<T> writeProperties)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            writeProperties(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
