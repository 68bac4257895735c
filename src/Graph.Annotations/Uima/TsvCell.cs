using System.Buffers;
using System.Globalization;
using System.Text;

namespace Graph.Annotations;

/// <summary>One of the values stacked in a cell.</summary>
/// <param name="Text">Escapes as they stand; null for <c>*</c>, an annotation without a value.</param>
/// <param name="Number">What stands in the brackets, <c>7</c> or <c>93_1</c>; empty where there are none.</param>
internal readonly record struct TsvItem(string? Text, string Number)
{
    /// <summary>The number of the annotation that runs over several tokens or is one of several here; 0 for none.</summary>
    public int Annotation =>
        Number.Length > 0 && int.TryParse(Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}

/// <summary>The cells of WebAnno TSV 3: <c>_</c> is none, <c>|</c> stacks, <c>[n]</c> numbers, a backslash escapes.</summary>
internal static class TsvCell
{
    private const string None = "_";
    private const string NoValue = "*";
    private static readonly SearchValues<char> NumberCharacters = SearchValues.Create("0123456789_");

    public static bool IsEmpty(string cell) => cell is "" or None;

    public static ImmutableArray<TsvItem> Read(string cell) =>
        IsEmpty(cell) ? [] : !cell.Contains('|') ? [ReadItem(cell)] : [.. Split(cell, '|').Select(ReadItem)];

    /// <summary>Splits where the separator is not escaped; parts keep their escapes.</summary>
    public static IEnumerable<string> Split(string text, char separator)
    {
        var start = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '\\')
                i++;
            else if (text[i] == separator)
            {
                yield return text[start..i];
                start = i + 1;
            }
        }

        yield return text[start..];
    }

    /// <summary>A backslash takes what follows as it is, but for control characters; up to 3.1, <c>\uXXXX</c> is a character.</summary>
    public static string Unescape(string text, bool hasCodes = false)
    {
        if (!text.Contains('\\'))
            return text;

        var result = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] != '\\' || i + 1 == text.Length)
            {
                result.Append(text[i]);
                continue;
            }

            i++;
            if (hasCodes && text[i] == 'u' && i + 4 < text.Length
                && int.TryParse(text.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                result.Append((char)code);
                i += 4;
                continue;
            }

            result.Append(text[i] switch { 'n' => '\n', 't' => '\t', 'r' => '\r', 'f' => '\f', 'b' => '\b', var other => other });
        }

        return result.ToString();
    }

    public static string? GetValue(string? text) => text is null or NoValue ? null : Unescape(text);

    private static TsvItem ReadItem(string item)
    {
        var number = "";
        if (item.EndsWith(']') && FindBracket(item) is var bracket and >= 0)
        {
            number = item[(bracket + 1)..^1];
            item = item[..bracket];
        }

        return new TsvItem(item == NoValue ? null : item, number);
    }

    /// <summary>The bracket that opens the number at the end, unless it is escaped.</summary>
    private static int FindBracket(string item)
    {
        var bracket = item.LastIndexOf('[');
        return bracket > 0 && item[bracket - 1] == '\\' || bracket == 0 || !IsNumber(item.AsSpan(bracket + 1)[..^1]) ? -1 : bracket;
    }

    private static bool IsNumber(ReadOnlySpan<char> text) => text.Length > 0 && text.IndexOfAnyExcept(NumberCharacters) < 0;
}
