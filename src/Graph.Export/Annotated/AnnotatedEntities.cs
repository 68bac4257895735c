namespace Graph.Export;

/// <summary>What annotations say of an entity: its key, the labels of its mentions, and its links to knowledge bases.</summary>
internal sealed class AnnotatedEntities(GraphStore store, LossLedger losses)
{
    private const string Label = "label";
    private const string Ids = "ids";
    private static readonly string[] Authorities = ["wikidata", "wikipedia", "dbpedia", "geonames", "viaf", "gnd", "isni"];

    private readonly NodeLabels labels = new(store);
    private readonly Dictionary<int, AnnotatedEntity> known = [];
    private readonly HashSet<(int Node, string Label)> said = [];

    public AnnotatedEntity Get(int node)
    {
        if (!known.TryGetValue(node, out var entity))
            known.Add(node, entity = Describe(node));
        return entity;
    }

    /// <summary>The label of a mention, which it says itself where it is not that of its entity; empty for an entity without any.</summary>
    public string GetLabel(ArticleMention mention)
    {
        var label = store.GetEdgeProperty(mention.Edge, Label) is { Kind: ValueKind.String } own ? own.AsString() : Get(mention.Node).Label;
        said.Add((mention.Node, label));
        return label;
    }

    /// <summary>The label of a mention, then the further ones of its entity where they are not said by other mentions.</summary>
    public IEnumerable<string> ListLabels(ArticleMention mention)
    {
        var (label, entity) = (GetLabel(mention), Get(mention.Node));
        return (label == entity.Label ? entity.Others : []).Prepend(label).Where(name => name.Length > 0);
    }

    /// <summary>For formats in which only mentions are described.</summary>
    public void CountUnwrittenProperties()
    {
        foreach (var (name, _) in known.Values.SelectMany(entity => entity.Properties))
            losses.Count($"'{name}' of an entity is not written", $"'{name}' of entities are not written");
    }

    /// <summary>For formats in which a mention has one label.</summary>
    public void CountUnsaidLabels() => losses.Count(
        "further label of an entity is not written",
        "further labels of entities are not written",
        known.Sum(pair => pair.Value.Others.Count(label => !said.Contains((pair.Key, label)))));

    /// <summary>What is said of a mention besides its label.</summary>
    public IEnumerable<KeyValuePair<string, Value>> ListProperties(ArticleMention mention) =>
        StoreElements.GetEdgeProperties(store, mention.Edge).Where(property => property.Key != Label);

    private AnnotatedEntity Describe(int node)
    {
        var key = PlainText.Format(Captions.GetKey(store, node));
        var links = FindLinks(node, key);
        losses.Count("further link of an entity is not written", "further links of entities are not written", Math.Max(0, links.Count - 1));
        var specific = labels.GetSpecific(node);
        var main = specific.Length > 1 ? FindMain(node, specific) : specific.FirstOrDefault("");
        return new AnnotatedEntity(
            key,
            Captions.Get(store, node),
            main,
            [.. specific.Where(label => label != main)],
            links.Count > 0 ? links[0] : null,
            [.. StoreElements.GetNodeProperties(store, node).Where(property =>
                property.Key is not (StoreNames.Key or StoreNames.Name or StoreNames.Aliases or Ids)
                && !links.Exists(link => property.Key == link.Authority || property.Key == $"{link.Authority}_"))])
        {
            HasOtherNames = store.GetNodeProperty(node, StoreNames.Aliases) is not { Kind: ValueKind.List } names
                || names.AsList() is not [var only]
                || PlainText.Format(only) != Captions.Get(store, node),
        };
    }

    /// <summary>The label that no mention has to say of itself.</summary>
    private string FindMain(int node, ImmutableArray<string> specific)
    {
        var said = new HashSet<string>(StringComparer.Ordinal);
        if (store.FindEdgeTable(StoreNames.MentionType) is { } table)
        {
            var view = table.Incoming.View;
            var run = view.GetRun(node);
            for (var position = run.Start; position < run.End; position++)
                said.Add(PlainText.Format(store.GetEdgeProperty(view.GetEdge(position), Label)));
        }

        return specific.FirstOrDefault(label => !said.Contains(label), specific[0]);
    }

    /// <summary>
    /// Each knowledge base is a property, the first id in it the value; where there are several ids of any kind, <c>ids</c> has all.
    /// </summary>
    private List<KnowledgeLink> FindLinks(int node, string key)
    {
        var ids = store.GetNodeProperty(node, Ids) is { Kind: ValueKind.List } list
            ? list.AsList().Select(PlainText.Format).ToHashSet()
            : [];
        ids.Add(key);
        var links = new List<KnowledgeLink>();
        foreach (var (name, value) in StoreElements.GetNodeProperties(store, node))
        {
            var authority = name.TrimEnd('_');
            var id = PlainText.Format(value);
            if (id.Length > 0 && (Authorities.Contains(authority) || ids.Contains($"{authority}:{id}")))
                links.Add(new KnowledgeLink(authority, id));
        }

        links.AddRange(ids.Where(id => links.Exists(link => id.StartsWith($"{link.Authority}:", StringComparison.Ordinal)))
            .Select(id => id.Split(':', 2))
            .Select(parts => new KnowledgeLink(parts[0], parts[1]))
            .Except(links)
            .OrderBy(link => link.Key, StringComparer.Ordinal)
            .ToList());
        return [.. links.OrderBy(link => link.Key == key ? 0 : 1)];
    }
}

/// <param name="Label">Of its mentions, where they do not say another.</param>
/// <param name="Others">Its further labels, those that these imply left out.</param>
/// <param name="Link">The knowledge base that knows it, and how it is called there.</param>
/// <param name="Properties">What else is said of it.</param>
internal sealed record AnnotatedEntity(
    string Key,
    string Name,
    string Label,
    ImmutableArray<string> Others,
    KnowledgeLink? Link,
    ImmutableArray<KeyValuePair<string, Value>> Properties)
{
    /// <summary>Texts call it something else too, so they do not tell its name.</summary>
    public bool HasOtherNames { get; init; }
}

internal sealed record KnowledgeLink(string Authority, string Id)
{
    public string Key => $"{Authority}:{Id}";
}
