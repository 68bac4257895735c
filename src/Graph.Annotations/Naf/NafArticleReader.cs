using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// One NAF file to one article: entities and coreference to mentions and chains, predicates to events, time and cause to relations.
/// </summary>
internal sealed class NafArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly XName LanguageCode = XNamespace.Xml + "lang";

    /// <summary>Layers that analyse the language.</summary>
    private static readonly string[] Language = ["deps", "constituency", "chunks", "terms", "multiwords", "markables", "tunits"];

    /// <summary>The layers that are read, each with the elements that are; null for all of them.</summary>
    private static readonly Dictionary<string, string?> Layers = new(StringComparer.Ordinal)
    {
        ["nafHeader"] = null,
        ["raw"] = null,
        ["text"] = null,
        ["terms"] = "term",
        ["multiwords"] = "mw",
        ["entities"] = "entity",
        ["coreferences"] = "coref",
        ["srl"] = "predicate",
        ["opinions"] = "opinion",
        ["factualitylayer"] = "factuality",
        ["factualities"] = null,
        ["timeExpressions"] = "timex3",
        ["temporalRelations"] = "tlink",
        ["causalRelations"] = "clink",
    };

    /// <summary>What stands in the layers of names and events.</summary>
    private static readonly KnownElements Known = new(
    [
        "entity @id @eid @type @status @source", "coref @id @coid @type @status", "predicate", "references", "span @status",
        "target @id @head", "externalReferences", "externalRef @resource @reference @confidence @reftype @source @status @timestamp",
        "role @id @rid @semRole @status",
    ]);

    private static readonly string[] OfNames = ["entities", "coreferences", "srl"];

    /// <summary>What stands in the layers of words; a term says how the language is analysed.</summary>
    private static readonly KnownElements Words = new(
    [
        "wf @id @wid @sent @para @page @offset @length @xpath", "subtoken @id @wid @offset @length",
        "term @id @tid @type @lemma @pos @morphofeat @netype @case @head @component_of @compound_head @compound_type", "span",
        "target", "component @id @lemma @pos @morphofeat @case @netype @head", "mw",
    ],
    "externalReferences");

    private static readonly KnownElements Header = new(
        ["fileDesc @title @creationtime @filename @filetype @pages", "public @publicId @uri"], "linguisticProcessors");

    private static readonly string[] OfWords = ["text", "terms", "multiwords"];

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
        CountWhatIsNotRead();
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

    private void CountWhatIsNotRead()
    {
        foreach (var element in xml.Root.Elements().SelectMany(layer => layer.Elements().Where(element => !IsRead(layer, element))))
        {
            var what = $"{element.Parent!.Name.LocalName}/{element.Name.LocalName} elements not read";
            if (Language.Contains(element.Parent.Name.LocalName))
                log.CountPassed(what);
            else
                log.CountLoss(what);
        }

        foreach (var layer in xml.Root.Elements().Where(layer => !layer.HasElements && !Layers.ContainsKey(layer.Name.LocalName)))
            log.CountLoss($"{layer.Name.LocalName} elements not read");
        foreach (var element in ListRead(OfNames))
            Known.CountOthersOf(element, log);
        foreach (var element in ListRead(OfWords))
            Words.CountOthersOf(element, log);
        foreach (var header in xml.Root.Elements("nafHeader"))
            Header.CountOthers(header, log);
        log.CountPassed(
            "senses of terms",
            xml.Root.Elements("terms").Elements("term").Elements("externalReferences").Descendants("externalRef").Count());
        log.CountLoss(
            "opinion targets",
            xml.Root.Elements("opinions").Elements("opinion").Elements("opinion_target").Count(target => target.Elements("span").Any()));
        log.CountLoss(
            "links of coreference sets",
            xml.Root.Elements("coreferences").Elements("coref").Elements("externalReferences").Elements("externalRef").Count());
    }

    /// <summary>The elements that are read of some layers.</summary>
    private IEnumerable<XElement> ListRead(string[] layers) =>
        xml.Root
            .Elements()
            .Where(layer => layers.Contains(layer.Name.LocalName))
            .SelectMany(layer => layer.Elements().Where(element => IsRead(layer, element)));

    private static bool IsRead(XElement layer, XElement element) =>
        Layers.TryGetValue(layer.Name.LocalName, out var name) && (name is null || name == element.Name.LocalName);

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
            Language: NonEmpty(xml.Root.Attribute(LanguageCode)),
            Url: NonEmpty(published?.Attribute("uri")));
    }

    /// <summary>
    /// The day of a time stamp such as <c>2004-11-24T00:00:00</c>: the header says when the article, not the file, was made.
    /// </summary>
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
