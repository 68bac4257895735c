using System.Globalization;
using System.Text.Json;

namespace Graph.Annotations;

/// <summary>Cells that hold lists: JSON arrays in all of them, or parts with a separator where the column is declared so.</summary>
internal static class TableLists
{
    /// <param name="type">What the column is declared to be; null to see.</param>
    public static PropertyColumn Read(PropertyColumn column, TableType? type)
    {
        if (column is not StringColumn texts || texts.Dictionary.Count == 0)
            return column;
        if (type is { ListSeparator: { } separator, Scalar: var scalar })
            return Convert(
                column, text => IsArray(text) ? ReadArray(text) ?? Split(text, separator, scalar) : Split(text, separator, scalar));
        return type is null
            && Enumerable.Range(0, texts.Dictionary.Count)
                .All(id => IsArray(texts.Dictionary.GetString(id)) && ReadArray(texts.Dictionary.GetString(id)) is not null)
            ? Convert(column, text => ReadArray(text)!.Value) : column;
    }

    private static bool IsArray(string text) => text.Length > 1 && text[0] == '[' && text[^1] == ']';

    private static PropertyColumn Convert(PropertyColumn column, Func<string, Value> read)
    {
        var known = new Dictionary<string, Value>(StringComparer.Ordinal);
        var values = new Value[column.Count];
        for (var row = 0; row < values.Length; row++)
        {
            if (!column.HasValue(row))
                continue;
            var text = column.GetValue(row).AsString();
            if (!known.TryGetValue(text, out values[row]))
                known.Add(text, values[row] = read(text));
        }

        return PropertyColumn.Create(column.Key, values);
    }

    private static Value Split(string text, char separator, TableColumnType scalar) =>
        Value.FromList([
            .. text.Split(separator, StringSplitOptions.TrimEntries).Where(part => part.Length > 0).Select(part => ReadScalar(part, scalar))
        ]);

    private static Value ReadScalar(string part, TableColumnType type) => type switch
    {
        TableColumnType.Integer when long.TryParse(part, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            => Value.FromInteger(number),
        TableColumnType.Float when double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
            Value.FromFloat(number),
        TableColumnType.Boolean when bool.TryParse(part, out var truth) => truth ? Value.True : Value.False,
        TableColumnType.Date when PartialDate.TryParse(part, out var date, out _) => Value.FromDate(date),
        _ => Value.FromString(part),
    };

    /// <summary>A JSON array of strings, numbers and truth values; null for anything else.</summary>
    private static Value? ReadArray(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            return Value.FromList([.. document.RootElement.EnumerateArray().Select(ReadItem)]);
        }
        catch (JsonException)
        {
            // Text that happens to stand in brackets stays text.
            return null;
        }
    }

    private static Value ReadItem(JsonElement item) => item.ValueKind switch
    {
        JsonValueKind.String => Value.FromString(item.GetString()!),
        JsonValueKind.True => Value.True,
        JsonValueKind.False => Value.False,
        JsonValueKind.Number => item.TryGetInt64(out var number) ? Value.FromInteger(number) : Value.FromFloat(item.GetDouble()),
        JsonValueKind.Null => Value.Null,
        _ => Value.FromString(item.GetRawText()),
    };
}
