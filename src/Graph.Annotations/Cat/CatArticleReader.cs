using System.Xml.Linq;

namespace Graph.Annotations;

internal sealed class CatArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private static readonly KnownElements Known = new(
        [
            "token @t_id @id @sentence @number", "token_anchor @t_id @id", "source @m_id @id", "target @m_id @id",
        ]);

    private readonly TokenizedText text = new();
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);

    // Markables without words: the thing itself, which others refer to.
    private readonly Dictionary<string, XElement> instances = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    // The first mention of such a thing.
    private readonly Dictionary<string, int> mentionsByInstance = new(StringComparer.Ordinal);
    private readonly List<EntityDescription> entities = [];
    private readonly List<CoreferenceChain> chains = [];
    private readonly List<RelationAnnotation> relations = [];
    private readonly CatEvents events = new();

    public AnnotatedArticle Read()
    {
        ReadTokens();
        var all = xml.Root.Elements("Relations").Elements().ToList();
        var acting = all.Where(IsParticipation).SelectMany(relation => ListEnds(relation, "source")).ToHashSet(StringComparer.Ordinal);
        foreach (var markable in xml.Root.Elements("Markables").Elements())
            AddMarkable(markable, acting);
        foreach (var relation in all.Where(IsCoreference))
            AddChain(relation, [.. ListEnds(relation, "source")], [.. ListEnds(relation, "target")]);
        foreach (var relation in all.Where(relation => !IsCoreference(relation)))
            AddRelation(relation);
        foreach (var element in xml.Root.Elements("Markables").Elements().Concat(all))
            Known.CountOthers(element, log);
        foreach (var token in xml.Root.Elements("token"))
            Known.CountOthersOf(token, log);
        var told = events.Create(mentions);
        log.Count("further mentions of events", told.Sum(happening => happening.Repeated.Length));
        log.CountLoss("instances that nothing refers to", instances.Count(instance => !used.Contains(instance.Key)));
        foreach (var other in xml.Root
            .Elements()
            .Where(element => element.Name.LocalName is not ("token" or "Markables" or "Relations"))
            .CountBy(element => element.Name.LocalName))
            log.CountLoss($"{other.Key} elements not read", other.Value);
        return new AnnotatedArticle(new ArticleMetadata(file.Stem, Url: (string?)xml.Root.Attribute("url")), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Chains = [.. chains],
            Relations = [.. relations],
            Events = told,
            Entities = [.. entities],
            Sentences = text.GetSentences(),
        };
    }

    private void ReadTokens()
    {
        string? sentence = null;
        foreach (var token in xml.Root.Elements("token"))
        {
            var own = (string?)token.Attribute("sentence");
            if (sentence is not null && own != sentence)
                text.EndSentence();
            sentence = own;
            tokens[GetId(token, "t_id")] = text.Tokens.Count;
            text.Add(token.Value);
        }

        text.EndSentence();
    }

    private static bool IsParticipation(XElement relation) => relation.Name.LocalName == "HAS_PARTICIPANT";

    private static bool IsCoreference(XElement relation) =>
        relation.Name.LocalName is "CROSS_DOC_COREF" or "INTRA_DOC_COREF" or "REFERS_TO";

    private static IEnumerable<string> ListEnds(XElement relation, string end) =>
        relation.Elements(end).Select(element => GetId(element, "m_id"));

    /// <param name="acting">The markables that have participants.</param>
    private void AddMarkable(XElement markable, HashSet<string> acting)
    {
        var id = GetId(markable, "m_id");
        var anchors = markable.Elements("token_anchor").Select(anchor => GetId(anchor, "t_id")).ToList();
        if (anchors.Count == 0)
        {
            instances[id] = markable;
            return;
        }

        if (anchors.Find(anchor => !tokens.ContainsKey(anchor)) is { } missing)
        {
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(markable), missing));
            return;
        }

        var runs = TokenRuns.Find(anchors.Select(anchor => tokens[anchor]));
        mentionsById[id] = mentions.Count;
        var isEvent = markable.Name.LocalName is "EVENT_MENTION" or "EVENT" || acting.Contains(id);
        if (isEvent)
            events.Add(id, mentions.Count, markable, xml.GetPlace(markable));
        mentions.Add(new Mention(
            id, [markable.Name.LocalName], [.. runs.Select(run => text.Cover(run.First, run.Last))], xml.GetPlace(markable))
        {
            Kind = isEvent ? MentionKind.Trigger : MentionKind.Entity,
            Properties = isEvent ? [] : ListAttributes(markable, "m_id", "id", "RELATED_TO", "TAG_DESCRIPTOR"),
        });
    }

    private static Properties ListAttributes(XElement element, params string[] without) =>
        [.. element.Attributes().Where(attribute => !without.Contains(attribute.Name.LocalName) && attribute.Value.Length > 0)
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)))];

    private void AddRelation(XElement relation)
    {
        var targets = ListEnds(relation, "target").ToList();
        if (targets.Count == 0 || !ListEnds(relation, "source").Any())
            log.CountLoss($"{relation.Name.LocalName} relations without two ends", 1, xml.GetPlace(relation));
        foreach (var (source, target) in ListEnds(relation, "source").SelectMany(source => targets.Select(target => (source, target))))
        {
            if (IsParticipation(relation) && FindMention(source) is { } acting && FindMention(target) is { } filler)
                events.AddParticipant(acting, GetType(relation), filler, mentions, ListProperties(relation));
            else if (!IsParticipation(relation) && FindEnd(source) is { } from && FindEnd(target) is { } to)
                relations.Add(new RelationAnnotation(GetId(relation, "r_id"), GetType(relation), from, to, xml.GetPlace(relation))
                {
                    Properties = ListProperties(relation),
                });
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(
                    xml.GetPlace(relation), FindMention(source) is null ? source : target));
        }
    }

    private static Properties ListProperties(XElement relation) => ListAttributes(relation, "r_id", "id", "reltype", "relType", "sem_role");

    /// <summary>A mention, or a thing without words here: by its first mention, else by itself, as the day of the article is.</summary>
    private Argument? FindEnd(string id)
    {
        if (FindMention(id) is { } mention || mentionsByInstance.TryGetValue(id, out mention))
            return events.GetArgument(mention);
        if (!instances.TryGetValue(id, out var thing)
            || (GetValue(thing, "value") ?? GetValue(thing, "TAG_DESCRIPTOR")) is not { } name)
            return null;
        var entity = $"{file.Stem}#{id}";
        if (used.Add(id))
            entities.Add(new EntityDescription(entity, GetValue(thing, "type") ?? thing.Name.LocalName, [name], xml.GetPlace(thing))
            {
                Properties = ListAttributes(thing, "m_id", "id", "RELATED_TO", "TAG_DESCRIPTOR", "type"),
            });
        return new EntityArgument(entity, xml.GetPlace(thing));
    }

    private static string? GetValue(XElement element, string name) =>
        (string?)element.Attribute(name) is { Length: > 0 } value ? value : null;

    /// <summary>Of tools that call every id so, <c>id</c>.</summary>
    private static string GetId(XElement element, string name) =>
        (string?)element.Attribute(name) ?? (string?)element.Attribute("id") ?? "";

    private int? FindMention(string id) => mentionsById.TryGetValue(id, out var index) ? index : null;

    private static string GetType(XElement relation) =>
        new[] { "reltype", "relType", "sem_role" }
            .Select(name => (string?)relation.Attribute(name))
            .FirstOrDefault(type => !string.IsNullOrEmpty(type)) ?? relation.Name.LocalName;

    /// <summary>A note or an instance id that documents share names the entity; else the mentions are a chain of this one.</summary>
    private void AddChain(XElement relation, List<string> sources, List<string> targets)
    {
        List<string> members = [.. sources, .. targets.Where(mentionsById.ContainsKey)];
        var instance = targets.Find(instances.ContainsKey);
        foreach (var missing in members.Where(member => FindMention(member) is null && !instances.ContainsKey(member)))
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(relation), missing));
        var indexes = members.Select(FindMention).OfType<int>().Distinct().ToImmutableArray();
        if (indexes.IsEmpty)
        {
            log.CountLoss("coreference without a mention", 1, xml.GetPlace(relation));
            return;
        }

        if (instance is not null)
        {
            used.Add(instance);
            mentionsByInstance.TryAdd(instance, indexes[0]);
        }

        var thing = instance is null ? null : instances[instance];
        var shared = (string?)thing?.Attribute("instance_id") is { Length: > 0 } own ? own
            : relation.Name.LocalName == "CROSS_DOC_COREF" ? (string?)relation.Attribute("note") : null;
        var name = (string?)thing?.Attribute("TAG_DESCRIPTOR");
        var link = (string?)thing?.Attribute("external_ref") is { Length: > 0 } address ? EntityLink.FromAddress(address) : null;
        events.Join(indexes, thing is null ? [] : ListAttributes(thing, "m_id", "id", "RELATED_TO"));
        indexes = indexes.RemoveAll(events.Has);
        foreach (var index in indexes)
        {
            mentions[index] = mentions[index] with
            {
                EntityId = mentions[index].EntityId ?? (string.IsNullOrWhiteSpace(shared) ? null : shared),
                EntityLabel = mentions[index].EntityLabel ?? (string.IsNullOrWhiteSpace(name) ? null : name),
                Links = link is null ? mentions[index].Links : [link],
                Properties = thing is null
                    ? mentions[index].Properties
                    : mentions[index].Properties.AddRange(ListAttributes(
                        thing, "m_id", "id", "RELATED_TO", "TAG_DESCRIPTOR", "instance_id", "external_ref")),
            };
        }

        if (!indexes.IsEmpty)
            chains.Add(new CoreferenceChain((string?)relation.Attribute("r_id") ?? $"{chains.Count + 1}", indexes, xml.GetPlace(relation)));
    }
}
