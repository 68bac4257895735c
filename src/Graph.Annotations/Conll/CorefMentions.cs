namespace Graph.Annotations;

/// <summary>The mentions, chains and bridges that the last column of CoNLL-U tells of, bracket by bracket.</summary>
internal sealed class CorefMentions(SourceText source, ReadingLog log)
{
    private const string Bridge = "bridge";

    /// <summary>What becomes the mention itself, its type, chain and link, or only points at its head; the rest are properties.</summary>
    private static readonly HashSet<string> Structure = ["eid", "GRP", "etype", "entity", "head", "minspan", "identity"];
    private readonly List<OpenMention> all = [];
    private readonly Dictionary<string, List<OpenMention>> open = new(StringComparer.Ordinal);
    private readonly HashSet<string> withoutWords = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> clusters = new(StringComparer.Ordinal);
    private readonly List<(string Type, string From, string To, int Token, int Line)> links = [];

    /// <param name="tokens">The token that has the feature; for a node without words, an empty range before the token that follows.</param>
    /// <returns>False for a feature that says nothing of mentions.</returns>
    public bool Read(string feature, TokenRange tokens, int line, ImmutableArray<string> entityFields)
    {
        var equals = feature.IndexOf('=');
        if (equals < 0)
            return false;

        var value = feature[(equals + 1)..];
        switch (feature[..equals])
        {
            case "Entity":
                foreach (var bracket in CorefEntity.Read(value, entityFields))
                    Read(bracket, tokens, line);
                break;
            case "Bridge":
                AddLinks(Bridge, value, tokens.First, line);
                break;
            case "SplitAnte":
                AddLinks("split antecedent", value, tokens.First, line);
                break;
            default:
                return false;
        }

        return true;
    }

    /// <summary>Reports what is still open, and takes out mentions without any words.</summary>
    public void Finish()
    {
        foreach (var mention in open.Values.SelectMany(mentions => mentions))
            log.ReportMalformed(ConllDiagnostics.NeverClosed(SourcePlace.Line(source, mention.Line), mention.Cluster));

        withoutWords.UnionWith(clusters.Keys);
        log.CountPassed("mentions without words", all.RemoveAll(mention => !mention.HasWords));
        clusters.Clear();
        foreach (var (index, mention) in all.Index())
            clusters.AddTo(mention.Cluster, index);

        withoutWords.ExceptWith(clusters.Keys);
    }

    public ImmutableArray<Mention> ToMentions(TokenizedText text, ConlluForms forms) =>
        [.. all.Select((mention, index) => ToMention(mention, index, text, forms))];

    public ImmutableArray<CoreferenceChain> ToChains() =>
        [.. clusters.Select(cluster => new CoreferenceChain(cluster.Key, [.. cluster.Value],
            SourcePlace.Line(source, all[cluster.Value[0]].Line)))];

    /// <summary>
    /// A bridge names chains; its ends are the mention that opens where it stands, and the last one of the other chain before that.
    /// </summary>
    public ImmutableArray<RelationAnnotation> ToRelations()
    {
        var relations = ImmutableArray.CreateBuilder<RelationAnnotation>();
        foreach (var link in links)
        {
            var place = SourcePlace.Line(source, link.Line);
            var from = FindLast(link.From, link.Token);
            var to = FindLast(link.To, link.Token);
            if (withoutWords.Contains(link.From) || withoutWords.Contains(link.To))
                log.CountPassed("links of mentions without words");
            else if (from is null || to is null)
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, from is null ? link.From : link.To));
            else
                relations.Add(ToRelation($"b{relations.Count + 1}", link.Type, to.Value, from.Value, place));
        }

        return relations.ToImmutable();
    }

    private static RelationAnnotation ToRelation(string id, string type, int source, int target, SourcePlace place) =>
        new(id, type, new MentionArgument(source), new MentionArgument(target), place) { Layer = type };

    /// <summary>A link between chains at a token: from what was named before to the mention that begins there.</summary>
    public void AddLink(string type, string from, string to, int token, int line) => links.Add((type, from, to, token, line));

    public void Read(CorefBracket bracket, TokenRange tokens, int line)
    {
        if (bracket.Opens)
            Open(bracket, tokens, line);
        else if (open.GetValueOrDefault(bracket.Name) is { Count: > 0 } mentions)
            Close(mentions, mentions[^1], tokens.Last);
        else
            log.ReportMalformed(ConllDiagnostics.NeverOpened(SourcePlace.Line(source, line), bracket.Cluster));
    }

    private void Open(CorefBracket bracket, TokenRange tokens, int line)
    {
        var mention = GetMention(bracket, line);
        mention.Parts.Add(tokens);
        if (bracket.Closes)
            return;

        open.AddTo(bracket.Name, mention);
    }

    /// <summary>A further part belongs to the last mention of its chain.</summary>
    private OpenMention GetMention(CorefBracket bracket, int line)
    {
        if (!clusters.TryGetValue(bracket.Cluster, out var members))
            clusters.Add(bracket.Cluster, members = []);
        if (bracket.Continues && members.Count > 0)
            return all[members[^1]];

        var mention = new OpenMention(bracket.Cluster, bracket.Fields, line);
        members.Add(all.Count);
        all.Add(mention);
        return mention;
    }

    private static void Close(List<OpenMention> mentions, OpenMention mention, int last)
    {
        mention.Parts[^1] = mention.Parts[^1] with { Last = last };
        mentions.Remove(mention);
    }

    private void AddLinks(string type, string value, int token, int line)
    {
        foreach (var link in value.Split(','))
        {
            var ends = link.Split(['<', ':'], 3);
            if (ends.Length >= 2)
                links.Add((type, ends[0], ends[1], token, line));
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(SourcePlace.Line(source, line), $"{type} link", "it is written '1<2'"));
        }
    }

    private int? FindLast(string cluster, int token)
    {
        int? last = null;
        foreach (var index in clusters.GetValueOrDefault(cluster) ?? [])
        {
            if (last is null || all[index].First <= token)
                last = index;
        }

        return last;
    }

    private Mention ToMention(OpenMention mention, int index, TokenizedText text, ConlluForms forms)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        foreach (var (name, value) in mention.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (!Structure.Contains(name))
                properties.Add(new(name, Value.FromString(value)));
        }

        var identity = mention.Fields.GetValueOrDefault("identity");
        return new Mention(
            $"{mention.Cluster}.{index + 1}", [CorefEntity.GetType(mention.Fields)],
            [.. mention.Parts.Where(part => !part.IsEmpty).Select(part => text.Cover(part.First, part.Last))],
            SourcePlace.Line(source, mention.Line))
        {
            Form = forms.Find(mention.Parts.Find(part => !part.IsEmpty)),
            Links = identity is null ? [] : [new EntityLink(EntityLink.Wikipedia, identity)],
            EntityLabel = identity?.Replace('_', ' '),
            Properties = properties.ToImmutable(),
        };
    }

    private sealed record OpenMention(string Cluster, IReadOnlyDictionary<string, string> Fields, int Line)
    {
        /// <summary>More than one for a discontinuous mention.</summary>
        public List<TokenRange> Parts { get; } = [];

        public int First => Parts[0].First;

        public bool HasWords => Parts.Exists(part => !part.IsEmpty);
    }
}

/// <summary>Tokens from the first to the last, both included; the last stands before the first in an empty range.</summary>
internal readonly record struct TokenRange(int First, int Last)
{
    public bool IsEmpty => Last < First;
}
