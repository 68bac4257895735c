using Graph.Cli.Rendering;

namespace Graph.Cli.Repl;

/// <summary>Entities as people name them: by key, else by any of their names, whatever the case and accents.</summary>
internal sealed class EntityLookup(GraphStore store)
{
    private readonly ValueFormatter formatter = new(store, useCaptions: true);

    /// <summary>The most mentioned first.</summary>
    public List<int> Find(string text)
    {
        var byKey = store.FindNodes(StoreNames.Key, text);
        return byKey.Count > 0
            ? [.. byKey]
            : [.. store.FindByFoldedName(NameFolding.Fold(text)).OrderByDescending(CountMentions).ThenBy(node => node)];
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
            context.Refuse($"No entity is called '{text}', and none has that key.");
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
