using System.Globalization;
using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>A tag of the attribute <c>custom</c>, <c>place {offset:15; length:2; continued:true;}</c>.</summary>
/// <param name="Offset">In the line; null where the tag is about the whole line.</param>
/// <param name="Values">What else it says.</param>
internal sealed record PageTag(string Name, long? Offset, long Length, bool IsContinued, IReadOnlyDictionary<string, string> Values)
{
    private static readonly string[] Own = ["offset", "length", "continued", "index"];

    public static IEnumerable<PageTag> ReadAll(string custom)
    {
        foreach (Match match in Regex.Matches(custom, @"(?<name>[^\s{}]+)\s*\{(?<values>[^{}]*)\}", RegexOptions.CultureInvariant))
        {
            var values = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var pair in match.Groups["values"].Value.Split(';'))
            {
                if (pair.IndexOf(':') is > 0 and var colon)
                    values[pair[..colon].Trim()] = Unescape(pair[(colon + 1)..].Trim());
            }

            yield return new PageTag(
                match.Groups["name"].Value,
                WholeNumber.Read(values.GetValueOrDefault("offset")),
                WholeNumber.Read(values.GetValueOrDefault("length")) ?? 0,
                values.GetValueOrDefault("continued") == "true",
                values.Where(value => !Own.Contains(value.Key)).ToDictionary(StringComparer.Ordinal));
        }
    }

    /// <summary>Signs that would end a value are written as <c>\u003b</c>.</summary>
    private static string Unescape(string value) => Regex.Replace(
        value,
        @"\\u([0-9a-fA-F]{4})",
        match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture)).ToString(),
        RegexOptions.CultureInvariant);
}
