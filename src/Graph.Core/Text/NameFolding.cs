using System.Globalization;
using System.Text;

namespace Graph.Core;

/// <summary>
/// Names without case, diacritics and typographic variants, so that <c>Kirgizië</c> and <c>KIRGIZIE</c> meet; what <c>fold</c> gives.
/// </summary>
public static class NameFolding
{
    /// <summary>
    /// Compatibility decomposition without nonspacing marks, lower case, Latin ligatures and strokes written out, blanks collapsed.
    /// Idempotent.
    /// </summary>
    public static string Fold(string text)
    {
        if (!Ascii.IsValid(text))
            return Collapse(FoldCharacters(text));
        return IsFoldedAscii(text) ? text : Collapse(text.ToLowerInvariant());
    }

    private static string FoldCharacters(string text)
    {
        var codes = UnicodeNormalization.Decompose(text, isCompatibility: true);
        codes.RemoveAll(static code => CharUnicodeInfo.GetUnicodeCategory(code) == UnicodeCategory.NonSpacingMark);

        // Only now, as a mark that is gone may have kept two others apart.
        UnicodeNormalization.Reorder(codes);
        var folded = new StringBuilder(codes.Count + 4);
        foreach (var code in codes)
            AppendFolded(folded, ToLower(code));
        return folded.ToString();
    }

    private static int ToLower(int code) => Rune.TryCreate(code, out var rune) ? Rune.ToLowerInvariant(rune).Value : code;

    private static void AppendFolded(StringBuilder folded, int code)
    {
        switch (code)
        {
            case 'ß': folded.Append("ss"); break;
            case 'ø': folded.Append('o'); break;
            case 'ł': folded.Append('l'); break;
            case 'đ': folded.Append('d'); break;
            case 'æ': folded.Append("ae"); break;
            case 'œ': folded.Append("oe"); break;
            case 'ı': folded.Append('i'); break;
            case '\u2018' or '\u2019' or '\u201A' or '\u201B' or '\u02BC': folded.Append('\''); break;
            case '\u201C' or '\u201D' or '\u201E' or '\u201F': folded.Append('"'); break;
            case (>= '\u2010' and <= '\u2015') or '\u2212': folded.Append('-'); break;
            default: UnicodeNormalization.AppendCode(folded, code); break;
        }
    }

    private static bool IsFoldedAscii(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            var isEdge = i == 0 || i == text.Length - 1;
            if (char.IsAsciiLetterUpper(text[i]) || (char.IsWhiteSpace(text[i]) && (text[i] != ' ' || isEdge || text[i - 1] == ' ')))
                return false;
        }

        return true;
    }

    private static string Collapse(string text)
    {
        var collapsed = new StringBuilder(text.Length);
        foreach (var unit in text)
        {
            if (!char.IsWhiteSpace(unit))
                collapsed.Append(unit);
            else if (collapsed.Length > 0 && collapsed[^1] != ' ')
                collapsed.Append(' ');
        }

        if (collapsed.Length > 0 && collapsed[^1] == ' ')
            collapsed.Length--;
        return collapsed.ToString();
    }
}
