using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>The annotations of one text, in either version of the tool.</summary>
/// <param name="Annotations">With what each is an instance of, in the order of the file.</param>
/// <param name="Triples">Relations between two of them.</param>
internal sealed record KnowtatorDocument(
    XElement Element, string TextName, ImmutableArray<KnowtatorAnnotation> Annotations, ImmutableArray<KnowtatorTriple> Triples)
{
    private static readonly KnownElements Known = new(
        [
            "document", "annotation", "mention", "span", "spannedText", "class", "classMention", "mentionClass", "hasSlotMention",
            "mentionSlot", "complexSlotMention", "complexSlotMentionValue", "stringSlotMention", "stringSlotMentionValue",
            "integerSlotMention", "integerSlotMentionValue", "floatSlotMention", "floatSlotMentionValue", "booleanSlotMention",
            "booleanSlotMentionValue", "graph-space", "vertex", "triple",
        ],
        "annotator", "creationDate");

    /// <summary>Tells what is in a file and nobody knows.</summary>
    public static void CountOthers(XmlFile xml, ReadingLog log) => Known.CountOthers(xml.Root, log);

    public static IEnumerable<KnowtatorDocument> ReadAll(XmlFile xml) =>
        xml.Root.Name.LocalName == "annotations" ? [ReadFirst(xml.Root)] : xml.Root.Elements("document").Select(ReadSecond);

    /// <summary>An annotation names a mention, which is listed with its class and slots below.</summary>
    private static KnowtatorDocument ReadFirst(XElement root)
    {
        var classes = root.Elements("classMention").Where(mention => mention.Attribute("id") is not null)
            .DistinctBy(mention => (string?)mention.Attribute("id"))
            .ToDictionary(mention => (string)mention.Attribute("id")!, StringComparer.Ordinal);
        var slots = root.Elements().Where(element => element.Element("mentionSlot") is not null)
            .ToLookup(element => (string?)element.Attribute("id") ?? "", StringComparer.Ordinal);
        var annotations = ImmutableArray.CreateBuilder<KnowtatorAnnotation>();
        var triples = ImmutableArray.CreateBuilder<KnowtatorTriple>();
        foreach (var annotation in root.Elements("annotation"))
        {
            var id = (string?)annotation.Element("mention")?.Attribute("id") ?? "";
            var mention = classes.GetValueOrDefault(id);
            var own = mention?.Elements("hasSlotMention").SelectMany(slot => slots[(string?)slot.Attribute("id") ?? ""]).ToList() ?? [];
            annotations.Add(new KnowtatorAnnotation(
                id, ReadClass(mention?.Element("mentionClass"), ""), ReadSpans(annotation), annotation.Element("spannedText")?.Value,
                annotation)
            {
                Values = [.. own.SelectMany(ReadTexts)],
            });
            triples.AddRange(own.SelectMany(slot => ReadTargets(slot).Select(target =>
                new KnowtatorTriple(GetSlot(slot), id, target, slot))));
        }

        return new KnowtatorDocument(root, (string?)root.Attribute("textSource") ?? "", annotations.ToImmutable(), triples.ToImmutable());
    }

    /// <summary>A vertex of a graph stands for an annotation, a triple joins two of them.</summary>
    private static KnowtatorDocument ReadSecond(XElement document)
    {
        var vertices = document.Descendants("vertex").Where(vertex => vertex.Attribute("id") is not null)
            .DistinctBy(vertex => (string?)vertex.Attribute("id"))
            .ToDictionary(
                vertex => (string)vertex.Attribute("id")!, vertex => (string?)vertex.Attribute("annotation") ?? "", StringComparer.Ordinal);
        string Find(XElement triple, string end) => vertices.GetValueOrDefault((string?)triple.Attribute(end) ?? "", "");
        return new KnowtatorDocument(
            document,
            (string?)document.Attribute("text-file") ?? $"{(string?)document.Attribute("id")}.txt",
            [.. document.Elements("annotation").Select(annotation => new KnowtatorAnnotation(
                (string?)annotation.Attribute("id") ?? "",
                ReadClass(annotation.Element("class"), "label"),
                ReadSpans(annotation),
                annotation.Elements("span").All(span => span.Value.Length > 0)
                    ? string.Join(' ', annotation.Elements("span").Select(span => span.Value))
                    : null,
                annotation))],
            [.. document.Descendants("triple").Select(triple => new KnowtatorTriple(
                (string?)triple.Attribute("property") ?? "", Find(triple, "subject"), Find(triple, "object"), triple))]);
    }

    /// <summary>The name of a class in words, and its id where that is another.</summary>
    private static ImmutableArray<string> ReadClass(XElement? element, string label)
    {
        var id = (string?)element?.Attribute("id") ?? "";
        var words = (label.Length > 0 ? (string?)element?.Attribute(label) : element?.Value.Trim()) ?? "";
        return words.Length == 0 || words == id ? [id] : [words, id];
    }

    private static ImmutableArray<RecordedSpan> ReadSpans(XElement annotation) =>
        [.. annotation.Elements("span")
            .Select(span => new RecordedSpan(WholeNumber.Read(span, "start") ?? -1, WholeNumber.Read(span, "end") ?? -1, null))];

    private static string GetSlot(XElement slot) => (string?)slot.Element("mentionSlot")!.Attribute("id") ?? "";

    private static IEnumerable<string> ReadTargets(XElement slot) =>
        slot.Elements("complexSlotMentionValue").Select(value => (string?)value.Attribute("value") ?? "");

    private static IEnumerable<KeyValuePair<string, string>> ReadTexts(XElement slot) =>
        slot.Elements()
            .Where(value => value.Name.LocalName.EndsWith("SlotMentionValue", StringComparison.Ordinal) && value.Name.LocalName[0] != 'c')
            .Select(value => KeyValuePair.Create(GetSlot(slot), (string?)value.Attribute("value") ?? value.Value))
            .Where(value => value.Value.Length > 0);
}

/// <param name="Words">Those of all parts, with dots between them.</param>
internal sealed record KnowtatorAnnotation(
    string Id, ImmutableArray<string> Types, ImmutableArray<RecordedSpan> Spans, string? Words, XElement Element)
{
    public ImmutableArray<KeyValuePair<string, string>> Values { get; init; } = [];
}

internal sealed record KnowtatorTriple(string Type, string Source, string Target, XElement Element);
