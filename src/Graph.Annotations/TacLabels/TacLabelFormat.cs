using System.Globalization;
using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// Labels of drugs as TAC 2017 has them: sections with their text, mentions by section, start and length, where both are lists for one that
/// is interrupted; relations, and reactions with their terms, which are links of the mentions with the same words.
/// </summary>
internal sealed class TacLabelFormat() : XmlFormat("tac-labels")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml"
        && XmlHeads.HasRoot(file, "Label", "GoldLabel")
        && file.Head.Contains("<Section ", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new TacLabelReader(file, xml, log).Read()];
}

internal sealed class TacLabelReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly KnownElements Known = new(
        [
            "Text", "Mentions", "Mention", "Relations", "Relation", "Reactions", "Reaction", "Normalization",
        ], "Section");

    private static readonly HashSet<string> OfMention = ["id", "section", "type", "start", "len", "str"];

    private readonly Dictionary<string, (int Start, TextOffsets Offsets)> sections = new(StringComparer.Ordinal);
    private readonly System.Text.StringBuilder text = new();

    public AnnotatedArticle Read()
    {
        foreach (var section in xml.Root.Descendants("Section"))
        {
            if (text.Length > 0)
                text.Append('\n');
            sections.TryAdd(
                (string?)section.Attribute("id") ?? "",
                (text.Length, new TextOffsets(section.Value)));
            text.Append(section.Value);
        }

        Known.CountOthers(xml.Root, log);
        var terms = ReadTerms();
        var mentions = new List<Mention>();
        foreach (var element in xml.Root.Descendants("Mention"))
        {
            if (ReadMention(element, mentions.Count + 1, terms) is { } mention)
                mentions.Add(mention);
        }

        var drug = (string?)xml.Root.Attribute("drug");
        return new AnnotatedArticle(new ArticleMetadata(file.Stem, drug), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Relations = [.. ReadRelations(mentions)],
        };
    }

    /// <summary>The terms of reactions by their words.</summary>
    private ILookup<string, EntityLink> ReadTerms()
    {
        var reactions = xml.Root.Descendants("Reaction").ToList();
        var taken = reactions.SelectMany(reaction => reaction.Elements("Normalization")
            .Select(term => (Words: (string?)reaction.Attribute("str") ?? "",
                Id: (string?)term.Attribute("meddra_pt_id") ?? (string?)term.Attribute("meddra_llt_id"))));
        return taken.Where(term => term.Id is not null)
            .ToLookup(term => term.Words, term => new EntityLink("meddra", term.Id!), StringComparer.OrdinalIgnoreCase);
    }

    private Mention? ReadMention(XElement element, int number, ILookup<string, EntityLink> terms)
    {
        var place = xml.GetPlace(element);
        var (starts, lengths) = (ReadNumbers(element.Attribute("start")), ReadNumbers(element.Attribute("len")));
        if (starts.Count == 0
            || starts.Count != lengths.Count
            || !sections.TryGetValue((string?)element.Attribute("section") ?? "", out var section))
        {
            log.ReportMalformed(
                ReadingDiagnostics.Malformed(place, "mention", "it has not a section of the label with as many starts as lengths"));
            return null;
        }

        var parts = new List<TextSpan>();
        foreach (var (start, length) in starts.Zip(lengths))
        {
            if (!section.Offsets.TryGetSpan(start, start + length, out var span))
            {
                log.ReportMalformed(ReadingDiagnostics.SpanOutsideText(place, start, start + length, section.Offsets.Length));
                return null;
            }

            parts.Add(new TextSpan(section.Start + span.Start, span.Length));
        }

        var surface = string.Join(' ', parts.Select(part => text.ToString(part.Start, part.Length)));
        var recorded = (string?)element.Attribute("str");
        return new Mention(
            (string?)element.Attribute("id") ?? $"m{number}", [(string?)element.Attribute("type") ?? ""],
            [.. parts.OrderBy(part => part.Start)], place)
        {
            RecordedSurface = log.CheckSurface(place, recorded, surface),
            Links = [.. terms[recorded ?? surface].Distinct()],
            Properties =
            [
                .. element.Attributes().Where(attribute => !OfMention.Contains(attribute.Name.LocalName) && attribute.Value.Length > 0)
                    .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value))),
            ],
        };
    }

    private IEnumerable<RelationAnnotation> ReadRelations(List<Mention> mentions)
    {
        var byId = mentions.Index()
            .DistinctBy(pair => pair.Item.Id)
            .ToDictionary(pair => pair.Item.Id, pair => pair.Index, StringComparer.Ordinal);
        foreach (var relation in xml.Root.Descendants("Relation"))
        {
            var place = xml.GetPlace(relation);
            var ends = new[] { "arg1", "arg2" }.Select(name => (string?)relation.Attribute(name) ?? "").ToList();
            if (ends.Find(end => !byId.ContainsKey(end)) is { } missing)
                log.Report(ReadingDiagnostics.UnknownReference(place, missing, NearestName.Find(missing, byId.Keys)));
            else
                yield return new RelationAnnotation(
                    (string?)relation.Attribute("id") ?? "", (string?)relation.Attribute("type") ?? "relation",
                    new MentionArgument(byId[ends[0]]), new MentionArgument(byId[ends[1]]), place);
        }
    }

    private static List<int> ReadNumbers(XAttribute? list) =>
        [.. (list?.Value ?? "").Split(',')
            .Select(part => int.TryParse(part.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1)
            .Where(number => number >= 0)];
}
