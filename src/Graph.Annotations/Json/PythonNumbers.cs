using System.Text;

namespace Graph.Annotations;

/// <summary>
/// <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>, which Python writes where a table had nothing and JSON has no word for: an empty text
/// of the same length takes their place, so that what is behind stays where it is.
/// </summary>
internal static class PythonNumbers
{
    public static string Remove(string json)
    {
        if (!json.Contains("NaN", StringComparison.Ordinal) && !json.Contains("Infinity", StringComparison.Ordinal))
            return json;
        var text = new StringBuilder(json);
        var isInText = false;
        for (var index = 0; index < json.Length; index++)
        {
            if (json[index] == '"')
                isInText = !isInText;
            else if (json[index] == '\\' && isInText)
                index++;
            else if (!isInText && FindWord(json.AsSpan(index)) is { } word)
                Replace(text, ref index, word.Length);
        }

        return text.ToString();
    }

    private static string? FindWord(ReadOnlySpan<char> json)
    {
        var word = json[0] switch
        {
            'N' => "NaN",
            'I' => "Infinity",
            '-' => "-Infinity",
            _ => null,
        };
        return word is not null && json.StartsWith(word, StringComparison.Ordinal) ? word : null;
    }

    private static void Replace(StringBuilder text, ref int index, int length)
    {
        text[index] = text[index + 1] = '"';
        for (var blank = index + 2; blank < index + length; blank++)
            text[blank] = ' ';
        index += length - 1;
    }
}
