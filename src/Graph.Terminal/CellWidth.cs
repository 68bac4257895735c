using System.Globalization;
using System.Text;

namespace Graph.Terminal;

/// <summary>How many cells of a terminal a text fills.</summary>
public static class CellWidth
{
    /// <summary>The cells of a text without line breaks; a control character counts as the one cell it is shown in.</summary>
    public static int Measure(ReadOnlySpan<char> text)
    {
        var width = 0;
        while (!text.IsEmpty)
        {
            var length = StringInfo.GetNextTextElementLength(text);
            width += MeasureElement(text[..length]);
            text = text[length..];
        }

        return width;
    }

    /// <summary>
    /// The cells of one text element: those of its widest character, as marks, joiners and joined emoji share the cells of
    /// what they join. A flag is two narrow letters that are drawn as one wide sign.
    /// </summary>
    public static int MeasureElement(ReadOnlySpan<char> element)
    {
        if (element.Length == 1)
            return MeasureRune(element[0], CharUnicodeInfo.GetUnicodeCategory(element[0]));

        var width = 0;
        var regionalIndicators = 0;
        foreach (var rune in element.EnumerateRunes())
        {
            width = Math.Max(width, MeasureRune(rune.Value, Rune.GetUnicodeCategory(rune)));
            regionalIndicators += rune.Value is >= 0x1F1E6 and <= 0x1F1FF ? 1 : 0;
        }

        return regionalIndicators == 2 ? 2 : width;
    }

    private static int MeasureRune(int codePoint, UnicodeCategory category) => category switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark => 0,
        UnicodeCategory.Format when codePoint is 0x200C or 0x200D => 0,
        _ => WideCharacters.Contains(codePoint) ? 2 : 1,
    };
}
