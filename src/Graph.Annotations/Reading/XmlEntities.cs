using System.Net;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Files that were written for a DTD elsewhere use its names of letters, <c>&amp;eacute;</c>, which are those of HTML.
/// </summary>
internal static class XmlEntities
{
    private const string DocumentType = "<!DOCTYPE";
    private static readonly string[] OfXml = ["amp", "lt", "gt", "quot", "apos"];

    /// <summary>The text with declarations of the letters that it names and does not declare, in its document type if it has one.</summary>
    public static string Declare(string text)
    {
        var start = text.IndexOf(DocumentType, StringComparison.Ordinal);
        var end = start < 0 ? -1 : text.AsSpan(start).IndexOfAny('[', '>') + start;
        if (end <= start)
            return text;
        var declarations = string.Concat(ListLetters(text).Select(letter => $"<!ENTITY {letter.Name} \"&#{letter.Sign};\">"));
        return declarations.Length == 0 ? text
            : text[end] == '[' ? text.Insert(end + 1, declarations)
            : text.Insert(end, $" [{declarations}]");
    }

    private static IEnumerable<(string Name, int Sign)> ListLetters(string text) =>
        from name in Regex.Matches(text, "&(?<name>[A-Za-z][A-Za-z0-9]*);", RegexOptions.CultureInvariant)
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal)
        where !OfXml.Contains(name) && !Regex.IsMatch(text, $@"<!ENTITY\s+{name}\s", RegexOptions.CultureInvariant)
        let sign = WebUtility.HtmlDecode($"&{name};")
        where sign.Length == 1
        select (name, (int)sign[0]);
}
