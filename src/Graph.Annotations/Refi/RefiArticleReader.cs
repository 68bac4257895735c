using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>One text of a project: a selection with its codes is a mention, which has each of them as a type.</summary>
internal sealed class RefiArticleReader(AnnotationFile file, XmlFile xml, RefiCodes codes, ReadingLog log)
{
    public AnnotatedArticle Read(RefiSource source, string text)
    {
        var recorded = source.Element.Elements()
            .Where(element => element.Name.LocalName == "PlainTextSelection")
            .Select(selection => ReadSelection(selection, text))
            .OfType<RecordedMention>()
            .ToList();
        var name = (string?)source.Element.Attribute("name");
        return new AnnotatedArticle(new ArticleMetadata(name ?? (string?)source.Element.Attribute("guid"), name), text)
        {
            File = file,
            Place = FilePlace.From(xml.GetPlace(source.Element)),
            Mentions = RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, recorded, log),
        };
    }

    private RecordedMention? ReadSelection(XElement selection, string text)
    {
        var place = xml.GetPlace(selection);
        var own = selection.Elements()
            .Where(element => element.Name.LocalName == "Coding")
            .SelectMany(coding => coding.Elements().Where(element => element.Name.LocalName == "CodeRef"))
            .Select(reference => Find(reference))
            .OfType<(string Name, string Path)>()
            .DistinctBy(code => code.Name)
            .ToList();
        if (own.Count == 0)
        {
            log.CountLoss("selections without a code", 1, place);
            return null;
        }

        if (WholeNumber.Read(selection, "startPosition") is not { } start || WholeNumber.Read(selection, "endPosition") is not { } end)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "selection", "it does not say where it begins and ends"));
            return null;
        }

        return new RecordedMention(
            (string?)selection.Attribute("guid") ?? "", [.. own.Select(code => code.Name)], [new RecordedSpan(start, end, null)],
            FindWords(selection, start, end, text), place)
        {
            Properties = own.Exists(code => code.Path != code.Name)
                ? [new("code", Value.FromList([.. own.Select(code => Value.FromString(code.Path))]))]
                : [],
        };
    }

    private (string Name, string Path)? Find(XElement reference)
    {
        var id = (string?)reference.Attribute("targetGUID") ?? "";
        if (codes.Find(id) is { } code)
            return code;
        log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(reference), id));
        return null;
    }

    /// <summary>
    /// A selection is called as its words are, or as somebody liked, or by a part of them: only words as long as it count.
    /// </summary>
    private static string? FindWords(XElement selection, long start, long end, string text) =>
        (string?)selection.Attribute("name") is { Length: > 0 } name && name.EnumerateRunes().Count() == end - start
        && text.Contains(name, StringComparison.Ordinal)
            ? name
            : null;
}
