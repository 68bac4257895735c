using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Links of names to Wikipedia on texts in files of their own: MSNBC, ACE 2004 and AQUAINT as a <c>ReferenceProblem</c> for each text, or
/// as a list of <c>document</c>s with <c>annotation</c>s, or of annotations that name their text, as IITB. Offsets are those of the text
/// files; where the recorded words show another counting, that.
/// </summary>
internal sealed class LinkingFormat : IAnnotationFormat
{
    private readonly CompanionTexts companions = new([".xml", ""], [".txt", "", ".htm", ".sgm"], IsLinking);

    public string Name => "entity-linking";

    public IEnumerable<FileSet> Claim(FolderListing folder) => companions.Claim(folder, ListTexts);

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        foreach (var document in ListDocuments(xml.Root))
        {
            if (companions.GetText(files.Main, document.TextName) is { } text)
                yield return new LinkingArticleReader(files.Main, xml, document, text, log).Read();
            else
                log.ReportMalformed(ReadingDiagnostics.NoText(xml.GetPlace(document.Element), document.TextName));
        }
    }

    private static bool IsLinking(AnnotationFile file) =>
        (file.Extension == ".xml" || file.Head.AsSpan().TrimStart().StartsWith("<ReferenceProblem>"))
        && (XmlHeads.HasRoot(file, "ReferenceProblem")
            || (file.Head.Contains("<docName>", StringComparison.Ordinal) && file.Head.Contains("<wikiName", StringComparison.Ordinal))
            || (file.Head.Contains("<document docName=", StringComparison.Ordinal)
                && (file.Head.Contains("<wikiName", StringComparison.Ordinal)
                    || file.Head.Contains("ntityAnnotation", StringComparison.Ordinal))));

    private static IEnumerable<string> ListTexts(AnnotationFile file) =>
        XmlFile.Read(file, new ReadingLog()) is { } xml ? ListDocuments(xml.Root).Select(document => document.TextName) : [];

    private static IEnumerable<LinkingDocument> ListDocuments(XElement root) =>
        root.Name.LocalName == "ReferenceProblem" ? [LinkingDocument.Of(root, root.Element("ReferenceFileName")?.Value)]
        : root.Elements("document").Any()
            ? root.Elements("document").Select(document => LinkingDocument.Of(document, (string?)document.Attribute("docName")))
        : root.Elements("annotation").GroupBy(annotation => annotation.Element("docName")?.Value.Trim() ?? "", StringComparer.Ordinal)
            .Select(group => new LinkingDocument(group.Key, group.First(), [.. group]));
}

/// <summary>What is annotated on one text.</summary>
/// <param name="Element">Where it begins.</param>
internal sealed record LinkingDocument(string TextName, XElement Element, ImmutableArray<XElement> Annotations)
{
    private static readonly string[] Names = ["annotation", "ReferenceInstance"];

    public static LinkingDocument Of(XElement element, string? textName) =>
        new(textName?.Trim() ?? "", element, [.. element.Elements().Where(inner => Names.Contains(inner.Name.LocalName))]);
}

internal sealed class LinkingArticleReader(
    AnnotationFile file, XmlFile xml, LinkingDocument document, AnnotationFile textFile, ReadingLog log)
{
    private static readonly string[] Surfaces = ["mention", "SurfaceForm"];
    private static readonly string[] Links = ["wikiName", "ChosenAnnotation"];

    // How often, and by whom, the same was said; what was chosen is read.
    private static readonly string[] Passed = ["NumAnnotators", "AnnotatorId", "Annotation", "userId"];
    private static readonly HashSet<string> Taken = [.. Surfaces, .. Links, "docName", "offset", "Offset", "length", "Length"];

    public AnnotatedArticle Read()
    {
        var elements = document.Annotations;
        var read = elements.Select(ReadSpan).ToList();
        var text = textFile.ReadText(log).Text;
        var offsets = TextOffsets.Choose(text, [.. read.OfType<RecordedSpan>()]);
        var mentions = new List<Mention>();
        foreach (var (index, element) in elements.Index())
        {
            if (read[index] is not { } recorded || !offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
                log.ReportMalformed(read[index] is { } outside
                    ? ReadingDiagnostics.SpanOutsideText(xml.GetPlace(element), outside.Start, outside.End, offsets.Length)
                    : ReadingDiagnostics.Malformed(xml.GetPlace(element), "annotation", "it has no offset and length"));
            else
                mentions.Add(CreateMention(element, $"m{mentions.Count + 1}", span, recorded.Surface, text));
        }

        foreach (var other in elements.Elements().Where(element => !Taken.Contains(element.Name.LocalName))
            .CountBy(element => element.Name.LocalName))
        {
            if (Passed.Contains(other.Key))
                log.CountPassed($"{other.Key} elements not read", other.Value);
            else
                log.CountLoss($"{other.Key} elements not read", other.Value);
        }

        return new AnnotatedArticle(new ArticleMetadata(textFile.Extension == ".txt" ? textFile.Stem : textFile.Name), text)
        {
            File = file,
            Mentions = [.. mentions],
            Place = FilePlace.From(xml.GetPlace(document.Element)),
        };
    }

    private Mention CreateMention(XElement element, string id, TextSpan span, string? recorded, string text)
    {
        var link = Get(element, Links);
        return new Mention(id, [""], [span], xml.GetPlace(element))
        {
            RecordedSurface = log.CheckSurface(xml.GetPlace(element), recorded, text.Substring(span.Start, span.Length)),
            Links = link is null || EntityLink.IsNothing(link.Trim('*')) ? [] : [ReadLink(link)],
        };
    }

    /// <summary>A title, or the address of one.</summary>
    private static EntityLink ReadLink(string link)
    {
        const string Path = "wikipedia.org/wiki/";
        var at = link.IndexOf(Path, StringComparison.Ordinal);
        return new EntityLink(EntityLink.Wikipedia, (at < 0 ? link : link[(at + Path.Length)..]).Replace(' ', '_'));
    }

    private static RecordedSpan? ReadSpan(XElement element) =>
        long.TryParse(Get(element, "offset", "Offset"), out var start) && long.TryParse(Get(element, "length", "Length"), out var length)
            ? new RecordedSpan(start, start + length, Get(element, Surfaces))
            : null;

    private static string? Get(XElement element, params string[] names) =>
        names.Select(name => element.Element(name)?.Value.Trim()).FirstOrDefault(value => value is { Length: > 0 });
}
