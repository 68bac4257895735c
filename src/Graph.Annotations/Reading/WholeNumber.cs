using System.Globalization;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Numbers as files write places and counts: digits and nothing else, in any culture; tables write them as <c>3.0</c> where another row
/// has none.
/// </summary>
internal static class WholeNumber
{
    /// <summary>Null for anything else.</summary>
    public static long? Read(ReadOnlySpan<char> text) =>
        long.TryParse(WithoutFraction(text), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static ReadOnlySpan<char> WithoutFraction(ReadOnlySpan<char> text) =>
        text.EndsWith(".0", StringComparison.Ordinal) ? text[..^2] : text;

    /// <summary>The same of an attribute; null too where it is not there.</summary>
    public static long? Read(XElement element, string attribute) => Read((string?)element.Attribute(attribute));

    /// <summary>The same of an inner element.</summary>
    public static long? ReadElement(XElement holder, string name) => Read(holder.Element(name)?.Value);
}
