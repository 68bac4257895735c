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

    /// <summary>Controls, line separators, lone surrogates and invisible formatting. The joiners that scripts need are not.</summary>
    public static bool IsHidden(Rune rune) => Rune.GetUnicodeCategory(rune) switch
    {
        UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate => true,
        UnicodeCategory.Format => rune.Value is not (0x200C or 0x200D),
        _ => false,
    };

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
