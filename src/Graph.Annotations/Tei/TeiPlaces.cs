using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Where the elements of a text that have an id stand in its words, and the characters in these: what annotations outside of the words
/// point at.
/// </summary>
internal sealed class TeiPlaces
{
    private readonly Dictionary<string, XElement> elements = new(StringComparer.Ordinal);
    private readonly Dictionary<XElement, TextSpan> spans = [];
    private readonly Dictionary<XText, int[]> characters = [];

    /// <param name="span">In UTF-16 units of the words; of no length where the element has none.</param>
    public void Add(XElement element, TextSpan span)
    {
        if (GetId(element) is { } id && elements.TryAdd(id, element))
            spans.Add(element, span);
    }

    /// <param name="offsets">The place in the words of each UTF-16 unit of the node, and of its end.</param>
    public void Add(XText node, int[] offsets) => characters[node] = offsets;

    /// <summary>
    /// An element by its id, or <c>string-range(id,2,3)</c>: code points from the third of it on; null where there is none.
    /// </summary>
    public TextSpan? Find(string pointer)
    {
        var range = Regex.Match(
            pointer,
            @"^string-(range|index)\(\s*#?(?<id>[^,\s]+)\s*,\s*(?<start>\d{1,9})\s*(,\s*(?<length>\d{1,9})\s*)?\)$",
            RegexOptions.CultureInvariant);
        if (!range.Success)
            return elements.TryGetValue(pointer, out var element) ? spans[element] : null;
        return elements.TryGetValue(range.Groups["id"].Value, out var holder)
            ? FindRange(holder, GetNumber(range.Groups["start"]), GetNumber(range.Groups["length"]))
            : null;
    }

    public static string? GetId(XElement element) => (string?)element.Attribute(TeiAuthorities.Id) ?? (string?)element.Attribute("id");

    private TextSpan? FindRange(XElement holder, int start, int length)
    {
        var offsets = new TextOffsets(holder.Value);
        if (!offsets.TryGetStart(start, out var from) || !offsets.TryGetStart((long)start + length, out var to))
            return null;
        return FindOffset(holder, from) is { } first && FindOffset(holder, to) is { } last && first <= last
            ? TextSpan.FromBounds(first, last)
            : null;
    }

    /// <summary>The place in the words of a UTF-16 unit of an element; null in parts that are no words.</summary>
    private int? FindOffset(XElement holder, int unit)
    {
        foreach (var node in holder.DescendantNodes().OfType<XText>())
        {
            if (unit <= node.Value.Length)
                return characters.TryGetValue(node, out var offsets) ? offsets[unit] : null;
            unit -= node.Value.Length;
        }

        return null;
    }

    private static int GetNumber(Group digits) => digits.Success ? int.Parse(digits.Value, CultureInfo.InvariantCulture) : 0;
}
