using System.Globalization;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>A field by its possible names; a number names a position of an array.</summary>
internal sealed class JsonField(params ImmutableArray<string> names)
{
    public bool IsEmpty => names.IsEmpty;

    private ImmutableArray<string> Names => names;

    public bool Has(string name) => names.Contains(name);

    /// <summary>The names of several fields together, to ask for many times.</summary>
    public static IReadOnlySet<string> ListNames(params ReadOnlySpan<JsonField> fields)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
            result.UnionWith(field.Names);
        return result;
    }

    public override string ToString() => string.Join(" or ", names.Select(name => $"'{name}'"));

    /// <summary>The first of the fields that is there and not null.</summary>
    public bool TryGet(JsonElement item, out JsonElement value)
    {
        foreach (var name in names)
        {
            if (TryGet(item, name, out value) && value.ValueKind is not (JsonValueKind.Null or JsonValueKind.Undefined))
                return true;
        }

        value = default;
        return false;
    }

    /// <summary>A string, or a number or truth value as it is written; null where there is none.</summary>
    public string? GetText(JsonElement item) => TryGet(item, out var value)
        ? value.ValueKind switch
        {
            JsonValueKind.String => JsonText.Get(value),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        }
        : null;

    public long? GetInteger(JsonElement item) =>
        TryGet(item, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out var number) ? number : null;

    public double? GetNumber(JsonElement item) =>
        TryGet(item, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    private static bool TryGet(JsonElement item, string name, out JsonElement value)
    {
        value = default;
        if (item.ValueKind == JsonValueKind.Object)
            return item.TryGetProperty(name, out value);
        if (item.ValueKind != JsonValueKind.Array
            || !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= item.GetArrayLength())
            return false;

        value = item[index];
        return true;
    }
}

internal static class JsonText
{
    /// <summary>The text of a JSON string. Escapes that are half a surrogate pair make no text; they come as they are written.</summary>
    public static string Get(JsonElement element)
    {
        try
        {
            return element.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return element.GetRawText().Trim('"');
        }
    }

    /// <summary>A value of a property; objects and nested arrays as the text they are.</summary>
    public static Value ToValue(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => Value.FromString(Get(element)),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => element.TryGetInt64(out var number) ? Value.FromInteger(number) : Value.FromFloat(element.GetDouble()),
        JsonValueKind.Array => Value.FromList([.. element.EnumerateArray().Select(ToValue)]),
        JsonValueKind.Object => Value.FromString(element.GetRawText()),
        _ => Value.Null,
    };
}
