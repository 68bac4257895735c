namespace Graph.Annotations;

/// <summary>
/// A CAS to an article: spans to mentions, relation layers (<c>Governor</c>, <c>Dependent</c>) to relations, link chains to coreference,
/// and spans with slots to events.
/// </summary>
internal sealed class UimaArticleReader(AnnotationFile file, Cas cas, ReadingLog log)
{
    private const string Token = "Token";
    private readonly List<Mention> mentions = [];
    private readonly SortedSet<int> bare = [];
    private readonly List<FeatureStructure> hosts = [];
    private readonly Dictionary<string, Argument> arguments = new(StringComparer.Ordinal);

    public AnnotatedArticle Read()
    {
        var relations = new List<FeatureStructure>();
        foreach (var structure in cas.Members.Where(member => member.Span is not null && !UimaLayers.IsDocument(member)))
        {
            if (UimaLayers.IsSentence(structure) || structure.ShortType == Token)
                log.Count(structure.ShortType);
            else if (UimaLayers.IsLinguistic(structure))
                log.CountPassed(structure.ShortType);
            else if (structure.Get(UimaLayers.Governor) is not null || structure.Get(UimaLayers.Dependent) is not null)
                relations.Add(structure);
            else
                AddSpan(structure);
        }

        JoinLayers();
        log.CountLoss("annotations of the whole document", cas.Members.Count(IsOfDocument));
        var events = hosts.Select(CreateEvent).ToImmutableArray();
        var chains = ReadChains();
        var links = relations.Select(CreateRelation).OfType<RelationAnnotation>().ToImmutableArray();
        var sentences = cas.Members
            .Where(member => member.Span is not null && UimaLayers.IsSentence(member))
            .Select(sentence => sentence.Span!.Value)
            .OrderBy(span => span.Start)
            .ToImmutableArray();
        return new AnnotatedArticle(ReadMetadata(), cas.Text)
        {
            File = file,
            Mentions = [.. mentions],
            Relations = links,
            Events = events,
            Chains = chains,
            Sentences = sentences.IsEmpty ? default : sentences,
        };
    }

    /// <summary>An annotation without a place that is no chain of links and nothing of the tool's own.</summary>
    private static bool IsOfDocument(FeatureStructure member) =>
        member.Span is null && member.Get("first") is null && member.Features.Any(feature => feature.Key is not "sofa")
        && !UimaLayers.IsDocument(member) && !UimaLayers.IsLinguistic(member) && !member.Type.StartsWith("uima.", StringComparison.Ordinal);

    private void AddSpan(FeatureStructure structure)
    {
        if (GetSlots(structure).Any())
        {
            arguments[structure.Id] = new EventArgument(hosts.Count);
            hosts.Add(structure);
            return;
        }

        if (UimaLayers.IsBare(structure))
            bare.Add(mentions.Count);
        arguments[structure.Id] = new MentionArgument(AddMention(structure, layer: null));
    }

    /// <summary>A role filler over the very words that another layer names is that name.</summary>
    private void JoinLayers()
    {
        var named = new Dictionary<TextSpan, int>();
        for (var i = 0; i < mentions.Count; i++)
        {
            if (!bare.Contains(i))
                named.TryAdd(mentions[i].Span, i);
        }

        foreach (var index in bare)
        {
            if (named.TryGetValue(mentions[index].Span, out var other))
                mentions[index] = mentions[index] with { SameAs = other };
        }
    }

    private int AddMention(FeatureStructure structure, string? layer)
    {
        mentions.Add(new Mention(structure.Id, [UimaLayers.GetAnnotationType(structure)], [structure.Span!.Value], structure.Place)
        {
            Layer = layer,
            Links = UimaLayers.GetLinks(structure),
            Properties = UimaLayers.GetProperties(structure, feature => IsReference(structure, feature)),
        });
        return mentions.Count - 1;
    }

    private EventAnnotation CreateEvent(FeatureStructure host)
    {
        var participants = ImmutableArray.CreateBuilder<Participant>();
        foreach (var (feature, link) in GetSlots(host))
        {
            var role = link.Get("role") ?? feature;
            if (link.Get("target") is { } target && FindArgument(target, host.Place) is { } argument)
                participants.Add(new Participant(role, argument)
                {
                    Properties = UimaLayers.GetProperties(link, key => key is "role" or "target")
                });
            else
                log.CountLoss("slots without a filler");
        }

        return new EventAnnotation(host.Id, UimaLayers.GetAnnotationType(host), null, participants.ToImmutable(), host.Place)
        {
            Fragments = [host.Span!.Value],
            Properties = UimaLayers.GetProperties(host, feature => IsReference(host, feature)),
        };
    }

