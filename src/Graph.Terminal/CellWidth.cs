using System.Globalization;
using System.Text;

namespace Graph.Terminal;

/// <summary>How many cells of a terminal a text fills.</summary>
public static class CellWidth
{
    /// <summary>The cells of a text without line breaks; a hidden character counts as the cells of the signs it is shown as.</summary>
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
    /// The cells of one text element: those of its widest character, as marks, joiners and joined emoji share the cells of what they join;
    /// and those of the signs for what is hidden in it. A flag is two narrow letters that are drawn as one wide sign.
    /// </summary>
    public static int MeasureElement(ReadOnlySpan<char> element)
    {
        var widest = 0;
        var hidden = 0;
        var regionalIndicators = 0;
        foreach (var rune in element.EnumerateRunes())
        {
            if (VisibleText.IsHidden(rune))
                hidden += rune.Utf16SequenceLength;
            else
                widest = Math.Max(widest, MeasureVisible(rune));
            regionalIndicators += rune.Value is >= 0x1F1E6 and <= 0x1F1FF ? 1 : 0;
        }

        return (regionalIndicators == 2 ? 2 : widest) + hidden;
    }

    private static int MeasureVisible(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.Format => 0,
        UnicodeCategory.OtherLetter when IsLaterJamo(rune.Value) => 0,
        _ => WideCharacters.Contains(rune.Value) ? 2 : 1,
    };

    /// <summary>A vowel or a final consonant of Hangul, which a terminal draws into the cells of the consonant before it.</summary>
    private static bool IsLaterJamo(int codePoint) => codePoint is (>= 0x1161 and <= 0x11FF) or (>= 0xD7B0 and <= 0xD7FB);
}
