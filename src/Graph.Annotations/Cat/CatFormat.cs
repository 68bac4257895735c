using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// CAT, the XML of ECB+ and MEANTIME: tokens, markables over them, relations between markables. What several markables are the same as is
/// one entity, in all documents where the relation names it. Offsets are tokens.
/// </summary>
internal sealed class CatFormat : IAnnotationFormat
{
    public string Name => "cat";

    public IEnumerable<FileSet> Claim(FolderListing folder) => folder.TakeEach(
        file => file.Extension == ".xml"
            && XmlHeads.HasRoot(file, "Document")
            && file.Head.Contains("<token ", StringComparison.Ordinal)
            && file.Head.Contains("t_id=", StringComparison.Ordinal));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is { } xml)
            yield return new CatArticleReader(files.Main, xml, log).Read();
    }
}

internal sealed class CatArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private readonly TokenizedText text = new();
    private readonly Dictionary<string, int> tokens = new(StringComparer.Ordinal);
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<string, int> mentionsById = new(StringComparer.Ordinal);

    // Markables without words: the thing itself, which others refer to.
    private readonly Dictionary<string, XElement> instances = new(StringComparer.Ordinal);
    private readonly HashSet<string> used = new(StringComparer.Ordinal);
    private readonly List<CoreferenceChain> chains = [];
    private readonly List<RelationAnnotation> relations = [];

    public AnnotatedArticle Read()
    {
        ReadTokens();
        foreach (var markable in xml.Root.Elements("Markables").Elements())
            AddMarkable(markable);
        foreach (var relation in xml.Root.Elements("Relations").Elements())
            AddRelation(relation);
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
            tokens[(string?)token.Attribute("t_id") ?? ""] = text.Tokens.Count;
            text.Add(token.Value);
        }

        text.EndSentence();
    }

    private void AddMarkable(XElement markable)
    {
        var id = (string?)markable.Attribute("m_id") ?? "";
        var anchors = markable.Elements("token_anchor").Select(anchor => (string?)anchor.Attribute("t_id") ?? "").ToList();
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
        mentions.Add(new Mention(
            id, [markable.Name.LocalName], [.. runs.Select(run => text.Cover(run.First, run.Last))], xml.GetPlace(markable))
        {
            Properties = ListAttributes(markable, "m_id", "RELATED_TO", "TAG_DESCRIPTOR"),
        });
    }

    private static Properties ListAttributes(XElement element, params string[] without) =>
        [.. element.Attributes().Where(attribute => !without.Contains(attribute.Name.LocalName) && attribute.Value.Length > 0)
            .Select(attribute => KeyValuePair.Create(attribute.Name.LocalName, Value.FromString(attribute.Value)))];

    private void AddRelation(XElement relation)
    {
        var sources = relation.Elements("source").Select(end => (string?)end.Attribute("m_id") ?? "").ToList();
        var targets = relation.Elements("target").Select(end => (string?)end.Attribute("m_id") ?? "").ToList();
        if (relation.Name.LocalName is "CROSS_DOC_COREF" or "INTRA_DOC_COREF" or "REFERS_TO")
        {
            AddChain(relation, [.. sources, .. targets.Where(mentionsById.ContainsKey)], targets.Find(instances.ContainsKey));
            return;
        }

        foreach (var (source, target) in sources.SelectMany(source => targets.Select(target => (source, target))))
        {
            if (FindMention(source) is { } from && FindMention(target) is { } to)
            {
                relations.Add(new RelationAnnotation(
                    (string?)relation.Attribute("r_id") ?? "",
                    GetType(relation),
                    new MentionArgument(from),
                    new MentionArgument(to),
                    xml.GetPlace(relation))
                {
                    Properties = ListAttributes(relation, "r_id", "reltype", "relType", "sem_role"),
                });
            }
            else
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(
                    xml.GetPlace(relation), FindMention(source) is null ? source : target));
        }
    }

    private int? FindMention(string id) => mentionsById.TryGetValue(id, out var index) ? index : null;

    private static string GetType(XElement relation) =>
        new[] { "reltype", "relType", "sem_role" }
            .Select(name => (string?)relation.Attribute(name))
            .FirstOrDefault(type => !string.IsNullOrEmpty(type)) ?? relation.Name.LocalName;

    /// <summary>A note or an instance id that documents share names the entity; else the mentions are a chain of this one.</summary>
    private void AddChain(XElement relation, List<string> members, string? instance)
    {
        foreach (var missing in members.Where(member => FindMention(member) is null && !instances.ContainsKey(member)))
            log.ReportMalformed(ReadingDiagnostics.UnknownReference(xml.GetPlace(relation), missing));
        var indexes = members.Select(FindMention).OfType<int>().Distinct().ToImmutableArray();
        if (indexes.IsEmpty)
        {
            log.CountLoss("coreference without a mention", 1, xml.GetPlace(relation));
            return;
        }

        if (instance is not null)
            used.Add(instance);
        var thing = instance is null ? null : instances[instance];
        var shared = (string?)thing?.Attribute("instance_id") is { Length: > 0 } own ? own
            : relation.Name.LocalName == "CROSS_DOC_COREF" ? (string?)relation.Attribute("note") : null;
        var name = (string?)thing?.Attribute("TAG_DESCRIPTOR");
        var link = (string?)thing?.Attribute("external_ref") is { Length: > 0 } address ? EntityLink.FromAddress(address) : null;
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
                        thing, "m_id", "RELATED_TO", "TAG_DESCRIPTOR", "instance_id", "external_ref")),
            };
        }

        chains.Add(new CoreferenceChain((string?)relation.Attribute("r_id") ?? $"{chains.Count + 1}", indexes, xml.GetPlace(relation)));
    }
}
