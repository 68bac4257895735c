using System.Globalization;
using System.Text;

namespace Graph.Terminal;

/// <summary>
/// Text of unknown origin as it may be shown: characters that would steer a terminal, turn the reading direction or
/// hide are replaced, so that what is seen is what is there.
/// </summary>
public static class VisibleText
{
    private const char Replacement = '\uFFFD';

    /// <summary>
    /// Controls, line separators, lone surrogates, invisible formatting, and letters and signs that are drawn as nothing. The joiners and
    /// variation selectors that scripts need are not.
    /// </summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => IsBlank(rune.Value),
    };

    /// <summary>
    /// Those of <c>Default_Ignorable_Code_Point</c> in other categories, assigned or not, and two signs that are only a blank.
    /// </summary>
    private static bool IsBlank(int codePoint) =>
        codePoint is 0x034F or 0x115F or 0x1160 or 0x17B4 or 0x17B5 or 0x2065 or 0x2800 or 0x3164 or 0xFFA0
        or (>= 0xFFF0 and <= 0xFFF8) or 0x1D159 or ((>= 0xE0000 and <= 0xE0FFF) and not (>= 0xE0100 and <= 0xE01EF));

    public static bool HasHidden(ReadOnlySpan<char> text)
    {
        if (!text.ContainsAnyExceptInRange(' ', '~'))
            return false;

        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out var rune, out var length) != System.Buffers.OperationStatus.Done || IsHidden(rune))
                return true;
            text = text[length..];
        }

        return false;
    }

    /// <summary>
    /// One sign of one cell for each hidden UTF-16 unit, so that columns keep their places: controls as their Unicode pictures
    /// (<c>␛</c>), everything else as <c>�</c>.
    /// </summary>
    public static string Show(string text)
    {
        if (!HasHidden(text))
            return text;

        var shown = new StringBuilder(text.Length);
        for (var rest = text.AsSpan(); !rest.IsEmpty;)
        {
            var isWhole = Rune.DecodeFromUtf16(rest, out var rune, out var length) == System.Buffers.OperationStatus.Done;
            if (isWhole && !IsHidden(rune))
                shown.Append(rest[..length]);
            else
                shown.Append(rest[0] switch
                {
                    < ' ' => (char)(0x2400 + rest[0]),
                    '\x7F' => '\u2421',
                    _ => Replacement,
                }, length);
            rest = rest[length..];
        }

        return shown.ToString();
    }
}
