namespace Graph.Annotations;

/// <summary>
/// Gives every mention its place in the pool while articles stream by. Ids and links join at once; chains and last names are noted, for the
/// rules that need to see all articles. Each article stands under the rules of its own folder.
/// </summary>
internal sealed class IdentityRegister(ReadingLog log)
{
    private readonly List<ChainJoin> chainJoins = [];
    private readonly List<LastNameCandidates> lastNames = [];
    private readonly Dictionary<int, ArticleScope> scopes = [];
    private readonly Dictionary<string, List<DescribedId>> described = new(StringComparer.Ordinal);
    private readonly HashSet<int> withoutName = [];
    private readonly Dictionary<int, string> labels = [];
    private readonly List<EntityArgument> uses = [];

    public IdentityPool Pool { get; } = new();

    public SurfaceTable Surfaces { get; } = new();

    /// <summary>The ids that facts refer to.</summary>
    public IReadOnlyList<EntityArgument> Uses => uses;

    /// <summary>What the files themselves call an entity, by member.</summary>
    public IReadOnlyDictionary<int, string> EntityLabels => labels;

    public IReadOnlyList<ChainJoin> ChainJoins => chainJoins;

    public IReadOnlyList<LastNameCandidates> LastNames => lastNames;

    /// <summary>Where each article stands, by its number.</summary>
    public IReadOnlyDictionary<int, ArticleScope> Scopes => scopes;

    /// <summary>Members that only articles mention in which names join nothing.</summary>
    public IReadOnlySet<int> WithoutName => withoutName;

    /// <summary>The member of each mention of an article; -1 for triggers.</summary>
    /// <param name="mapping">From annotation types to labels.</param>
    /// <param name="rules">Those that hold in the article's folder.</param>
    public int[] Register(int articleIndex, AnnotatedArticle article, LabelMapping mapping, IdentityRules rules)
    {
        scopes[articleIndex] = new ArticleScope(article.File.Folder, rules);
        var chains = new ChainIndex(article, log);
        var chainMembers = new Dictionary<int, int>();
        var bareMembers = new Dictionary<(string, string), int>();
        var result = new int[article.Mentions.Length];
        var known = Pool.Count;
        for (var i = 0; i < result.Length; i++)
        {
            var mention = article.Mentions[i];
            if (mention.Kind != MentionKind.Entity || mention.SameAs is not null)
            {
                result[i] = -1;
                continue;
            }

            var label = mapping.MapType(mention.Type);
            var surface = SurfaceText.Get(article.Text, mention);
            var chain = rules.IsEnabled(IdentityRule.Coreference) ? chains.GetChain(i) : -1;
            result[i] = GetIdentified(mention, rules) ?? GetUnidentified(articleIndex, chain, label, surface, chainMembers, bareMembers);
            if (mention.EntityLabel is { } entityLabel)
                labels.TryAdd(result[i], entityLabel);
            NoteChain(articleIndex, article, chain, chainMembers, result[i], surface);
            NoteName(result[i], known, rules);
            Surfaces.Add(new SurfaceKey(result[i], label, surface, article.Metadata.Language, mention.Form));
        }

        for (var i = 0; i < result.Length; i++)
        {
            if (article.Mentions[i].SameAs is { } other)
                result[i] = result[other];
        }

        foreach (var (left, right) in chains.Overlaps)
            NoteOverlap(articleIndex, article, chainMembers, left, right);
        if (rules.IsEnabled(IdentityRule.LastName))
            lastNames.AddRange(LastNameCandidates.Find(article, result, mapping, Surfaces));
        return result;
    }

    /// <summary>
    /// Describes an entity without mentioning it; returns its member. Where the same list stands in many files, an entry with the same id
    /// and a name in common is the same entity.
    /// </summary>
    /// <param name="localId">The id as the file has it.</param>
    public int Describe(EntityDescription description, string localId)
    {
        var names = description.Names.Select(Surfaces.Fold).Where(name => name.Length > 0).ToList();
        var known = described.GetValueOrDefault(localId)?.Find(other => names.Exists(other.Names.Contains));
        var member = known is null ? Pool.GetOrAddId(description.Id) : Pool.GetOrAddId(description.Id, known.Member);
        if (known is null && names.Count > 0)
        {
            described.AddTo(localId, new DescribedId(member, [.. names]));
        }
        else
        {
            known?.Names.UnionWith(names);
        }

        foreach (var link in description.Links)
            Pool.Join(member, Pool.GetOrAddLink(link), IdentityRule.Link, link.Key);
        return member;
    }

