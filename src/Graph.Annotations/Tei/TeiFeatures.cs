using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>
/// Annotations that stand outside the words, as CATMA exports them: <c>seg</c> elements whose <c>@ana</c> points at an <c>fs</c>, of a type
/// that an <c>fsDecl</c> of the text declares. All segments of one structure are one mention.
/// </summary>
internal sealed class TeiFeatures
{
    private const string OfTheTool = "catma_";

    private readonly XmlFile xml;
    private readonly ReadingLog log;
    private readonly Dictionary<string, string> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, XElement> structures = new(StringComparer.Ordinal);

    /// <param name="root">The text with its header, which declares the types.</param>
    /// <param name="taken">Structures that were read with what points at them.</param>
    public TeiFeatures(XmlFile xml, XElement root, IReadOnlySet<XElement> taken, ReadingLog log)
    {
        (this.xml, this.log) = (xml, log);
        foreach (var declaration in root.Descendants(Namespace + "fsDecl"))
        {
            if ((string?)declaration.Attribute("type") is { Length: > 0 } type)
                types.TryAdd(type, GetTypeName(declaration, type));
        }

        foreach (var structure in ListStructures(root).Where(structure => !taken.Contains(structure)))
            structures.TryAdd((string)structure.Attribute(TeiAuthorities.Id)!, structure);
    }

    /// <summary>Counts the structures of a text without words, such as one whose words are in another file.</summary>
    public static void CountAll(XElement root, ReadingLog log) => CountWithoutWords(ListStructures(root).Count(), log);

    /// <summary>The mentions in the order of their first segments; counts the structures and the pointers that give none.</summary>
    /// <param name="text">The words of the article, to join segments with nothing but blanks between them.</param>
    /// <param name="segments">The segments that point at something, with their spans.</param>
    public IEnumerable<Mention> Read(string text, IEnumerable<(XElement Element, TextSpan Span)> segments)
    {
        var parts = new OrderedDictionary<string, List<(XElement Element, TextSpan Span)>>(StringComparer.Ordinal);
        foreach (var segment in segments.OrderBy(segment => segment.Span.Start).ThenByDescending(segment => segment.Span.Length))
        {
            foreach (var target in TeiReference.Split((string?)segment.Element.Attribute("ana")))
            {
                if (!IsDeclared(target))
                    log.CountLoss("analyses of 'seg' elements without a declared type");
                else if (parts.TryGetValue(target[1..], out var known))
                    known.Add(segment);
                else
                    parts.Add(target[1..], [segment]);
            }
        }

        CountWithoutWords(structures.Keys.Count(id => !parts.ContainsKey(id)), log);
        return parts.Select(part => CreateMention(part.Key, part.Value[0].Element, Join(text, part.Value.Select(segment => segment.Span))));
    }

    private Mention CreateMention(string id, XElement segment, ImmutableArray<TextSpan> fragments)
    {
        var structure = structures[id];
        var features = structure.Elements(Namespace + "f")
            .ToLookup(feature => GetName(feature).StartsWith(OfTheTool, StringComparison.Ordinal));
        log.CountPassed("features of CATMA itself, such as who annotated", features[true].Count());
        return new Mention(id, [types[(string)structure.Attribute("type")!]], fragments, xml.GetPlace(segment))
        {
            Properties = [.. features[false].SelectMany(feature => ReadFeature(feature, log))],
        };
    }

    /// <summary>The features of a structure by their names.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> ReadAll(XElement structure, ReadingLog log) =>
        structure.Elements(Namespace + "f").SelectMany(feature => ReadFeature(feature, log));

    /// <summary>A feature with several values is as many properties of its name.</summary>
    private static IEnumerable<KeyValuePair<string, Value>> ReadFeature(XElement feature, ReadingLog log)
    {
        var values = feature
            .Descendants()
            .Where(value => !value.HasElements)
            .Select(value => (string?)value.Attribute("value") ?? TeiBody.Normalize(value.Value))
            .Concat([(string?)feature.Attribute("fVal") ?? ""])
            .Where(value => value.Length > 0)
            .ToList();
        var name = GetName(feature);
        if (name.Length > 0 && values.Count > 0)
            return values.Select(value => KeyValuePair.Create(name, Value.FromString(value)));

        log.CountLoss("features without a name or a value");
        return [];
    }

    /// <summary>Segments that touch or overlap, or have only blanks between them, are one fragment.</summary>
    public static ImmutableArray<TextSpan> Join(string text, IEnumerable<TextSpan> spans)
    {
        var fragments = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans)
        {
            if (fragments.Count > 0 && fragments[^1] is var last
                && (span.Start <= last.End || text.AsSpan(last.End, span.Start - last.End).IsWhiteSpace()))
                fragments[^1] = last.Cover(span);
            else
                fragments.Add(span);
        }

        return fragments.ToImmutable();
    }

    private bool IsDeclared(string target) =>
        target.StartsWith('#')
        && structures.TryGetValue(target[1..], out var structure)
        && (string?)structure.Attribute("type") is { } type
        && types.ContainsKey(type);

    private static void CountWithoutWords(int count, ReadingLog log) =>
        log.CountLoss("feature structures that no words of a text point at", count);

    private static IEnumerable<XElement> ListStructures(XElement root) =>
        root.Descendants(Namespace + "fs").Where(structure => structure.Attribute(TeiAuthorities.Id) is not null);

    private static string GetTypeName(XElement declaration, string type) =>
        TeiBody.Normalize(declaration.Element(Namespace + "fsDescr")?.Value ?? "") is { Length: > 0 } name ? name : type;

    private static string GetName(XElement feature) => (string?)feature.Attribute("name") ?? "";
}
