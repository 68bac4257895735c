using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// ALTO with names, as newspapers are digitised: words of lines refer by <c>TAGREFS</c> to <c>NamedEntityTag</c> elements. Neighbouring
/// words of one tag are a mention; each has the label of the tag as the name of its entity. A file, mostly a page, is an article.
/// </summary>
internal sealed class AltoFormat() : XmlFormat("alto")
{
    /// <summary>Without names it is only the text of a page.</summary>
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml"
        && XmlHeads.HasRoot(file, "alto")
        && file.Head.Contains("NamedEntityTag", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new AltoReader(file, xml, log).Read()];
}

internal sealed class AltoReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly KnownElements Known = new(
        [
            "Tags", "NamedEntityTag", "Layout", "Page", "PrintSpace", "TopMargin", "LeftMargin", "RightMargin", "BottomMargin",
            "ComposedBlock", "TextBlock", "TextLine", "String", "SP", "HYP",
        ], "Description", "Styles", "Shape", "ALTERNATIVE", "Glyph", "Illustration", "GraphicalElement", "ReadingOrder");

    private readonly System.Text.StringBuilder text = new();
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, XElement> tags = new(StringComparer.Ordinal);

    // The mentions that end with the word before, by their tags.
    private Dictionary<string, int> open = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        foreach (var tag in xml.Root.Descendants().Where(element => element.Name.LocalName == "NamedEntityTag"))
            tags.TryAdd((string?)tag.Attribute("ID") ?? "", tag);
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var line in xml.Root.Descendants().Where(element => element.Name.LocalName == "TextLine"))
        {
            foreach (var part in line.Elements())
                ReadPart(part, used);
            // A hyphen ends a line in a word that goes on in the next.
            if (line.Elements().LastOrDefault()?.Name.LocalName != "HYP")
                text.Append('\n');
        }

        Known.CountOthers(xml.Root, log);
        log.CountLoss("names that no word refers to", tags.Keys.Count(tag => !used.Contains(tag)));
        return new AnnotatedArticle(new ArticleMetadata(), text.ToString().TrimEnd('\n')) { File = file, Mentions = [.. mentions] };
    }

    private void ReadPart(XElement part, HashSet<string> used)
    {
        switch (part.Name.LocalName)
        {
            case "SP":
                text.Append(' ');
                break;
            case "String":
                var start = text.Length;
                text.Append((string?)part.Attribute("CONTENT"));
                AddWord(TextSpan.FromBounds(start, text.Length), part, used);
                break;
        }
    }

    private void AddWord(TextSpan span, XElement word, HashSet<string> used)
    {
        var next = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var id in ((string?)word.Attribute("TAGREFS") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal))
        {
            if (!tags.TryGetValue(id, out var tag))
                continue;
            used.Add(id);
            if (open.TryGetValue(id, out var mention))
                mentions[mention] = mentions[mention] with { Fragments = [mentions[mention].Span.Cover(span)] };
            else
                mentions.Add(CreateMention(tag, span, xml.GetPlace(word)));
            next[id] = open.TryGetValue(id, out mention) ? mention : mentions.Count - 1;
        }

        open = next;
    }

    private Mention CreateMention(XElement tag, TextSpan span, SourcePlace place) =>
        new($"m{mentions.Count + 1}", [(string?)tag.Attribute("TYPE") ?? ""], [span], place)
        {
            EntityLabel = (string?)tag.Attribute("LABEL"),
            Links = (string?)tag.Attribute("URI") is { } address && EntityLink.FromAddress(address) is { } link ? [link] : [],
        };
}
