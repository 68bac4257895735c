namespace Graph.Annotations;

/// <summary>The mentions, chains and bridges that the last column of CoNLL-U tells of, bracket by bracket.</summary>
internal sealed class CorefMentions(SourceText source, ReadingLog log)
{
    private const string Bridge = "bridge";
    private readonly List<OpenMention> all = [];
    private readonly Dictionary<string, List<OpenMention>> open = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> clusters = new(StringComparer.Ordinal);
    private readonly List<(string Type, string From, string To, int Token, int Line)> links = [];

    public void Read(string feature, int token, int line, ImmutableArray<string> entityFields)
    {
        var equals = feature.IndexOf('=');
        if (equals < 0)
            return;

        var value = feature[(equals + 1)..];
        switch (feature[..equals])
        {
            case "Entity":
                foreach (var bracket in CorefEntity.Read(value, entityFields))
                    Read(bracket, token, line);
                break;
            case "Bridge":
                AddLinks(Bridge, value, token, line);
                break;
            case "SplitAnte":
                AddLinks("split antecedent", value, token, line);
                break;
        }
    }

    public void ReportOpen()
    {
        foreach (var mention in open.Values.SelectMany(mentions => mentions))
            log.ReportMalformed(ConllDiagnostics.NeverClosed(SourcePlace.Line(source, mention.Line), mention.Cluster));
    }

    public ImmutableArray<Mention> ToMentions(TokenizedText text) => [.. all.Select((mention, index) => ToMention(mention, index, text))];

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
            if (from is null || to is null)
                log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, from is null ? link.From : link.To));
            else
                relations.Add(ToRelation($"b{relations.Count + 1}", link.Type, to.Value, from.Value, place));
        }

        return relations.ToImmutable();
    }

    private static RelationAnnotation ToRelation(string id, string type, int source, int target, SourcePlace place) =>
        new(id, type, new MentionArgument(source), new MentionArgument(target), place) { Layer = type };

    private void Read(CorefBracket bracket, int token, int line)
    {
        if (bracket.Opens)
            Open(bracket, token, line);
        else if (open.GetValueOrDefault(bracket.Cluster) is { Count: > 0 } mentions)
            Close(mentions, mentions[^1], token);
        else
            log.ReportMalformed(ConllDiagnostics.NeverOpened(SourcePlace.Line(source, line), bracket.Cluster));
    }

    private void Open(CorefBracket bracket, int token, int line)
    {
        var mention = new OpenMention(bracket.Cluster, bracket.Fields, token, line) { Last = token };
        if (!clusters.TryGetValue(bracket.Cluster, out var members))
            clusters.Add(bracket.Cluster, members = []);
        members.Add(all.Count);
        all.Add(mention);
        if (bracket.Closes)
            return;

        if (!open.TryGetValue(bracket.Cluster, out var waiting))
            open.Add(bracket.Cluster, waiting = []);
        waiting.Add(mention);
    }

    private static void Close(List<OpenMention> mentions, OpenMention mention, int token)
    {
        mention.Last = token;
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

    private Mention ToMention(OpenMention mention, int index, TokenizedText text)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        foreach (var (name, value) in mention.Fields.OrderBy(field => field.Key, StringComparer.Ordinal))
        {
            if (name is "infstat" or "salience" or "centering" or "link")
                properties.Add(new(name, Value.FromString(value)));
        }

        var identity = mention.Fields.GetValueOrDefault("identity");
        return new Mention(
            $"{mention.Cluster}.{index + 1}", [mention.Fields.GetValueOrDefault("etype", "")], [text.Cover(mention.First, mention.Last)],
            SourcePlace.Line(source, mention.Line))
        {
            Links = identity is null ? [] : [new EntityLink(EntityLink.Wikipedia, identity)],
            EntityLabel = identity?.Replace('_', ' '),
            Properties = properties.ToImmutable(),
        };
    }

    private sealed record OpenMention(string Cluster, IReadOnlyDictionary<string, string> Fields, int First, int Line)
    {
        public int Last { get; set; }
    }
}
