using System.Text.RegularExpressions;
using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>A TEI file of annotations, or the one of the words, by the name that others point at it with.</summary>
internal sealed class TeiLayer(string fileName, XmlFile xml, XElement root)
{
    private Dictionary<string, XElement>? byId;

    public string FileName => fileName;

    public XmlFile Xml => xml;

    public XElement Root => root;

    public XElement? Find(string id) => (byId ??= ListIds(root)).GetValueOrDefault(id);

    private static Dictionary<string, XElement> ListIds(XElement root)
    {
        var result = new Dictionary<string, XElement>(StringComparer.Ordinal);
        foreach (var element in root.DescendantsAndSelf())
        {
            if (TeiPlaces.GetId(element) is { } id)
                result.TryAdd(id, element);
        }

        return result;
    }
}

/// <summary>
/// Follows pointers from annotations to the words that they are about, through other annotations and other files: from names to tokens,
/// from tokens to segments, from these to characters of the text.
/// </summary>
/// <param name="words">The layer of the words, which stand at the places.</param>
internal sealed class TeiPointers(TeiLayer words, IReadOnlyList<TeiLayer> others, TeiPlaces places)
{
    private const int MaximumDepth = 20;

    private static readonly string[] Lists = ["target", "corresp"];

    /// <summary>The pointers of an annotation: its <c>ptr</c> elements, else its own.</summary>
    public static List<string> List(XElement annotation)
    {
        var inner = annotation.Elements(Namespace + "ptr")
            .Select(pointer => (string?)pointer.Attribute("target"))
            .OfType<string>()
            .ToList();
        return inner.Count > 0
            ? inner
            : [.. Lists.Select(name => Split((string?)annotation.Attribute(name))).FirstOrDefault(list => list.Count > 0) ?? []];
    }

    /// <summary>Pointers between blanks; those in the brackets of <c>string-range(p1, 0, 3)</c> part nothing.</summary>
    public static List<string> Split(string? pointers) =>
        [.. Regex.Matches(pointers ?? "", @"[^\s(]*\([^)]*\)|\S+", RegexOptions.CultureInvariant).Select(match => match.Value)];

    /// <summary>The spans of the words that an element is about, or is; none where a pointer leads nowhere.</summary>
    public List<TextSpan> Resolve(TeiLayer layer, XElement element) => Resolve(layer, element, 0) ?? [];

    /// <summary>The element that a pointer of a layer means.</summary>
    public (TeiLayer Layer, XElement Element)? FindElement(TeiLayer from, string pointer)
    {
        var (layer, id) = FindLayer(from, pointer);
        return layer?.Find(id) is { } element ? (layer, element) : null;
    }

    /// <summary>Null where a pointer leads nowhere, or in a circle.</summary>
    private List<TextSpan>? Resolve(TeiLayer layer, XElement element, int depth)
    {
        if (depth > MaximumDepth)
            return null;
        if ((string?)element.Attribute("from") is { } from)
        {
            return Resolve(layer, [from], depth) is [var first, ..]
                && Resolve(layer, [(string?)element.Attribute("to") ?? from], depth) is [.., var last]
                && first.Start <= last.End
                ? [first.Cover(last)]
                : null;
        }

        return List(element) is { Count: > 0 } pointers ? Resolve(layer, pointers, depth) : null;
    }

    private List<TextSpan>? Resolve(TeiLayer from, IEnumerable<string> pointers, int depth)
    {
        var spans = new List<TextSpan>();
        foreach (var pointer in pointers)
        {
            var (layer, id) = FindLayer(from, pointer);
            if (layer is null)
                return null;
            if (layer == words && places.Find(id) is { } place)
                spans.Add(place);
            else if (layer.Find(id) is { } element && Resolve(layer, element, depth + 1) is { } inner)
                spans.AddRange(inner);
            else
                return null;
        }

        return spans;
    }

    /// <summary><c>ann_named.xml#n1</c>, <c>#n1</c>, <c>n1</c>, and with a prefix that the header declares, <c>text:w1</c>.</summary>
    private (TeiLayer? Layer, string Id) FindLayer(TeiLayer from, string pointer)
    {
        var mark = pointer.IndexOf('#');
        var bracket = pointer.IndexOf('(');
        if (mark >= 0 && (bracket < 0 || mark < bracket))
            return (mark == 0 ? from : Find(pointer[..mark]), pointer[(mark + 1)..]);
        return pointer.IndexOf(':') is > 0 and var colon && FindPrefix(from, pointer[..colon]) is { } declared
            ? (declared, pointer[(colon + 1)..])
            : (from, pointer);
    }

    private TeiLayer? FindPrefix(TeiLayer from, string prefix) =>
        from.Root.Document?.Root?.Descendants(Namespace + "prefixDef")
            .Where(definition => (string?)definition.Attribute("ident") == prefix)
            .Select(definition => (string?)definition.Attribute("replacementPattern") ?? "")
            .Select(pattern => pattern.IndexOf('#') is >= 0 and var mark ? mark == 0 ? from : Find(pattern[..mark]) : null)
            .FirstOrDefault(layer => layer is not null);

    private TeiLayer? Find(string path)
    {
        var name = Uri.UnescapeDataString(path[(path.LastIndexOf('/') + 1)..]);
        return words.FileName == name ? words : others.FirstOrDefault(layer => layer.FileName == name);
    }
}
