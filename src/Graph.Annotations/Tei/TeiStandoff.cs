using System.Xml.Linq;
using static Graph.Annotations.TeiFormat;

namespace Graph.Annotations;

/// <summary>
/// Annotations outside of the words, in the file of these or in others: <c>seg</c> with <c>ptr</c> and a feature structure as in the
/// National Corpus of Polish, <c>span</c> in groups, <c>annotation</c>. What says how the language is built is counted, all else is a
/// mention.
/// </summary>
internal sealed class TeiStandoff(TeiLayer words, IReadOnlyList<TeiLayer> others, TeiPlaces places, string text, ReadingLog log)
{
    private const string Coreference = "coreference";
    private const int LongestType = 40;

    private static readonly HashSet<string> Names = ["seg", "span", "annotation"];
    private static readonly HashSet<string> OfLanguage = new(StringComparer.OrdinalIgnoreCase)
    {
        "morph", "words", "word", "group", "sense", "pos", "lemma", "norm", "msd", "dep", "deprel", "syntax", "token", "orig", "phon",
        "superlemma",
    };

    // What the mention itself keeps of a structure.
    private static readonly HashSet<string> OfMention = ["type", "orth", "base", "semh"];

    private readonly TeiPointers pointers = new(words, others, places);
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<XElement, int> mentionOf = [];
    private readonly HashSet<XElement> structures = [];

    public IReadOnlyList<Mention> Mentions => mentions;

    public IReadOnlyList<CoreferenceChain> Chains { get; private set; } = [];

    /// <summary>The feature structures of what was read here.</summary>
    public IReadOnlySet<XElement> Structures => structures;

    /// <summary>Whether a text has annotations outside of its words, in its file.</summary>
    public static bool IsIn(XElement root) => ListAnnotations(root).Any();

    /// <summary>Counts what is in a file whose words are not there.</summary>
    public static void CountAll(XElement root, ReadingLog log) =>
        log.CountLoss("annotations whose words are in another file", ListAnnotations(root).Count());

    public void Read()
    {
        var links = new List<(TeiLayer Layer, XElement Element)>();
        foreach (var layer in others.Prepend(words))
        {
            foreach (var element in ListAnnotations(layer.Root))
            {
                if (GetKind(layer, element) == Coreference)
                    links.Add((layer, element));
                else
                    Add(layer, element);
            }

        }

        foreach (var layer in others.Prepend(words))
        {
            if (mentions.Count > 0)
                links.AddRange(ListLinks(layer.Root).Select(link => (layer, link)));
            else
                CountLinks(ListLinks(layer.Root));
        }

        Chains = [.. links.Select(link => ReadChain(link.Layer, link.Element)).OfType<CoreferenceChain>()];
    }

    private static IEnumerable<XElement> ListAnnotations(XElement root) =>
        root.Descendants()
            .Where(element => element.Name.Namespace == Namespace && Names.Contains(element.Name.LocalName) && IsAnnotation(element));

    /// <summary>A segment is one where it points at words and says something of them; others only part the text.</summary>
    private static bool IsAnnotation(XElement element) =>
        element.Name.LocalName != "seg"
            ? element.Attribute("from") is not null || TeiPointers.List(element).Count > 0
            : element.Element(Namespace + "fs") is not null && TeiPointers.List(element).Count > 0;

    private static IEnumerable<XElement> ListLinks(XElement root) =>
        root.Descendants(Namespace + "link").Where(link => link.Attribute("target") is not null);

    /// <summary>Links between words, such as those of syntax.</summary>
    private void CountLinks(IEnumerable<XElement> links)
    {
        foreach (var (type, count) in links.CountBy(
            link => (string?)link.Parent?.Attribute("type") ?? (string?)link.Attribute("type") ?? "link"))
            log.CountPassed($"'link' elements of the kind '{type}'", count);
    }

    private static string GetKind(TeiLayer layer, XElement element) => (string?)FindStructure(layer, element)?.Attribute("type") ?? "";

    /// <summary>The structure in an annotation, or the one that it points at.</summary>
    private static XElement? FindStructure(TeiLayer layer, XElement element) =>
        element.Element(Namespace + "fs")
        ?? TeiReference.Split((string?)element.Attribute("ana")).Where(target => target.StartsWith('#'))
            .Select(target => layer.Find(target[1..])).FirstOrDefault(found => found?.Name == Namespace + "fs");

