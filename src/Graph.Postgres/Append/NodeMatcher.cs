using System.Globalization;

namespace Graph.Postgres;

/// <summary>
/// Finds the nodes that a graph has already. The same key and labels are the same node. Who has no id is joined by name, as when all
/// articles are loaded together; what would then have come out otherwise is refused.
/// </summary>
/// <param name="merge">The tables of the store under the names that they have there.</param>
/// <param name="isName">Whether words are a proper name, and the thing has other names too; descriptions, <c>the president</c>, join no
/// articles.</param>
internal sealed class NodeMatcher(
    GraphStore store, LayoutMerge merge, GraphLayout heldLayout, HeldNodes held, Func<string, bool, bool> isName)
{
    private readonly NodeMatch match = new(store.NodeCount);
    private readonly string?[] keys = new string?[store.NodeCount];

    /// <exception cref="PostgresGraphException">Some node has no key, or several have the same there.</exception>
    public NodeMatch Run(Func<int, int?> firstArticle)
    {
        // Whether an article is known decides on what it alone describes.
        foreach (var table in Enumerable.Range(0, store.NodeRanges.Length)
            .OrderBy(table => ArticleYears.HasArticles(merge.Given.NodeTables[table]) ? 0 : 1))
            MatchKeys(table, firstArticle);
        for (var table = 0; table < store.NodeRanges.Length; table++)
        {
            if (!ArticleYears.HasArticles(merge.Given.NodeTables[table]))
                MatchNames(table);
        }

        return match;
    }

    private void MatchKeys(int index, Func<int, int?> firstArticle)
    {
        var (range, table) = (store.NodeRanges[index], merge.Given.NodeTables[index]);
        var property = ReadKeys(range, table);
        var wanted = Enumerable.Range(range.Start, range.Count).ToList();
        var own = wanted.Where(node => IsDescription(node, table)).ToDictionary(node => node, node => GetOwnKey(node, firstArticle(node)));
        foreach (var other in heldLayout.NodeTables.Where(other => other.Labels.Any(table.Labels.Contains)))
        {
            if (other.Find(property.Key) is not { } held || held.Kind != property.Kind)
                continue;

            var found = Find(other, held, wanted.Select(node => keys[node]!).Concat(own.Values.OfType<string>()));
            foreach (var node in wanted.Where(node => !own.ContainsKey(node)))
                Match(node, found.GetValueOrDefault(keys[node]!, NodeMatch.New), table, other);
            foreach (var (node, key) in own)
                MatchDescription(node, key, found, table, other, firstArticle(node));
        }
    }

    private TableProperty ReadKeys(NodeRange range, NodeTable table)
    {
        var property = table.Find(NodeKeys.GetProperty(store.Type, table.Labels));
        var column = property is null ? null : range.FindColumn(property.Key);
        for (var row = 0; row < range.Count; row++)
        {
            var key = column?.GetValue(row) ?? Value.Null;
            if (key.Kind is not (ValueKind.String or ValueKind.Integer) || property!.Kind == ColumnKind.Any)
                throw new PostgresGraphException(
                    $"A node labelled {string.Join(", ", table.Labels)} has no key by which it is known again, so nothing can be "
                        + "appended; push all "
                        + "together, without '--append'.");
            keys[range.Start + row] = key.Kind == ValueKind.String
                ? key.AsString()
                : key.AsInteger().ToString(CultureInfo.InvariantCulture);
        }

        return property!;
    }

    private Dictionary<string, long> Find(NodeTable table, TableProperty property, IEnumerable<string> wanted)
    {
        var found = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (key, id) in held.FindKeys(table, property, wanted))
        {
            if (!found.TryAdd(key, id))
                throw new PostgresGraphException(
                    $"Two nodes labelled {string.Join(", ", table.Labels)} have the key '{key}' there, "
                        + "so nothing can be appended to them.");
        }

        return found;
    }

    private void Match(int node, long found, NodeTable table, NodeTable other)
    {
        if (found == NodeMatch.New)
            return;
        if (other.Name == table.Name)
            match.Set(node, found);
        else
            match.Refuse(node, $"'{keys[node]}' is {string.Join(", ", other.Labels)} there and {string.Join(", ", table.Labels)} here");
    }

    /// <summary>
    /// Only the name of its kind is its key, which a thing of another article may have: then that of its article is added.
    /// </summary>
    private void MatchDescription(
        int node, string? ownKey, Dictionary<string, long> found, NodeTable table, NodeTable other, int? article)
    {
        if (other.Name != table.Name)
            return;
        if (ownKey is not null && found.TryGetValue(ownKey, out var own))
            match.Set(node, own);
        else if (found.TryGetValue(keys[node]!, out var id) && (article is null || !match.IsNew(article.Value)))
            match.Set(node, id);
        else if (found.ContainsKey(keys[node]!) && ownKey is not null)
            match.Rename(node, ownKey);
    }

    private string? GetOwnKey(int node, int? article) => article is { } known ? $"{keys[node]}@{keys[known]}" : null;

    private bool IsDescription(int node, NodeTable table) => NodeKeys.IsMadeOfName(keys[node]!, table.Labels)
        && EntityNames.List(store, node).FirstOrDefault() is { } name && !isName(name, HasSeveralNames(node));

    private bool HasSeveralNames(int node) => EntityNames.List(store, node).Distinct(StringComparer.Ordinal).Skip(1).Any();

    private HashSet<string> FoldProperNames(int node)
    {
        var hasSeveral = HasSeveralNames(node);
        return FoldedNames.List(EntityNames.List(store, node).Where(name => isName(name, hasSeveral))).ToHashSet(StringComparer.Ordinal);
    }

    private void MatchNames(int index)
    {
        var (range, table) = (store.NodeRanges[index], merge.Given.NodeTables[index]);
        if (heldLayout.NodeTables.FirstOrDefault(other => other.Name == table.Name) is not { } other
            || other.Find(NodeKeys.GetProperty(store.Type, table.Labels)) is not { } property)
            return;

        var names = Enumerable.Range(range.Start, range.Count).Where(node => match.GetRefusal(node) is null && !IsDescription(node, table))
            .Select(node => (Node: node, Names: FoldProperNames(node)))
            .ToList();
        var byName = held.FindNames(names.SelectMany(pair => pair.Names))
            .ToLookup(pair => pair.Folded, pair => pair.Id, StringComparer.Ordinal);
        var heldKeys = held.GetKeys(other, property, byName.SelectMany(group => group)).ToDictionary(pair => pair.Id, pair => pair.Key);
        foreach (var (node, folded) in names)
            Judge(node, table, folded, byName, heldKeys);
    }

    /// <summary>What the rule of names would have joined, had all articles been loaded together.</summary>
    private void Judge(
        int node, NodeTable table, HashSet<string> folded, ILookup<string, long> byName, Dictionary<long, string> heldKeys)
    {
        var known = match.Get(node);
        // Who has the name together with the node there already was not joined there either.
        var others = folded.Where(name => match.IsNew(node) || !byName[name].Contains(known)).SelectMany(name => byName[name])
            .Where(other => other != known && heldKeys.ContainsKey(other)).Distinct().Order().ToList();
        if (others.Count == 0)
            return;

        var unidentified = others.FindAll(other => NodeKeys.IsMadeOfName(heldKeys[other], table.Labels));
        if (NodeKeys.IsMadeOfName(keys[node]!, table.Labels) && match.IsNew(node))
        {
            if (others.Count == 1)
                match.Set(node, others[0]);
            else if (unidentified.Count > 0)
                match.Refuse(node, $"'{keys[node]}' may be {ListKeys(others, heldKeys)}, which are apart there");
        }
        else if (unidentified.Count > 0 || (others.Count == 1 && NodeKeys.IsMadeOfName(keys[node]!, table.Labels)))
        {
            match.Refuse(node, $"'{keys[node]}' would be one with {ListKeys(others, heldKeys)}, which is there by its name only");
        }
    }

    private static string ListKeys(List<long> nodes, Dictionary<long, string> keys) =>
        string.Join(" or ", nodes.Take(2).Select(node => $"'{keys[node]}'"));
}
