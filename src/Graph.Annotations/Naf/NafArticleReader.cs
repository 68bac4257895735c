using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>One NAF file to one article: entities and coreference to mentions and chains, predicates to events, time and cause to relations.</summary>
internal sealed class NafArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly XName Language = XNamespace.Xml + "lang";

    private static readonly HashSet<string> Layers =
    [
        "nafHeader", "raw", "text", "terms", "multiwords", "entities", "coreferences", "srl", "opinions", "factualitylayer", "factualities",
        "timeExpressions", "temporalRelations", "causalRelations",
    ];

    public AnnotatedArticle Read()
    {
        var text = new NafText(xml, log);
        var metadata = ReadMetadata();
        var mentions = new NafMentions(xml, text, log);
        mentions.ReadEntities();
        var chains = mentions.ReadCoreferences();
        var times = new NafTimes(xml, text, mentions, metadata.Id!);
        times.Read();
        var events = new NafPredicates(xml, text, mentions, log).Read();
        CountOtherLayers();
        return new AnnotatedArticle(metadata, text.Text)
        {
            File = file,
            Sentences = text.Sentences,
            Mentions = mentions.ToImmutable(),
            Chains = chains,
            Entities = times.WithoutSpan,
            Events = events,
            Relations = new NafRelations(xml, events, times, log).Read(),
        };
    }

    private void CountOtherLayers()
    {
        foreach (var layer in xml.Root.Elements().Where(layer => !Layers.Contains(layer.Name.LocalName)))
            log.Count($"{layer.Name.LocalName} elements not read", layer.Elements().Count());
    }

    private ArticleMetadata ReadMetadata()
    {
        var header = xml.Root.Element("nafHeader");
        var description = header?.Element("fileDesc");
        var published = header?.Element("public");
        return new ArticleMetadata(
            Id: NonEmpty(published?.Attribute("publicId")) ?? file.Stem,
            Title: NonEmpty(description?.Attribute("title")),
            Published: ReadDate(description?.Attribute("creationtime")),
            Source: null,
            Language: NonEmpty(xml.Root.Attribute(Language)),
            Url: NonEmpty(published?.Attribute("uri")));
    }

    /// <summary>The day of a time stamp such as <c>2004-11-24T00:00:00</c>: the header says when the article, not the file, was made.</summary>
    private PartialDate? ReadDate(XAttribute? attribute)
    {
        if (NonEmpty(attribute) is not { } text)
            return null;

        var day = text.Split('T')[0];
        if (PartialDate.TryParse(day, out var date, out var reason))
            return date;

        log.Report(ReadingDiagnostics.BadDate(xml.GetPlace(attribute!), text, reason!));
        return null;
    }

    private static string? NonEmpty(XAttribute? attribute) => string.IsNullOrWhiteSpace(attribute?.Value) ? null : attribute.Value;
}
