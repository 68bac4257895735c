using System.Globalization;

namespace Graph.Results;

/// <summary>Text that a spreadsheet must not run.</summary>
internal static class SpreadsheetGuard
{
    /// <summary>
    /// The text, with an apostrophe in front where it would be a formula. Blanks, controls and marks before the sign do not hide it, nor
    /// does its full-width form.
    /// </summary>
    public static string Disarm(string text)
    {
        foreach (var unit in text)
        {
            if (unit is '=' or '+' or '-' or '@' or '＝' or '＋' or '－' or '＠' or '\u2212')
                return $"'{text}";
            if (unit is '\t' or '\r' or '\n')
                return $"'{text}";
            if (!char.IsWhiteSpace(unit) && !char.IsControl(unit) && CharUnicodeInfo.GetUnicodeCategory(unit) != UnicodeCategory.Format)
                break;
        }

        return text;
    }
}
