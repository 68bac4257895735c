using System.Text;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// BioC XML: documents of passages, or of their sentences, with annotations whose offsets count code points from the start of the document,
/// and relations between annotations.
/// </summary>
internal sealed class BiocFormat() : XmlFormat("bioc")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension is ".xml" or ".bioc"
        && XmlHeads.HasRoot(file, "collection")
        && file.Head.Contains("<document>", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log)
    {
        BiocArticleReader.Known.CountOthers(xml.Root, log);
        foreach (var document in xml.Root.Elements("document"))
            yield return new BiocArticleReader(file, xml, document, log).Read();
    }
}

internal sealed class BiocArticleReader(AnnotationFile file, XmlFile xml, XElement document, ReadingLog log)
{
    private static readonly string[] Identifiers = ["identifier", "Identifier", "MESH", "NCBI GENE"];
    public static readonly KnownElements Known = new(
        [
            "source", "date", "key", "document", "id", "infon", "passage", "offset", "text", "sentence", "annotation", "location",
            "relation", "node",
        ]);

    private readonly StringBuilder text = new();
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        var parts = document.Elements("passage")
            .SelectMany(passage => passage.Element("text") is null ? passage.Elements("sentence") : [passage])
            .ToList();
        foreach (var part in parts)
            ReadPart(part);
        var relations = document.Descendants("relation").Select(ReadRelation).OfType<RelationAnnotation>().ToImmutableArray();
        foreach (var name in document.Elements("infon").Concat(document.Elements("passage").Elements("infon"))
            .Select(GetKey).Where(key => key is not ("type" or "section_type" or "section"))
            .CountBy(key => key))
            log.CountPassed($"infon '{name.Key}'", name.Value);
        return new AnnotatedArticle(
            new ArticleMetadata(document.Element("id")?.Value.Trim() is { Length: > 0 } id ? id : null), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Relations = relations,
        };
    }

    private void ReadPart(XElement part)
    {
        var words = part.Element("text")?.Value ?? "";
        if (text.Length > 0)
            text.Append('\n');
        var start = text.Length;
        text.Append(words);
        var first = WholeNumber.ReadElement(part, "offset") ?? 0;
        var annotations = part.Elements("annotation").ToList();
        var offsets = TextOffsets.Choose(words,
            [.. annotations.Where(annotation => annotation.Elements("location").Count() == 1)
                .Select(annotation => ReadSpan(annotation.Element("location")!, first, annotation.Element("text")?.Value))]);
        foreach (var annotation in annotations)
            AddMention(annotation, first, start, words, offsets);
    }

    private void AddMention(XElement annotation, long first, int start, string words, TextOffsets offsets)
    {
        var place = xml.GetPlace(annotation);
        var fragments = new List<TextSpan>();
        foreach (var recorded in annotation.Elements("location").Select(location => ReadSpan(location, first, null)))
        {
            if (!offsets.TryGetSpan(recorded.Start, recorded.End, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(
                    place, recorded.Start + first, recorded.End + first, offsets.Length));
                return;
            }

            fragments.Add(new TextSpan(start + span.Start, span.Length));
        }

        if (fragments.Count == 0)
        {
            log.CountLoss("annotations without a location", 1, place);
            return;
        }

        var id = (string?)annotation.Attribute("id") ?? "";
        if (id.Length == 0 || !mentionsById.TryAdd(id, mentions.Count))
            id = $"{id}#{mentions.Count + 1}";
        var surface = string.Join(' ', fragments.Select(span => words.Substring(span.Start - start, span.Length)));
        mentions.Add(new Mention(id, [GetInfon(annotation, "type") ?? ""], [.. fragments.OrderBy(span => span.Start)], place)
        {
            RecordedSurface = log.CheckSurface(place, annotation.Element("text")?.Value, surface),
            Links = Identifiers.Select(name => GetInfon(annotation, name)).FirstOrDefault(value => value is not null) is { } identifier
                ? [new EntityLink("identifier", identifier)]
                : [],
            Properties = GetProperties(annotation),
        });
    }

    private RelationAnnotation? ReadRelation(XElement relation)
    {
        var ends = relation.Elements("node")
            .Select(node => mentionsById.TryGetValue((string?)node.Attribute("refid") ?? "", out var index) ? index : (int?)null)
            .ToList();
        if (ends.Count == 0)
            ends = [.. ConceptMentions.Ends.Select(end => ConceptMentions.Find(mentions, GetInfon(relation, end)))];
        if (ends is [{ } from, { } to])
            return new RelationAnnotation(
                (string?)relation.Attribute("id") ?? "",
                GetInfon(relation, "type") ?? GetInfon(relation, "relation") ?? "",
                new MentionArgument(from),
                new MentionArgument(to),
                xml.GetPlace(relation))
            {
                Properties = GetProperties(relation),
            };
        log.CountLoss("relations without two ends", 1, xml.GetPlace(relation));
        return null;
    }

    private static Properties GetProperties(XElement holder) =>
        [.. holder.Elements("infon")
            .Where(infon => GetKey(infon) != "type" && !Identifiers.Contains(GetKey(infon)) && infon.Value.Length > 0)
            .DistinctBy(GetKey)
            .Select(infon => KeyValuePair.Create(GetKey(infon), Value.FromString(infon.Value)))];

    private static string GetKey(XElement infon) => (string?)infon.Attribute("key") ?? "";

    private static string? GetInfon(XElement holder, string key) =>
        holder.Elements("infon").FirstOrDefault(infon => GetKey(infon) == key)?.Value is { Length: > 0 } value && value != "-"
            ? value : null;

    private static RecordedSpan ReadSpan(XElement location, long first, string? words)
    {
        var start = (WholeNumber.Read(location, "offset") ?? -1) - first;
        return new RecordedSpan(start, start + (WholeNumber.Read(location, "length") ?? 0), words);
    }
}
