using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>A text and the files of its schemas to an article.</summary>
internal sealed class AnaforaReader(FileSet files, ReadingLog log)
{
    private const string Event = "EVENT";

    // Relations whose members are all the same thing.
    private static readonly HashSet<string> Identities = new(StringComparer.OrdinalIgnoreCase) { "Identical", "Coreference", "Coref" };

    private static readonly KnownElements Known = new(
        ["annotations", "entity", "relation", "id", "span", "type", "parentsType"], "info", "schema", "properties", "adjudication");

    private readonly string text = files.Main.ReadText(log).Text;
    private readonly List<RecordedMention> recorded = [];
    private readonly List<(string Source, string Type, string Target, SourcePlace Place)> links = [];
    private readonly List<(XElement Element, XmlFile Xml)> facts = [];
    private readonly List<CoreferenceChain> chains = [];
    private readonly HashSet<string> eventIds = new(StringComparer.Ordinal);
    private Dictionary<string, int> mentionsById = [];
    private readonly Dictionary<string, int> eventsById = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        foreach (var xml in files.Files.Skip(1).Select(file => XmlFile.Read(file, log)).OfType<XmlFile>())
            ReadFile(xml);
        ImmutableArray<Mention> mentions =
        [
            .. RecordedMentions.PlaceAll(text, OffsetUnit.CodePoints, recorded, log)
                .Select(mention => eventIds.Contains(mention.Id) ? mention with { Kind = MentionKind.Trigger } : mention),
        ];
        mentionsById = RecordedMentions.IndexById(mentions);
        ImmutableArray<EventAnnotation> events =
        [
            .. mentions.Index().Where(pair => pair.Item.Kind == MentionKind.Trigger).Select(pair =>
                new EventAnnotation(pair.Item.Id, pair.Item.Type, pair.Index, [], pair.Item.Place)
                {
                    Fragments = pair.Item.Fragments,
                    Properties = pair.Item.Properties
                }),
        ];
        foreach (var (index, happening) in events.Index())
            eventsById.Add(happening.Id, index);
        var relations = links.Select(link => CreateRelation(link.Source, link.Type, link.Target, link.Place, []))
            .Concat(facts.Select(fact => ReadRelation(fact.Element, fact.Xml))).OfType<RelationAnnotation>()
            .Select((relation, number) => relation with { Id = $"r{number + 1}" }).ToImmutableArray();
        return new AnnotatedArticle(new ArticleMetadata(), text)
        {
            File = files.Main,
            Mentions = mentions,
            Events = events,
            Relations = relations,
            Chains = [.. chains],
        };
    }

    private void ReadFile(XmlFile xml)
    {
        Known.CountOthers(xml.Root, log);
        foreach (var thing in xml.Root.Elements("annotations").Elements())
        {
            if (thing.Name.LocalName == "relation")
                facts.Add((thing, xml));
            else if (thing.Name.LocalName == "entity")
                AddEntity(thing, xml.GetPlace(thing));
        }
    }

    private void AddEntity(XElement entity, SourcePlace place)
    {
        var id = GetText(entity, "id");
        var type = GetText(entity, "type");
        var spans = GetText(entity, "span").Split([';', ' '], StringSplitOptions.RemoveEmptyEntries).Select(ReadSpan).ToImmutableArray();
        if (spans.IsEmpty || spans.Any(span => span.End <= span.Start))
        {
            log.CountLoss("entities without words", 1, place);
            return;
        }

        if (type.Equals(Event, StringComparison.OrdinalIgnoreCase))
            eventIds.Add(id);
        var fields = ReadProperties(entity).ToList();
        links.AddRange(fields.Where(field => IsReference(field.Value)).Select(field => (id, field.Name, field.Value, place)));
        recorded.Add(new RecordedMention(id, [type], spans, null, place) { Properties = ToProperties(fields) });
    }

    private static RecordedSpan ReadSpan(string span) =>
        span.Split(',') is [var start, var end]
        && WholeNumber.Read(start) is { } from
        && WholeNumber.Read(end) is { } to
            ? new RecordedSpan(from, to, null)
            : default;

    private static string GetText(XElement holder, string name) => holder.Element(name)?.Value.Trim() ?? "";

    private static IEnumerable<(string Name, string Value)> ReadProperties(XElement thing) =>
        (thing.Element("properties")?.Elements() ?? []).Select(field => (field.Name.LocalName, field.Value.Trim()))
            .Where(field => field.Item2.Length > 0);

    /// <summary><c>12@e@wsj_0006@gold</c>: a number, whether it is an entity or a relation, the text, who annotated.</summary>
    private static bool IsReference(string value) => value.Split('@') is [_, "e" or "r", _, ..];

    private static Properties ToProperties(IEnumerable<(string Name, string Value)> fields) =>
        [.. fields.Where(field => !IsReference(field.Value))
            .Select(field => KeyValuePair.Create(field.Name, Value.FromString(field.Value)))];

    /// <summary>The first two annotations that it names are its ends; its own type is more than that of its kind.</summary>
    private RelationAnnotation? ReadRelation(XElement relation, XmlFile xml)
    {
        var place = xml.GetPlace(relation);
        var fields = ReadProperties(relation).ToList();
        var ends = fields.Where(field => IsReference(field.Value)).ToList();
        var kind = GetText(relation, "type");
        if (Identities.Contains(kind))
        {
            var members = ends.Where(end => mentionsById.ContainsKey(end.Value))
                .Select(end => mentionsById[end.Value])
                .Distinct()
                .ToImmutableArray();
            log.CountLoss("members of chains that are not in the text", ends.Count - members.Length, place);
            if (!members.IsEmpty)
                chains.Add(new CoreferenceChain(GetText(relation, "id"), members, place));
            return null;
        }

        if (ends.Count != 2)
        {
            log.CountLoss($"relations of type '{kind}' that have not two ends", 1, place);
            return null;
        }

        var type = fields.Find(field => field.Name == "Type").Value ?? kind;
        var others = fields.Where(field => field.Name != "Type");
        return CreateRelation(ends[0].Value, type, ends[1].Value, place, ToProperties(others));
    }

    private RelationAnnotation? CreateRelation(string source, string type, string target, SourcePlace place, Properties properties)
    {
        if (FindEnd(source) is { } from && FindEnd(target) is { } to)
            return new RelationAnnotation("", type, from, to, place) { Properties = properties };
        log.Report(ReadingDiagnostics.UnknownReference(place, FindEnd(source) is null ? source : target));
        return null;
    }

    private Argument? FindEnd(string id) =>
        eventsById.TryGetValue(id, out var happening) ? new EventArgument(happening)
        : mentionsById.TryGetValue(id, out var mention) ? new MentionArgument(mention) : null;
}
