namespace Graph.Annotations;

/// <summary>Turns the sets of the identity pool into nodes: chooses key, name, type and aliases of each.</summary>
internal sealed class EntityWriter(GraphBuilder builder, ResolvedIdentities identities, GraphTypeRules rules, ReadingLog log,
    IReadOnlyList<string> articleKeys, IReadOnlyDictionary<string, FilePlace> firstPlaces)
{
    /// <summary>Names that a knowledge base cannot have as a property.</summary>
    private static readonly string[] Own = ["key", "name", "aliases", "ids"];

    private readonly Dictionary<int, EntityDraft> drafts = [];
    private readonly UniqueKeys keys = new();

    /// <summary>The node of each member of the pool that is mentioned or described; null for ids that are only referred to.</summary>
    public GraphNode?[] Write(GraphAssembler assembler)
    {
        var pool = identities.Pool;
        CollectSurfaces();
        foreach (var (member, description, label) in assembler.Descriptions)
            GetDraft(member).Describe(description, label, identities.Surfaces);
        foreach (var mention in assembler.Mentions)
            Note(mention, assembler);
        foreach (var (member, label) in identities.Register.EntityLabels.OrderBy(pair => pair.Key))
            GetDraft(member).EntityLabel ??= label;
        foreach (var (member, name) in identities.AliasNames)
            GetDraft(member).AliasName ??= name;

        var nodes = new GraphNode?[pool.Count];
        for (var member = 0; member < nodes.Length; member++)
        {
            var root = pool.Find(member);
            if (nodes[root] is null && drafts.TryGetValue(root, out var draft) && draft.Exists)
                nodes[root] = Write(root, draft);
            nodes[member] = nodes[root];
        }

        return nodes;
    }

    public IdentityReport CreateReport()
    {
        var pool = identities.Pool;
        var joins = pool.Joins.ToLookup(join => pool.Find(join.Member), join => join.Join);
        var entities = drafts.Where(pair => pair.Value is { Exists: true, Node: not null }).OrderBy(pair => pair.Key)
            .Select(pair => new EntityIdentity(
            pair.Value.Key, pair.Value.Name, pair.Value.Type, GetOriginalIds(pair.Key), pair.Value.GetSurfaces(), [.. joins[pair.Key]])
            {
                Doubts = [.. pair.Value.FindDoubts()],
            });
        return new IdentityReport([.. entities], [.. pool.Conflicts]);
    }

    private EntityDraft GetDraft(int member)
    {
        var root = identities.Pool.Find(member);
        if (!drafts.TryGetValue(root, out var draft))
            drafts.Add(root, draft = new EntityDraft());
        return draft;
    }

    private void Note(PendingMention mention, GraphAssembler assembler)
    {
        var draft = GetDraft(mention.Member);
        draft.Place ??= FilePlace.StartOf(assembler.GetPath(mention.Article));
        if (mention.Details is { } details)
            draft.OtherLabels.UnionWith(details.OtherLabels);
    }

    private void CollectSurfaces()
    {
        var surfaces = identities.Surfaces;
        for (var i = 0; i < surfaces.Keys.Count; i++)
            GetDraft(surfaces.Keys[i].Member).Add(surfaces.Keys[i], surfaces.GetCount(i), surfaces.Fold(surfaces.Keys[i].Surface));
    }

    private GraphNode Write(int root, EntityDraft draft)
    {
        draft.Choose(
            rules.GetOrder,
            isChain: identities.Pool[root].Rule == IdentityRule.Coreference && !identities.Pool.IsIdentified(root),
            id: identities.Pool.GetIds(root).FirstOrDefault());
        draft.Key = ChooseKey(root, draft);
        var labels = rules.CloseLabels(draft.Labels);
        var place = draft.Place ?? FilePlace.StartOf("");
        var properties = rules.Convert(GetOwn(root, draft), [.. draft.Properties], name => rules.FindNodeProperty(labels, name), place);
        var handle = builder.AddNode(labels, properties);
        var node = new GraphNode(handle, draft.Key, draft.Name, labels,
            [.. properties.Select(property => property.Key)]);
        rules.CheckRequired(node, place);
        foreach (var (label, count) in draft.LabelCounts)
            rules.CountLabel(label, GetFirst(label, place), count);
        foreach (var label in draft.OtherLabels)
            rules.CountLabel(label, GetFirst(label, place));
        if (draft.LabelCounts.Keys.Count(label => label.Length > 0) > 1)
            log.Report(IdentityDiagnostics.OtherTypes(place.Open(), draft.Name, draft.Type, string.Join(", ", draft.Labels.Skip(1))));
        return draft.Node = node;
    }

    private FilePlace GetFirst(string label, FilePlace place) => firstPlaces.GetValueOrDefault(label, place);

    private string ChooseKey(int root, EntityDraft draft)
    {
        var wanted = identities.Pool.GetIds(root).FirstOrDefault()
            ?? identities.Pool.GetLinks(root).OrderBy(link => link.Authority == EntityLink.Wikidata ? 0 : 1).FirstOrDefault()?.Key
            ?? $"{draft.Type}:{identities.Surfaces.Fold(draft.Name)}";
        if (keys.TryTake(wanted))
            return wanted;

        var article = identities.Pool[root].Article;
        return keys.Take(article < 0 ? wanted : $"{wanted}@{articleKeys[article]}");
    }

    private Properties GetOwn(int root, EntityDraft draft)
    {
        var properties = ImmutableArray.CreateBuilder<KeyValuePair<string, Value>>();
        properties.Add(new("key", Value.FromString(draft.Key)));
        properties.Add(new("name", Value.FromString(draft.Name)));
        properties.Add(new("aliases", Value.FromList([.. draft.Aliases.Select(Value.FromString)])));
        foreach (var links in identities.Pool.GetLinks(root).GroupBy(link => link.Authority, StringComparer.Ordinal))
            properties.Add(new(Own.Contains(links.Key) ? $"{links.Key}_" : links.Key, Value.FromString(links.First().Id)));

        var originals = GetOriginalIds(root);
        if (originals.Length > 1)
            properties.Add(new("ids", Value.FromList([.. originals.Select(Value.FromString)])));
        return properties.ToImmutable();
    }

    private ImmutableArray<string> GetOriginalIds(int root) =>
        [.. identities.Pool.GetIds(root).Concat(identities.Pool.GetLinks(root).Select(link => link.Key)).Distinct(StringComparer.Ordinal)];
}
