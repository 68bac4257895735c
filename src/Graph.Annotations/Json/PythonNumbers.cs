using System.Text;

namespace Graph.Annotations;

/// <summary>
/// <c>NaN</c>, <c>Infinity</c> and <c>-Infinity</c>, which Python writes where a table had nothing and JSON has no word for: an empty text
/// of the same length takes their place, so that what is behind stays where it is.
/// </summary>
internal static class PythonNumbers
{
    private static readonly string[] Words = ["NaN", "-Infinity", "Infinity"];

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
            else if (!isInText && Array.Find(Words, word => json.AsSpan(index).StartsWith(word, StringComparison.Ordinal)) is { } found)
                Replace(text, ref index, found.Length);
        }

        return text.ToString();
    }

    private static void Replace(StringBuilder text, ref int index, int length)
    {
        text[index] = text[index + 1] = '"';
        for (var blank = index + 2; blank < index + length; blank++)
            text[blank] = ' ';
        index += length - 1;
    }
}