    private void Add(TeiLayer layer, XElement element)
    {
        var structure = FindStructure(layer, element);
        if (structure is not null)
            structures.Add(structure);
        var kind = (string?)structure?.Attribute("type") ?? GetGroupType(element) ?? "";
        if (OfLanguage.Contains(kind))
        {
            log.CountPassed($"annotations of the kind '{kind}'");
            return;
        }

        var features = structure is null ? [] : TeiFeatures.ReadAll(structure, log).ToList();
        var place = layer.Xml.GetPlace(element);
        var spans = pointers.Resolve(layer, element).Select(Trim).OfType<TextSpan>().OrderBy(span => span.Start).ToList();
        if (spans.Count == 0)
        {
            log.CountLoss("annotations whose words are not found", 1, place);
            return;
        }

        mentionOf[element] = mentions.Count;
        mentions.Add(Create(element, features, TeiFeatures.Join(text, spans), place, kind));
    }

    private Mention Create(
        XElement element, List<KeyValuePair<string, Value>> features, ImmutableArray<TextSpan> fragments, SourcePlace place, string kind)
    {
        string? Get(string name) =>
            features.Find(feature => feature.Key == name).Value is { Kind: ValueKind.String } value ? value.AsString() : null;
        var own = GetOwnType(element);
        return new Mention(
            $"a{mentions.Count + 1}", [Get("type") ?? own ?? (kind.Length > 0 ? kind : element.Name.LocalName)], fragments, place)
        {
            EntityLabel = Get("base"),
            RecordedSurface = log.CheckSurface(place, Get("orth"), Surfaces.Join(text, fragments)),
            Properties =
            [
                .. features.Where(feature => !OfMention.Contains(feature.Key)),
                .. GetWords(element) is { } words && words != own
                    ? [KeyValuePair.Create("note", Value.FromString(words))]
                    : Properties.Empty,
            ],
        };
    }

    /// <summary>By its attributes, else the one word that it holds, else by its group.</summary>
    private string? GetOwnType(XElement element) =>
        (string?)element.Attribute("type")
        ?? TeiReference.Split((string?)element.Attribute("ana")).Select(target => target[(target.AsSpan().LastIndexOfAny('#', ':') + 1)..])
            .FirstOrDefault(name => !structures.Any(structure => TeiPlaces.GetId(structure) == name))
        ?? (GetWords(element) is { Length: <= LongestType } words && !words.Contains(' ') ? words : null)
        ?? (string?)element.Parent?.Attribute("subtype");

    private static string? GetWords(XElement element) =>
        element.Name.LocalName != "seg"
            && TeiBody.Normalize(string.Concat(element.Nodes().OfType<XText>().Select(node => node.Value))) is { Length: > 0 } words
            ? words
            : null;

    private static string? GetGroupType(XElement element) =>
        element.Parent is { Name.LocalName: "spanGrp" or "annotationGrp" or "listAnnotation" } group
            ? (string?)group.Attribute("type")
            : null;

    /// <summary>The blanks around it are no part of a span; null for one that has nothing else.</summary>
    private TextSpan? Trim(TextSpan span) => Surfaces.WithoutOuterBlanks(text, span) is { Length: > 0 } words ? words : null;

    /// <summary>Null for a link that is no chain of mentions, which is counted.</summary>
    private CoreferenceChain? ReadChain(TeiLayer layer, XElement element)
    {
        var structure = FindStructure(layer, element);
        var features = structure is null ? [] : TeiFeatures.ReadAll(structure, log).ToList();
        if (structure is not null)
            structures.Add(structure);
        var type = features.Find(feature => feature.Key == "type").Value is { Kind: ValueKind.String } value ? value.AsString() : "";
        var found = TeiPointers.List(element).ConvertAll(pointer => pointers.FindElement(layer, pointer)?.Element);
        var members = found.Where(target => target is not null && mentionOf.ContainsKey(target))
            .Select(target => mentionOf[target!])
            .Distinct()
            .ToList();
        var place = layer.Xml.GetPlace(element);
        if (type is not ("" or "ident"))
            log.CountLoss($"links of the kind '{type}' between mentions", 1, place);
        else if (members.Count == found.Count && members.Count > 0)
            return new CoreferenceChain($"c{element.ElementsBeforeSelf().Count() + 1}.{TeiPlaces.GetId(element)}", [.. members], place);
        else if (members.Count > 0 || GetKind(layer, element) == Coreference)
            log.CountLoss("chains of mentions that are not all found", 1, place);
        else
            CountLinks([element]);
        return null;
    }
}
