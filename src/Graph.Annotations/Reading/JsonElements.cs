using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Asks JSON for what may be there: a value of another kind is as if it were absent.</summary>
internal static class JsonElements
{
    public static bool IsObject(this JsonElement element) => element.ValueKind == JsonValueKind.Object;

    public static bool IsArray(this JsonElement element) => element.ValueKind == JsonValueKind.Array;

    /// <summary>A property that is there and not null; else undefined.</summary>
    public static JsonElement Get(this JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null
            ? value
            : default;

    public static JsonElement At(this JsonElement element, int index) =>
        element.ValueKind == JsonValueKind.Array && index >= 0 && index < element.GetArrayLength() ? element[index] : default;

    public static bool HasArray(this JsonElement element, string name) => element.Get(name).IsArray();

    /// <summary>The items of an array; none of anything else.</summary>
    public static IEnumerable<JsonElement> Items(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : Enumerable.Empty<JsonElement>();

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) => element.Get(name).Items();

    /// <summary>The properties of an object; none of anything else.</summary>
    public static JsonElement.ObjectEnumerator Fields(this JsonElement element) => element.IsObject() ? element.EnumerateObject() : default;

    /// <summary>A string, or a number or truth value as it is written; of a list of one, its item; else null.</summary>
    public static string? Text(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => JsonText.Get(element),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => element.GetRawText(),
        JsonValueKind.Array when element.GetArrayLength() == 1 && element[0].ValueKind == JsonValueKind.String => JsonText.Get(element[0]),
        JsonValueKind.Object => Unwrap(element)?.Text(),
        _ => null,
    };

    public static string? Text(this JsonElement element, string name) => element.Get(name).Text();

    /// <summary>The first of several properties that is a text.</summary>
    public static string? TextOf(this JsonElement element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.Text(name) is { Length: > 0 } text)
                return text;
        }

        return null;
    }

    public static long? Integer(this JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Number when element.TryGetInt64(out var number) => number,
        // Tables turn whole numbers into 3.0 where another row has none.
        JsonValueKind.Number when element.TryGetDouble(out var number) && Math.Abs(number) < 1e15 && number == Math.Floor(number) =>
            (long)number,
        JsonValueKind.String => WholeNumber.Read(element.GetString()),
        JsonValueKind.Object => Unwrap(element)?.Integer(),
        _ => null,
    };

    /// <summary>The value that MongoDB exports with its type: <c>{"$oid": "61d1"}</c>, <c>{"$numberInt": "7"}</c>; null for another
    /// object.</summary>
    private static JsonElement? Unwrap(JsonElement element)
    {
        using var properties = element.EnumerateObject();
        return properties.MoveNext() && properties.Current is var only && only.Name.StartsWith('$') && !properties.MoveNext()
            ? only.Value : null;
    }

    public static long? Integer(this JsonElement element, string name) => element.Get(name).Integer();

    public static double? Number(this JsonElement element, string name) =>
        element.Get(name) is { ValueKind: JsonValueKind.Number } value && value.TryGetDouble(out var number) ? number : null;

    /// <summary>The fields of an object that say something and are not taken otherwise, as properties.</summary>
    public static Properties Others(this JsonElement element, IReadOnlySet<string> taken)
    {
        if (!element.IsObject())
            return [];
        List<KeyValuePair<string, Value>>? others = null;
        foreach (var property in element.EnumerateObject())
        {
            if (property.Value.IsSaying() && JsonText.GetName(property) is var name && !taken.Contains(name))
                (others ??= []).Add(new(name, JsonText.ToValue(property.Value)));
        }

        return others is null ? [] : [.. others];
    }

    /// <summary>Whether a value is there and not empty, nor an object or a list of nothing but such.</summary>
    public static bool IsSaying(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null or JsonValueKind.Undefined => false,
        JsonValueKind.Array => value.EnumerateArray().Any(item => !item.IsArray() || item.IsSaying()),
        JsonValueKind.Object => value.EnumerateObject().Any(property => property.Value.IsSaying()),
        JsonValueKind.String => !value.ValueEquals(""),
        _ => true,
    };

    public static bool IsTrue(this JsonElement element, string name) => element.Get(name).ValueKind == JsonValueKind.True;

    /// <summary>The texts of a list, or the one text.</summary>
    public static ImmutableArray<string> Texts(this JsonElement element) => element.ValueKind == JsonValueKind.Array
        ? [.. element.EnumerateArray().Select(Text).OfType<string>()]
        : element.Text() is { } text ? [text] : [];

    /// <summary>Whether an array has only strings, one at least.</summary>
    public static bool IsTexts(this JsonElement element) =>
        element.ValueKind == JsonValueKind.Array
        && element.GetArrayLength() > 0
        && element.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String);
}
