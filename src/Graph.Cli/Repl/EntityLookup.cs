using Graph.Cli.Rendering;

namespace Graph.Cli.Repl;

/// <summary>Entities as people name them: by key, else by any of their names, whatever the case and accents.</summary>
internal sealed class EntityLookup(GraphStore store)
{
    private const int MostCompared = 100_000;
    private const int MostSimilar = 3;

    private readonly ValueFormatter formatter = new(store, useCaptions: true);

    /// <summary>The most mentioned first.</summary>
    public List<int> Find(string text)
    {
        var byKey = store.FindNodes(StoreNames.Key, text);
        if (byKey.Count > 0)
            return [.. byKey];

        var byName = store.FindByFoldedName(NameFolding.Fold(text));
        return byName.Count > 0
            ? [.. byName.OrderByDescending(CountMentions).ThenBy(node => node)]
            : [.. store.FindNodes(StoreNames.Key, text.ToLowerInvariant())];
    }

    /// <summary>
    /// A sentence with the names that hold the text, the most mentioned first, else with the one it is nearest to; empty where there is
    /// none, or too many to look through.
    /// </summary>
    public string DescribeSimilar(string text)
    {
        if (store.NodeCount > MostCompared)
            return "";

        var folded = NameFolding.Fold(text);
        var named = Enumerable.Range(0, store.NodeCount)
            .Select(node => (Node: node, Name: store.GetNodeProperty(node, StoreNames.Name)))
            .Where(entity => entity.Name.Kind == ValueKind.String)
            .Select(entity => (entity.Node, Name: entity.Name.AsString()))
            .ToList();
        var holding = named
            .Where(entity => NameFolding.Fold(entity.Name).Contains(folded, StringComparison.Ordinal))
            .OrderByDescending(entity => CountMentions(entity.Node))
            .Select(entity => entity.Name)
            .Distinct(StringComparer.Ordinal)
            .Take(MostSimilar)
            .ToList();
        return holding.Count == 0
            ? NearestName.DidYouMean(NearestName.Find(text, named.Select(entity => entity.Name)))
            : $" Did you mean {string.Join(" or ", holding.Select(name => $"'{name}'"))}?";
    }

    public int CountMentions(int node) =>
        store.FindEdgeTable(StoreNames.MentionType) is { } table ? table.Incoming.View.GetRun(node).Count : 0;

    /// <summary><c>(Kazachstan :Country)</c></summary>
    public string Describe(int node) => formatter.Format(Value.FromNode(node));

    /// <summary>One entity; null, after it was told why, where the text names none or several alike.</summary>
    public int? FindOne(PromptContext context, string text, string example)
    {
        if (text.Length == 0)
        {
            context.Refuse($"Say which: '{example}'.");
            return null;
        }

        var found = Find(text);
        if (found.Count == 0)
        {
            context.Refuse($"No entity is called '{text}', and none has that key.{DescribeSimilar(text)}");
            return null;
        }

        if (found.Count > 1)
            context.Diagnostics.WriteNote(
                $"{found.Count} entities are called '{text}'; this is {DescribeWithKey(found[0])}. Others by key: "
                    + $"{string.Join(", ", found.Skip(1).Take(5).Select(GetKey))}.");
        return found[0];
    }

    public string GetKey(int node) => store.GetNodeProperty(node, StoreNames.Key) is { Kind: ValueKind.String } key ? key.AsString() : "";

    private string DescribeWithKey(int node) => $"{Describe(node)} key {GetKey(node)}";
}
