using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>One document of GrAF with its layers.</summary>
internal sealed class GrafArticleReader(AnnotationFile file, string id, ImmutableArray<(string Name, XmlFile Xml)> layers, ReadingLog log)
{
    private const string Names = "ne";
    private const int MostSteps = 10_000;
    private static readonly XNamespace Xml = XNamespace.Xml;
    private static readonly KnownElements Known = new(
        ["region @id @anchors", "node @id @root", "link @targets", "edge @id @from @to", "a @id @label @ref @as", "as @type", "fs @type",
            "f"],
        "graphHeader", "header");
    private static readonly HashSet<string> Sentences = ["s", "sentence", "sentences", "sent"];
    private static readonly HashSet<string> Language =
    [
        "seg", "penn", "ptb", "ptbtok", "fntok", "hepple", "biber", "nc", "vc", "np", "tok", "token", "tokens", "pos", "logical", "p",
        "content", "chunk", "chunks", "cb",
    ];

    private readonly string text = file.ReadText(log).Text;
    private readonly Dictionary<string, (long Start, long End)> regions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> links = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly List<TextSpan> sentences = [];
    private TextOffsets offsets = null!;

    public AnnotatedArticle Read()
    {
        offsets = new TextOffsets(text);
        foreach (var (_, xml) in layers)
            ReadGraph(xml);
        var main = layers.Any(layer => layer.Name == Names) ? Names : null;
        foreach (var (name, xml) in layers)
        {
            ReadAnnotations(name, xml, main is null || name == main ? null : name);
            Known.CountOthers(xml.Root, log);
        }

        return new AnnotatedArticle(new ArticleMetadata(id), text)
        {
            File = file,
            Mentions = [.. mentions],
            Sentences = sentences.Count > 0 ? JoinSentences() : default,
        };
    }

    private static IEnumerable<XElement> List(XmlFile xml, string name) =>
        xml.Root.Descendants().Where(element => element.Name.LocalName == name);

    private static string GetId(XElement element) => (string?)element.Attribute(Xml + "id") ?? (string?)element.Attribute("id") ?? "";

    /// <summary>Regions, and what leads from nodes to them.</summary>
    private void ReadGraph(XmlFile xml)
    {
        foreach (var region in List(xml, "region"))
        {
            if (((string?)region.Attribute("anchors") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var from, var to]
                && WholeNumber.Read(from) is { } start
                && WholeNumber.Read(to) is { } end)
                regions[GetId(region)] = (start, end);
        }

        foreach (var node in List(xml, "node"))
        {
            foreach (var target in node.Elements().Where(element => element.Name.LocalName == "link")
                .SelectMany(link => ((string?)link.Attribute("targets") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)))
                Link(GetId(node), target);
        }

        foreach (var edge in List(xml, "edge"))
            Link((string?)edge.Attribute("from") ?? "", (string?)edge.Attribute("to") ?? "");
    }

    private void Link(string from, string to)
    {
        links.AddTo(from, to);
    }

    private void ReadAnnotations(string name, XmlFile xml, string? layer)
    {
        var annotations = List(xml, "a").ToList();
        if (Language.Contains(name))
        {
            log.CountPassed($"annotations of layer '{name}' not read", annotations.Count);
            return;
        }

        foreach (var annotation in annotations)
        {
            var fragments = FindFragments((string?)annotation.Attribute("ref") ?? "");
            if (fragments.IsEmpty)
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    xml.GetPlace(annotation), "annotation", "its node leads to no words of the text"));
            else if (Sentences.Contains(name))
                sentences.Add(TextSpan.FromBounds(fragments[0].Start, fragments[^1].End));
            else
                mentions.Add(new Mention(
                    $"{name}.{mentions.Count + 1}", [(string?)annotation.Attribute("label") ?? name], fragments, xml.GetPlace(annotation))
                {
                    Layer = layer,
                    Properties = ListFeatures(annotation),
                });
        }
    }

    /// <summary>All regions that a node leads to, those that touch or are parted by blanks as one.</summary>
    private ImmutableArray<TextSpan> FindFragments(string node)
    {
        var found = new List<TextSpan>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([node]);
        for (var steps = 0; waiting.TryDequeue(out var next) && steps < MostSteps; steps++)
        {
            if (!seen.Add(next))
                continue;
            if (regions.TryGetValue(next, out var region) && offsets.TryGetSpan(region.Start, region.End, out var span))
                found.Add(span);
            foreach (var target in links.GetValueOrDefault(next) ?? [])
                waiting.Enqueue(target);
        }

        var joined = new List<TextSpan>();
        foreach (var span in found.OrderBy(span => span.Start))
        {
            if (joined.Count > 0 && string.IsNullOrWhiteSpace(text[joined[^1].End..Math.Max(joined[^1].End, span.Start)]))
                joined[^1] = joined[^1].Cover(span);
            else
                joined.Add(span);
        }

        return [.. joined];
    }

    private static Properties ListFeatures(XElement annotation) =>
        [.. annotation.Descendants()
            .Where(element => element.Name.LocalName == "f" && (string?)element.Attribute("name") is { Length: > 0 })
            .Select(feature => (Name: (string)feature.Attribute("name")!, Value: (string?)feature.Attribute("value") ?? feature.Value))
            .Where(feature => feature.Value.Length > 0)
            .DistinctBy(feature => feature.Name)
            .Select(feature => KeyValuePair.Create(feature.Name, Value.FromString(feature.Value)))];

    /// <summary>In text order, none over another.</summary>
    private ImmutableArray<TextSpan> JoinSentences()
    {
        var result = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var sentence in sentences.Distinct().OrderBy(span => span.Start).ThenByDescending(span => span.Length))
        {
            if (result.Count == 0 || sentence.Start >= result[^1].End)
                result.Add(sentence);
        }

        return result.ToImmutable();
    }
}
