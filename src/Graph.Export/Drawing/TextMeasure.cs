using System.Globalization;
using System.Text;

namespace Graph.Export;

/// <summary>
/// How much room text needs, without a font at hand: as wide as the widest of the usual fonts without serifs, so that it fits with any of
/// them.
/// </summary>
internal static class TextMeasure
{
    private const string Narrow = "ijlI.,:;'|!()[]{} `";
    private const string Wide = "mwMW@%";
    private const string Ellipsis = "…";

    /// <summary>In pixels.</summary>
    public static double GetWidth(string text, double fontSize)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += GetWidth(rune);
        return width * fontSize;
    }

    /// <summary>
    /// The lines of a text that is broken at blanks and, where a word is longer than a line, inside it. What does not fit ends in an
    /// ellipsis.
    /// </summary>
    public static ImmutableArray<string> Wrap(string text, int lineLength, int mostLines)
    {
        var lines = new List<string>();
        foreach (var word in text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Break(word, lineLength)))
        {
            if (lines.Count > 0 && lines[^1].Length + 1 + word.Length <= lineLength)
                lines[^1] += $" {word}";
            else
                lines.Add(word);
        }

        if (lines.Count > mostLines)
            lines[mostLines - 1] = $"{lines[mostLines - 1]}{Ellipsis}";
        return [.. lines.Take(mostLines)];
    }

    /// <summary>A line cut to a length, with an ellipsis if that is not all.</summary>
    public static string Cut(string text, int length)
    {
        var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return line.Length <= length ? line : $"{line[..Snap(line, length - 1)].TrimEnd()}{Ellipsis}";
    }

    private static IEnumerable<string> Break(string word, int length)
    {
        while (word.Length > length)
        {
            var end = Snap(word, length);
            yield return word[..end];
            word = word[end..];
        }

        yield return word;
    }

    /// <summary>The last place up to a position that lies between two characters as people see them.</summary>
    private static int Snap(string text, int position)
    {
        var end = 0;
        while (end < text.Length && StringInfo.GetNextTextElementLength(text, end) is var next && end + next <= position)
            end += next;
        return end == 0 ? Math.Min(text.Length, StringInfo.GetNextTextElementLength(text, 0)) : end;
    }

    private static double GetWidth(Rune rune)
    {
        if (rune.IsAscii)
        {
            var unit = (char)rune.Value;
            return Narrow.Contains(unit)
                ? 0.36
                : Wide.Contains(unit) ? 0.98
                : char.IsAsciiLetterUpper(unit) || unit is '_' or '#' or '&' ? 0.72
                : 0.62;
        }

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
            UnicodeCategory.UppercaseLetter => 0.78,
            UnicodeCategory.OtherLetter or UnicodeCategory.OtherSymbol => 1.05,
            _ => 0.68,
        };
    }
}
