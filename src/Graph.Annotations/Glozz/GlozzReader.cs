using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>A text and what Glozz has on it to an article.</summary>
internal sealed class GlozzReader(AnnotationFile textFile, XmlFile xml, ReadingLog log)
{
    // What Glozz itself makes of a text when it is imported.
    private const string Paragraph = "paragraph";
    private static readonly string[] Chains = ["chain", "coref"];

    private static readonly KnownElements Known = new(
        [
            "unit @id", "relation @id", "schema @id", "characterisation", "type", "featureSet", "feature @name", "positioning", "start",
            "end", "singlePosition @index", "term @id", "embedded-unit @id", "embedded-relation @id", "embedded-schema @id",
        ],
        "metadata");

    private readonly string text = textFile.ReadText(log).Text;
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);
    private ImmutableArray<Mention> mentions = [];

    public AnnotatedArticle Read()
    {
        Known.CountOthers(xml.Root, log);
        var units = xml.Root.Elements("unit").Where(unit => GetType(unit) != Paragraph).ToList();
        mentions = RecordedMentions.PlaceAll(text, OffsetUnit.Utf16, [.. units.Select(ToMention)], log);
        foreach (var (index, mention) in mentions.Index())
            mentionsById[mention.Id] = index;
        var relations = xml.Root.Elements("relation").Select(CreateRelation).OfType<RelationAnnotation>().ToImmutableArray();
        return new AnnotatedArticle(new ArticleMetadata(), text)
        {
            File = textFile,
            Mentions = mentions,
            Relations = relations,
            Chains = [.. xml.Root.Elements("schema").Select(CreateChain).OfType<CoreferenceChain>()],
        };
    }

    private static string GetType(XElement thing) => thing.Element("characterisation")?.Element("type")?.Value.Trim() ?? "";

    private static string GetId(XElement thing) => (string?)thing.Attribute("id") ?? "";

    private RecordedMention ToMention(XElement unit)
    {
        var place = unit.Element("positioning");
        return new RecordedMention(
            GetId(unit), [GetType(unit)], [new RecordedSpan(GetIndex(place, "start"), GetIndex(place, "end"), null)], null,
            xml.GetPlace(unit))
        {
            Properties = ReadFeatures(unit),
        };
    }

    private static long GetIndex(XElement? positioning, string end) =>
        WholeNumber.Read((string?)positioning?.Element(end)?.Element("singlePosition")?.Attribute("index")) ?? -1;

    private static Properties ReadFeatures(XElement thing) =>
    [
        .. (thing.Element("characterisation")?.Element("featureSet")?.Elements("feature") ?? [])
            .Select(feature => KeyValuePair.Create((string?)feature.Attribute("name") ?? "", feature.Value.Trim()))
            .Where(feature => feature is { Key.Length: > 0, Value.Length: > 0 })
            .Select(feature => KeyValuePair.Create(feature.Key, Value.FromString(feature.Value))),
    ];

    private RelationAnnotation? CreateRelation(XElement relation)
    {
        var place = xml.GetPlace(relation);
        var type = GetType(relation);
        var ends = (relation.Element("positioning")?.Elements("term") ?? []).Select(GetId).ToList();
        if (ends.Count == 2 && mentionsById.TryGetValue(ends[0], out var source) && mentionsById.TryGetValue(ends[1], out var target))
            return new RelationAnnotation(GetId(relation), type, new MentionArgument(source), new MentionArgument(target), place)
            {
                Properties = ReadFeatures(relation),
                IsCoreference = Chains.Any(name => type.Contains(name, StringComparison.OrdinalIgnoreCase)),
            };
        log.CountLoss($"relations of type '{type}' that are not between two units", 1, place);
        return null;
    }

    private CoreferenceChain? CreateChain(XElement schema)
    {
        var type = GetType(schema);
        var members = (schema.Element("positioning")?.Elements("embedded-unit") ?? []).Select(GetId).Where(mentionsById.ContainsKey)
            .Select(id => mentionsById[id]).Distinct().ToImmutableArray();
        if (!members.IsEmpty && Chains.Any(name => type.Contains(name, StringComparison.OrdinalIgnoreCase)))
            return new CoreferenceChain(GetId(schema), members, xml.GetPlace(schema));
        log.CountLoss($"schemas of type '{type}'", 1, xml.GetPlace(schema));
        return null;
    }
}
