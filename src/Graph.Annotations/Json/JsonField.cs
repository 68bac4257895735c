using System.Globalization;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>
/// A field by its possible names; a number names a position of an array. A name may be a path: <c>data.text</c>,
/// <c>annotations[0].result[]</c>, where empty brackets stand for every item.
/// </summary>
internal sealed class JsonField(params ImmutableArray<string> names)
{
    private readonly bool hasPaths = names.Any(JsonPath.IsPath);

    public bool IsEmpty => names.IsEmpty;

    public ImmutableArray<string> Names => names;

    /// <summary>Those of its names that lead through objects or lists.</summary>
    public IEnumerable<string> Paths => hasPaths ? names.Where(JsonPath.IsPath) : [];

    public bool Has(string name) => names.Contains(name);

    /// <summary>The names of several fields together, to ask for many times; of a path its first step.</summary>
    public static IReadOnlySet<string> ListNames(params ReadOnlySpan<JsonField> fields)
    {
        var result = new HashSet<string>(StringComparer.Ordinal);
        foreach (var field in fields)
            result.UnionWith(field.Names.Select(name => JsonPath.IsPath(name) ? name[..name.AsSpan().IndexOfAny('.', '[')] : name));
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

    /// <summary>The name under which a list stands; null where there is none.</summary>
    public string? FindList(JsonElement item) => names.FirstOrDefault(name => item.HasArray(name));

    /// <summary>The name under which something other than a list stands; null where there is a list, or nothing.</summary>
    public string? FindOtherThanList(JsonElement item) =>
        hasPaths || names.Any(name => item.HasArray(name))
            ? null
            : names.FirstOrDefault(name => item.Get(name).ValueKind != JsonValueKind.Undefined);

    /// <summary>The items of the list that the field is, or of all lists and values that its path leads to.</summary>
    public IEnumerable<JsonElement> GetAll(JsonElement item)
    {
        foreach (var name in names)
        {
            if (JsonPath.IsPath(name) && !item.Get(name).IsArray())
            {
                var found = JsonPath.Find(item, name).SelectMany(value => value.IsArray() ? value.Items() : [value]).ToList();
                if (found.Count > 0)
                    return found;
            }
            else if (TryGet(item, name, out var list) && list.IsArray())
            {
                return list.EnumerateArray();
            }
        }

        return [];
    }

    /// <summary>
    /// A string, or a number or truth value as it is written, or the text in a list of one; the first field that is such.
    /// </summary>
    public string? GetText(JsonElement item)
    {
        foreach (var name in names)
        {
            if (TryGet(item, name, out var value) && value.Text() is { } text)
                return text;
        }

        return null;
    }

    /// <summary>All texts of the first field that has any.</summary>
    public ImmutableArray<string> GetTexts(JsonElement item)
    {
        foreach (var name in names)
        {
            if (TryGet(item, name, out var value) && value.Texts() is { IsEmpty: false } texts)
                return texts;
        }

        return [];
    }

    public long? GetInteger(JsonElement item) => TryGet(item, out var value) ? value.Integer() : null;

    public double? GetNumber(JsonElement item) =>
        TryGet(item, out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetDouble(out var number) ? number : null;

    private bool TryGet(JsonElement item, string name, out JsonElement value)
    {
        value = default;
        if (item.ValueKind == JsonValueKind.Object)
        {
            if (item.TryGetProperty(name, out value))
                return true;
            if (!hasPaths || !JsonPath.IsPath(name))
                return false;
            value = JsonPath.Find(item, name).FirstOrDefault();
            return value.ValueKind != JsonValueKind.Undefined;
        }

        if (item.ValueKind != JsonValueKind.Array
            || !int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var index)
            || index >= item.GetArrayLength())
            return false;

        value = item[index];
        return true;
    }
}

/// <summary>Follows <c>annotations[].result[0].value</c> through a value; <c>[-1]</c> is the last item.</summary>
internal static class JsonPath
{
    private const string Last = "-1";

    /// <summary>The objects that a path leads through, <c>a.b</c> of <c>a.b.c</c>; empty where it leads through none or a list.</summary>
    public static string GetHolder(string path) =>
        path.LastIndexOf('.') is > 0 and var end && !path.Contains('[') ? path[..end] : "";

    public static bool IsPath(string name) => name.AsSpan().IndexOfAny('.', '[') >= 0;

    public static IEnumerable<JsonElement> Find(JsonElement root, string path)
    {
        IEnumerable<JsonElement> found = [root];
        foreach (var step in path.Split('.'))
        {
            var bracket = step.IndexOf('[');
            var name = bracket < 0 ? step : step[..bracket];
            if (name.Length > 0)
                found = found.Select(value => value.Get(name)).Where(value => value.ValueKind != JsonValueKind.Undefined);
            foreach (var index in bracket < 0 ? [] : step[(bracket + 1)..].TrimEnd(']').Split("]["))
            {
                found = index == Last
                    ? found.Select(value => value.Items().LastOrDefault()).Where(value => value.ValueKind != JsonValueKind.Undefined)
                    : int.TryParse(index, NumberStyles.None, CultureInfo.InvariantCulture, out var position)
                    ? found.Select(value => value.At(position)).Where(value => value.ValueKind != JsonValueKind.Undefined)
                    : found.SelectMany(value => value.Items());
            }
        }

        return found;
    }
}
