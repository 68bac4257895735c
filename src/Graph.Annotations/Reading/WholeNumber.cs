using System.Globalization;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>Numbers as files write places and counts: digits and nothing else, in any culture.</summary>
internal static class WholeNumber
{
    /// <summary>Null for anything else.</summary>
    public static long? Read(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The same of an attribute; null too where it is not there.</summary>
    public static long? Read(XElement element, string attribute) => Read((string?)element.Attribute(attribute));

    /// <summary>The same of an inner element.</summary>
    public static long? ReadElement(XElement holder, string name) => Read(holder.Element(name)?.Value);
}
