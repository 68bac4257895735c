using System.Globalization;
using System.Text;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// GATE XML, versions 2 and 3: a text with numbered nodes, annotations between nodes in sets. The set without a name counts, else the first
/// that holds more than analysis of the language; further sets are layers.
/// </summary>
internal sealed class GateFormat() : XmlFormat("gate")
{
    protected override bool Fits(AnnotationFile file) => file.Extension is ".xml" or ".gate" && XmlHeads.HasRoot(file, "GateDocument");

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new GateArticleReader(file, xml, log).Read()];
}

internal sealed class GateArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly KnownElements Known = new(
        [
            "GateDocumentFeatures", "Feature", "Name", "Value", "TextWithNodes", "Node", "AnnotationSet", "Annotation", "RelationSet",
            "Relation",
        ]);

    private const string Markup = "Original markups";
    private static readonly HashSet<string> Language =
        ["Token", "SpaceToken", "Sentence", "Split", "Lookup", "DEFAULT_TOKEN", "NounChunk", "VG", "Word", "SyntaxTreeNode", "paragraph"];
    private readonly StringBuilder text = new();
    private readonly Dictionary<string, int> nodes = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        ReadText();
        Known.CountOthers(xml.Root, log);
        var sets = xml.Root.Elements("AnnotationSet").ToList();
        var main = sets.Find(set => GetName(set).Length == 0 && HasMentions(set))
            ?? sets.Find(set => GetName(set) != Markup && HasMentions(set));
        foreach (var set in sets)
            ReadSet(set, set == main ? null : GetName(set));
        var features = ReadFeatures(xml.Root.Element("GateDocumentFeatures")).ToList();
        log.CountPassed(
            "features of the document",
            features.Count(feature => !feature.Name.StartsWith("gate.", StringComparison.Ordinal)
                && feature.Name is not ("MimeType" or "docNewLineType")));
        var url = features.Find(feature => feature.Name == "gate.SourceURL").Value;
        return new AnnotatedArticle(
            new ArticleMetadata(null, Url: url?.StartsWith("http", StringComparison.Ordinal) == true ? url : null), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Relations = [.. xml.Root.Elements("RelationSet").Elements("Relation").Select(CreateRelation).OfType<RelationAnnotation>()],
        };
    }

    private void ReadText()
    {
        foreach (var node in xml.Root.Element("TextWithNodes")?.Nodes() ?? [])
        {
            if (node is XText words)
                text.Append(words.Value);
            else if (node is XElement { Name.LocalName: "Node" } mark && (string?)mark.Attribute("id") is { } id)
                nodes[id] = text.Length;
        }
    }

    private static string GetName(XElement set) => (string?)set.Attribute("Name") ?? "";

    private static bool HasMentions(XElement set) =>
        set.Elements("Annotation").Any(annotation => !Language.Contains((string?)annotation.Attribute("Type") ?? ""));

    private void ReadSet(XElement set, string? layer)
    {
        if (layer == Markup)
        {
            log.CountPassed("original markups not read", set.Elements("Annotation").Count());
            return;
        }

        foreach (var annotation in set.Elements("Annotation"))
        {
            var type = (string?)annotation.Attribute("Type") ?? "";
            if (Language.Contains(type))
                log.CountPassed($"{type} annotations not read");
            else
                AddMention(annotation, type, layer);
        }
    }

    private void AddMention(XElement annotation, string type, string? layer)
    {
        var id = (string?)annotation.Attribute("Id") ?? $"m{mentions.Count + 1}";
        var place = xml.GetPlace(annotation);
        if (!nodes.TryGetValue((string?)annotation.Attribute("StartNode") ?? "", out var start)
            || !nodes.TryGetValue((string?)annotation.Attribute("EndNode") ?? "", out var end))
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "annotation", "its nodes are not in the text"));
            return;
        }

        if (start >= end)
        {
            log.CountLoss("annotations without words");
            return;
        }

        if (!mentionsById.TryAdd(id, mentions.Count))
            id = $"{layer}:{id}";
        mentions.Add(new Mention(id, [type], [TextSpan.FromBounds(start, end)], place)
        {
            Layer = layer is { Length: > 0 } ? layer : layer is null ? null : "default",
            Properties =
            [
                .. ReadFeatures(annotation).Select(feature => KeyValuePair.Create(feature.Name, Value.FromString(feature.Value)))
            ],
        });
    }

    private static IEnumerable<(string Name, string Value)> ReadFeatures(XElement? holder) =>
        (holder?.Elements("Feature") ?? [])
            .Select(feature => (feature.Element("Name")?.Value ?? "", feature.Element("Value")?.Value ?? ""))
            .Where(feature => feature.Item1.Length > 0);

    private RelationAnnotation? CreateRelation(XElement relation)
    {
        var members = ((string?)relation.Attribute("Members")
            ?? "").Split([';', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (members.Length == 2 && mentionsById.TryGetValue(members[0], out var from) && mentionsById.TryGetValue(members[1], out var to))
        {
            var type = (string?)relation.Attribute("Type") ?? "relation";
            return new RelationAnnotation(
                (string?)relation.Attribute("Id") ?? "", type, new MentionArgument(from), new MentionArgument(to), xml.GetPlace(relation))
            {
                IsCoreference = type.Equals("coref", StringComparison.OrdinalIgnoreCase),
            };
        }

        log.CountLoss(string.Create(CultureInfo.InvariantCulture, $"relations with {members.Length} members not read"));
        return null;
    }
}
