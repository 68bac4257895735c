using System.Globalization;
using System.Text;

namespace Graph.Query.Parsing;

/// <summary>The character classes of both languages, by Unicode's general categories (Annex 31: identifiers).</summary>
internal static class Characters
{
    public static bool IsBlank(char character) => character <= ' '
        ? character is ' ' or (>= '\t' and <= '\r') or (>= '\u001c' and <= '\u001f')
        : character > '~' && (char.IsWhiteSpace(character) || character == '\ufeff');

    public static bool IsDigit(char character) => character is >= '0' and <= '9';

    /// <summary>The length in UTF-16 units of the letter or <c>_</c> that can start a word here; 0 where none does.</summary>
    public static int WordStartLength(string text, int position, int end) => Length(text, position, end, isStart: true);

    /// <summary>The end of the word that starts here, or <paramref name="position"/> where none does.</summary>
    public static int WordEnd(string text, int position, int end)
    {
        var length = WordStartLength(text, position, end);
        while (length > 0)
        {
            position += length;
            length = Length(text, position, end, isStart: false);
        }

        return position;
    }

    /// <summary>True where the word or number before <paramref name="position"/> would go on.</summary>
    public static bool IsWordPart(string text, int position, int end) => Length(text, position, end, isStart: false) > 0;

    private static int Length(string text, int position, int end, bool isStart)
    {
        if (position >= end)
            return 0;
        var character = text[position];
        if (character < 128)
            return char.IsAsciiLetter(character) || character == '_' || (!isStart && IsDigit(character)) ? 1 : 0;
        return Rune.TryGetRuneAt(text, position, out var rune) && IsNamePart(Rune.GetUnicodeCategory(rune), isStart)
            ? rune.Utf16SequenceLength
            : 0;
    }

    private static bool IsNamePart(UnicodeCategory category, bool isStart) => category switch
    {
        UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter => true,
        UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter or UnicodeCategory.LetterNumber => true,
        UnicodeCategory.ConnectorPunctuation => true,
        UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.DecimalDigitNumber => !isStart,
        _ => false,
    };
}
