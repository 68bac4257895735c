using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// AnCora: news as trees of phrases, whose leaves have their words in <c>@wd</c>. Phrases and words with <c>@ne</c> are names, those with
/// <c>@entity</c> members of a chain; phrases without words, such as subjects that are left out, are counted.
/// </summary>
internal sealed class AncoraFormat() : XmlFormat("ancora")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "article") && file.Head.Contains(" wd=\"", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new AncoraArticleReader(file, xml, log).Read()];
}

internal sealed class AncoraArticleReader(AnnotationFile file, XmlFile xml, ReadingLog log)
{
    private const string Words = "wd";
    private const string Name = "ne";
    private const string Entity = "entity";

    private static readonly string[] Kinds = [Name, "entityref", "coreftype", "homophoricDD"];
    private static readonly HashSet<string> Taken = [Words, Entity, .. Kinds, "arg", "lng"];

    private readonly TokenizedText text = new();
    private readonly List<Mention> mentions = [];
    private readonly Dictionary<TextSpan, int> bySpan = [];
    private readonly OrderedDictionary<string, List<int>> chains = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        foreach (var sentence in xml.Root.Elements())
        {
            ReadNode(sentence);
            text.EndSentence();
        }

        var id = file.Name[..file.Name.IndexOf('.')];
        return new AnnotatedArticle(new ArticleMetadata(id, Language: (string?)xml.Root.Attribute("lng")), text.ToString())
        {
            File = file,
            Mentions = [.. mentions],
            Chains = [.. chains.Where(chain => chain.Value.Count > 1)
                .Select(chain => CoreferenceChain.Create(chain.Key, chain.Value, mentions))],
            Sentences = text.GetSentences(),
        };
    }

    private void ReadNode(XElement node)
    {
        var first = text.Tokens.Count;
        // Words of one name are joined by underscores.
        if ((string?)node.Attribute(Words) is { Length: > 0 } words)
            text.Add(words.Replace('_', ' '), isFollowedBySpace: true);
        else
            foreach (var child in node.Elements())
                ReadNode(child);
        CountUnread(node);
        if (node.Attribute(Name) is null && node.Attribute(Entity) is null)
            return;
        if (text.Tokens.Count == first)
            log.CountPassed("members of chains without words", 1);
        else
            AddMention(node, text.Cover(first, text.Tokens.Count - 1));
    }

    /// <summary>Attributes analyse the language, each node with many; words stand in no element as its text.</summary>
    private void CountUnread(XElement node)
    {
        log.CountPassed("arguments of verbs", node.Attribute("arg") is null ? 0 : 1);
        foreach (var attribute in node.Attributes().Where(attribute => !Taken.Contains(attribute.Name.LocalName)))
            log.CountPassed($"attributes '{attribute.Name.LocalName}' of phrases and words not read");
        if (node.Nodes().OfType<XText>().Any(words => !string.IsNullOrWhiteSpace(words.Value)))
            log.CountLoss($"'{node.Name.LocalName}' elements with a text of their own");
    }

    /// <summary>A phrase that is one word has it as a part, with the same name: one mention.</summary>
    private void AddMention(XElement node, TextSpan span)
    {
        var type = (string?)node.Attribute(Name);
        if (bySpan.TryGetValue(span, out var index))
        {
            if (mentions[index].Type.Length == 0 && type is not null)
                mentions[index] = mentions[index] with { Types = [type] };
        }
        else
        {
            bySpan.Add(span, index = mentions.Count);
            mentions.Add(new Mention($"m{index + 1}", [type ?? ""], [span], xml.GetPlace(node)));
        }

        mentions[index] = mentions[index] with
        {
            Form = (string?)node.Attribute("entityref") == Name || type is not null ? MentionForm.Name : mentions[index].Form,
            Properties =
            [
                .. mentions[index].Properties,
                .. Kinds.Skip(1)
                    .Where(kind => node.Attribute(kind) is not null && !mentions[index].Properties.Any(known => known.Key == kind))
                    .Select(kind => KeyValuePair.Create(kind, Value.FromString((string)node.Attribute(kind)!))),
            ],
        };
        if ((string?)node.Attribute(Entity) is not { Length: > 0 } entity)
            return;
        if (!chains.TryGetValue(entity, out var members))
            chains.Add(entity, members = []);
        if (!members.Contains(index))
            members.Add(index);
    }
}
