using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>One document: its words, entities and relations.</summary>
internal sealed class LtXmlReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private const string Event = "event";

    private static readonly KnownElements Known = new(
        [
            "text", "p", "s", "phr", "ng", "vg", "rg", "pg", "cg", "sg", "w", "standoff", "ents", "ent", "parts", "part @sw @ew",
            "relations", "relation", "argument",
        ],
        "meta");

    private readonly TokenizedText text = new();
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly List<EventAnnotation> events = [];
    private readonly Dictionary<string, Argument> things = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        Known.CountOthers(xml.Root, log);
        foreach (var sentence in xml.Root.Elements("text").Descendants("s"))
            AddSentence([.. sentence.Descendants("w")]);
        log.CountPassed("words with parts of speech and syntax", text.Tokens.Count);
        foreach (var entity in xml.Root.Elements("standoff").Elements("ents").Elements("ent"))
            AddEntity(entity);
        var relations = xml.Root.Elements("standoff").Elements("relations").Elements("relation").Select(CreateRelation)
            .OfType<RelationAnnotation>().ToImmutableArray();
        var meta = xml.Root
            .Elements("meta")
            .Elements("attr")
            .ToLookup(attribute => (string?)attribute.Attribute("name") ?? "", StringComparer.Ordinal);
        var day = meta["docdate"].Select(attribute => (string?)attribute.Attribute("sdate") ?? attribute.Value).FirstOrDefault();
        return new AnnotatedArticle(
            new ArticleMetadata(
                null, meta["title"].FirstOrDefault()?.Value.Trim() is { Length: > 0 } title ? title : null, MarkedMetadata.FindDate(day)),
            text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Events = [.. events],
            Relations = relations,
            Sentences = text.GetSentences(),
        };
    }

    /// <summary>A word says whether a blank stands before it.</summary>
    private void AddSentence(List<XElement> tokens)
    {
        foreach (var (index, word) in tokens.Index())
        {
            words.TryAdd((string?)word.Attribute("id") ?? "", text.Tokens.Count);
            text.Add(word.Value, tokens.ElementAtOrDefault(index + 1) is not { } next || (string?)next.Attribute("pws") != "no");
        }

        text.EndSentence();
    }

    private void AddEntity(XElement entity)
    {
        var place = xml.GetPlace(entity);
        var parts = entity.Elements("parts").Elements("part").Select(FindWords).ToList();
        if (parts.Count == 0 || parts.Contains(null))
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "entity", "its words are not in the text"));
            return;
        }

        var id = (string?)entity.Attribute("id") ?? $"m{mentions.Count + 1}";
        var type = (string?)entity.Attribute("type") ?? "";
        var mention = new Mention(id, [type], [.. parts.OfType<TextSpan>()], place)
        {
            Kind = type == Event ? MentionKind.Trigger : MentionKind.Entity,
            Links = ReadLink((string?)entity.Attribute("gazref")),
            Properties =
            [
                .. entity.Attributes()
                    .Where(attribute => attribute.Name.LocalName is not ("id" or "type" or "gazref") && attribute.Value.Length > 0)
                    .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value))),
            ],
        };
        if (!things.TryAdd(id, type == Event ? new EventArgument(events.Count) : new MentionArgument(mentions.Count)))
        {
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, id));
            return;
        }

        if (type == Event)
            events.Add(new EventAnnotation(id, type, mentions.Count, [], place) { Fragments = mention.Fragments });
        mentions.Add(mention);
    }

    private TextSpan? FindWords(XElement part) =>
        words.TryGetValue((string?)part.Attribute("sw") ?? "", out var first)
            && words.TryGetValue((string?)part.Attribute("ew") ?? "", out var last)
            && first <= last
            ? text.Cover(first, last)
            : null;

    /// <summary><c>geonames:3143244</c>: a gazetteer and the entry in it.</summary>
    private static ImmutableArray<EntityLink> ReadLink(string? reference) =>
        reference?.IndexOf(':') is > 0 and var colon && !EntityLink.IsNothing(reference[(colon + 1)..])
            ? [new EntityLink(reference[..colon].ToLowerInvariant(), reference[(colon + 1)..])]
            : [];

    private RelationAnnotation? CreateRelation(XElement relation)
    {
        var type = (string?)relation.Attribute("type") ?? "";
        var ends = relation.Elements("argument")
            .Select(argument => things.GetValueOrDefault((string?)argument.Attribute("ref") ?? ""))
            .ToList();
        if (ends is [{ } source, { } target])
            return new RelationAnnotation((string?)relation.Attribute("id") ?? "", type, source, target, xml.GetPlace(relation));
        log.CountLoss($"relations of type '{type}' that are not between two entities", 1, xml.GetPlace(relation));
        return null;
    }
}