    /// <summary>A relation says that two members are the same.</summary>
    public void NoteSynonyms(int left, int right, IdentityRules rules, string because)
    {
        if (rules.IsEnabled(IdentityRule.Coreference))
            chainJoins.Add(new ChainJoin(left, right, because));
    }

    /// <summary>A fact names an entity by its id; whether anything has that id is known at the end.</summary>
    public void NoteUse(EntityArgument argument) => uses.Add(argument);

    /// <summary>By its id, and by one link into each knowledge base: of several into one, the first is the likeliest.</summary>
    private int? GetIdentified(Mention mention, IdentityRules rules)
    {
        var byId = rules.IsEnabled(IdentityRule.Id) ? mention.EntityId : null;
        var linked = rules.IsEnabled(IdentityRule.Link) ? mention.Links.DistinctBy(link => link.Authority).ToList() : [];
        if (byId is null && linked.Count == 0)
            return null;

        var member = byId is null ? Pool.GetOrAddLink(linked[0]) : Pool.GetOrAddId(byId);
        foreach (var link in linked.Skip(byId is null ? 1 : 0))
        {
            if (!Pool.Join(member, Pool.GetOrAddLink(link), IdentityRule.Link, link.Key))
                log.Report(IdentityDiagnostics.TwoLinks(mention.Place, byId ?? linked[0].Key, link.Key));
        }

        return member;
    }

    private int GetUnidentified(
        int article, int chain, string label, string surface,
        Dictionary<int, int> chainMembers, Dictionary<(string, string), int> bareMembers)
    {
        if (chain >= 0)
        {
            if (!chainMembers.TryGetValue(chain, out var member))
                chainMembers.Add(chain, member = Pool.AddUnidentified(IdentityRule.Coreference, surface, article));
            return member;
        }

        var key = (label, Surfaces.Fold(surface));
        if (!bareMembers.TryGetValue(key, out var bare))
            bareMembers.Add(key, bare = Pool.AddUnidentified(null, surface, article));
        return bare;
    }

    /// <summary>An identified mention keeps its own member, so its chain has to be joined with it.</summary>
    private void NoteChain(int articleIndex, AnnotatedArticle article, int chain, Dictionary<int, int> chainMembers, int member,
        string surface)
    {
        if (chain < 0 || !Pool[member].IsIdentified)
            return;

        if (!chainMembers.TryGetValue(chain, out var chainMember))
            chainMembers.Add(chain, chainMember = Pool.AddUnidentified(IdentityRule.Coreference, surface, articleIndex));
        chainJoins.Add(new ChainJoin(member, chainMember, DescribeChain(article, chain)));
    }

    private void NoteOverlap(int articleIndex, AnnotatedArticle article, Dictionary<int, int> chainMembers, int left, int right)
    {
        if (!article.Chains[left].IsTransitive || !article.Chains[right].IsTransitive)
            return;
        if (chainMembers.TryGetValue(left, out var leftMember) && chainMembers.TryGetValue(right, out var rightMember))
            chainJoins.Add(new ChainJoin(leftMember, rightMember, DescribeChain(article, right)));
    }

    private void NoteName(int member, int countBefore, IdentityRules rules)
    {
        if (rules.IsEnabled(IdentityRule.Name))
            withoutName.Remove(member);
        else if (member >= countBefore)
            withoutName.Add(member);
    }

    private static string DescribeChain(AnnotatedArticle article, int chain) =>
        $"{article.File.DisplayPath}, chain {article.Chains[chain].Id}";
}

/// <summary>What entries with one id are called; entries of different files that share no name are different.</summary>
internal sealed record DescribedId(int Member, HashSet<string> Names);

/// <summary>Two members that an annotator says are the same.</summary>
internal readonly record struct ChainJoin(int Left, int Right, string Because);

/// <summary>Where an article stands: what alias files speak for it, and which rules join its mentions.</summary>
internal sealed record ArticleScope(string Folder, IdentityRules Rules);
