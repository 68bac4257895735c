using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// PAGE XML, as Transkribus writes it: lines of a page whose attribute <c>custom</c> has tags with an offset and a length in the line,
/// <c>person {offset:0; length:9; firstname:Mira;}</c>. A tag that is continued goes on in the next line. A page is an article.
/// </summary>
internal sealed class PageFormat() : XmlFormat("page")
{
    protected override bool Fits(AnnotationFile file) => file.Extension == ".xml" && XmlHeads.HasRoot(file, "PcGts");

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new PageReader(file, xml, log).Read()];
}

internal sealed class PageReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly KnownElements Known = new(
        [
            "Page", "TextRegion", "TextLine", "TextEquiv", "Unicode", "PlainText",
        ], "Metadata", "Coords", "Baseline", "Word", "ReadingOrder", "Layers", "PrintSpace", "Border", "Relations", "TextStyle", "Labels",
        "AlternativeImage", "ImageRegion", "GraphicRegion", "SeparatorRegion", "LineDrawingRegion", "ChartRegion", "TableRegion",
        "NoiseRegion", "MathsRegion");

    // How the page looks and what its editors did; no names.
    private static readonly HashSet<string> Editorial =
    [
        "readingOrder", "structure", "textStyle", "abbrev", "gap", "unclear", "sic", "add", "supplied", "blackening", "comment", "speech",
        "foreign",
    ];

    // At the end of a line in a word that goes on in the next.
    private static readonly char[] Hyphens = ['\u00AC', '\u00AD'];

    private readonly System.Text.StringBuilder text = new();
    private readonly List<Mention> mentions = [];

    // The mention that may go on in the next line, by the name of its tag.
    private readonly Dictionary<string, int> open = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        foreach (var region in xml.Root.Descendants().Where(element => Is(element, "TextRegion")))
        {
            foreach (var line in region.Elements().Where(element => Is(element, "TextLine")))
                ReadLine(line);
            if (region.Elements().Any(element => Is(element, "TextLine")))
                text.Append('\n');
        }

        Known.CountOthers(xml.Root, log);
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString().TrimEnd('\n')) { File = file, Mentions = [.. mentions] };
    }

    private static bool Is(XElement element, string name) => element.Name.LocalName == name;

    private void ReadLine(XElement line)
    {
        var words = line.Elements().Where(element => Is(element, "TextEquiv")).OrderBy(GetIndex)
            .SelectMany(element => element.Elements().Where(inner => Is(inner, "Unicode"))).FirstOrDefault()?.Value.ReplaceLineEndings(" ")
                ?? "";
        var offsets = new TextOffsets(words, new OffsetCounting(OffsetUnit.Utf16));
        var kept = words.TrimEnd(Hyphens);
        var continued = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var tag in PageTag.ReadAll((string?)line.Attribute("custom") ?? ""))
        {
            if (tag.Offset is null || Editorial.Contains(tag.Name))
                log.CountPassed($"'{tag.Name}' of lines", tag.Name is "readingOrder" ? 0 : 1);
            else if (offsets.TryGetSpan(tag.Offset.Value, tag.Offset.Value + tag.Length, out var span))
                Add(
                    tag,
                    TextSpan.FromBounds(text.Length + Math.Min(span.Start, kept.Length), text.Length + Math.Min(span.End, kept.Length)),
                    continued,
                    xml.GetPlace(line));
            else
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(
                    xml.GetPlace(line), tag.Offset.Value, tag.Offset.Value + tag.Length, words.Length));
        }

        open.Clear();
        foreach (var (name, mention) in continued)
            open[name] = mention;
        text.Append(kept);
        if (kept.Length == words.Length)
            text.Append('\n');
    }

    /// <summary>Parts of one word are one part of the name.</summary>
    private static ImmutableArray<TextSpan> Append(ImmutableArray<TextSpan> parts, TextSpan next) =>
        parts[^1].End == next.Start ? parts.SetItem(parts.Length - 1, parts[^1].Cover(next)) : parts.Add(next);

    private static int GetIndex(XElement text) => (int?)text.Attribute("index") ?? 0;

    private void Add(PageTag tag, TextSpan span, Dictionary<string, int> continued, SourcePlace place)
    {
        if (tag.IsContinued && open.TryGetValue(tag.Name, out var before))
        {
            mentions[before] = mentions[before] with { Fragments = Append(mentions[before].Fragments, span) };
            continued[tag.Name] = before;
            open.Remove(tag.Name);
            return;
        }

        if (tag.IsContinued)
            continued[tag.Name] = mentions.Count;
        mentions.Add(new Mention($"m{mentions.Count + 1}", [tag.Name], [span], place)
        {
            Links = tag.Values.GetValueOrDefault("wikiData") is { Length: > 0 } item ? [new EntityLink(EntityLink.Wikidata, item)] : [],
            Properties =
            [
                .. tag.Values
                    .Where(value => value.Key != "wikiData" && value.Value.Length > 0)
                    .OrderBy(value => value.Key, StringComparer.Ordinal)
                    .Select(value => KeyValuePair.Create(value.Key, Value.FromString(value.Value))),
            ],
        });
    }
}