    private RelationAnnotation? CreateRelation(FeatureStructure relation)
    {
        var source = FindArgument(relation.Get(UimaLayers.Governor), relation.Place);
        var target = FindArgument(relation.Get(UimaLayers.Dependent), relation.Place);
        return source is null || target is null
            ? null
            : new RelationAnnotation(relation.Id, UimaLayers.GetAnnotationType(relation), source, target, relation.Place)
            {
                Properties = UimaLayers.GetProperties(relation, _ => false),
                IsCoreference = UimaLayers.IsCoreference(relation),
            };
    }

    /// <summary>An annotation by its id. A relation between bare tokens makes them mentions of their own layer.</summary>
    private Argument? FindArgument(string? id, SourcePlace place)
    {
        if (id is not null && arguments.TryGetValue(id, out var known))
            return known;

        if (id is not null && cas.FindOnText(id) is { } structure)
            return arguments[id] = new MentionArgument(AddMention(structure, Token));

        log.ReportMalformed(ReadingDiagnostics.UnknownReference(place, id ?? ""));
        return null;
    }

    /// <summary>A chain has its first link, each link the next one; a link that was met before ends the walk.</summary>
    private ImmutableArray<CoreferenceChain> ReadChains()
    {
        var chains = ImmutableArray.CreateBuilder<CoreferenceChain>();
        foreach (var chain in cas.Members.Where(member => member.Span is null && member.Get("first") is not null))
        {
            var links = new List<int>();
            var met = new HashSet<string>(StringComparer.Ordinal);
            for (var id = chain.Get("first"); id is not null && met.Add(id); id = cas.Find(id)?.Get("next"))
            {
                if (FindArgument(id, chain.Place) is MentionArgument mention)
                    links.Add(mention.Index);
            }

            chains.Add(new CoreferenceChain(chain.Id, [.. links], chain.Place));
        }

        return chains.ToImmutable();
    }

    /// <summary>The links of the features that hold slots; arrays stand as structures of their own in some files.</summary>
    private IEnumerable<(string Feature, FeatureStructure Link)> GetSlots(FeatureStructure host) =>
        from feature in host.Features
        where feature.Key is not ("begin" or "end" or "sofa")
        from ids in feature.Value
        from id in ids.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from link in Unfold(cas.Find(id))
        where link.Span is null && IsLink(link)
        select (feature.Key, link);

    private IEnumerable<FeatureStructure> Unfold(FeatureStructure? structure) => structure switch
    {
        null => [],
        _ when structure.Type.EndsWith("FSArray", StringComparison.Ordinal) || structure.Type.EndsWith("[]", StringComparison.Ordinal)
            =>
            structure
                .GetAll("elements")
                .SelectMany(ids => ids.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(cas.Find)
                .OfType<FeatureStructure>(),
        _ => [structure],
    };

    private bool IsReference(FeatureStructure structure, string feature) => GetSlots(structure).Any(slot => slot.Feature == feature);

    /// <summary>By name too: without the type system, a number in XMI may be mistaken for the id of a link.</summary>
    private static bool IsLink(FeatureStructure structure) =>
        structure.ShortType.Contains("Link", StringComparison.Ordinal)
        && (structure.Get("target") is not null || structure.Get("role") is not null);

    private ArticleMetadata ReadMetadata()
    {
        var metadata = cas.Members.FirstOrDefault(member => member.ShortType == "DocumentMetaData");
        var document = metadata ?? cas.Members.FirstOrDefault(UimaLayers.IsDocument);
        var language = document?.Get("language");
        return new ArticleMetadata(
            Id: file.Stem + (cas.Name == UimaFormat.InitialView ? "" : $"/{cas.Name}"),
            Title: NonEmpty(metadata?.Get("documentTitle")),
            Language: language == "x-unspecified" ? null : NonEmpty(language),
            Url: NonEmpty(metadata?.Get("documentUri")) is { } uri && uri.StartsWith("http", StringComparison.Ordinal) ? uri : null);
    }

    private static string? NonEmpty(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
