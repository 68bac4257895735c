using Graph.Cli.Rendering;

namespace Graph.Cli.Repl;

/// <summary>Entities by one of their names, with all of their names.</summary>
internal static class AliasOverview
{
    private const string Key = "key";

    /// <summary>False where nothing has the name, whatever its case and accents, nor the key.</summary>
    public static bool TryWrite(GraphStore store, string name, TextWriter output)
    {
        var nodes = store.FindByFoldedName(NameFolding.Fold(name)).Concat(store.FindNodes(Key, name)).Distinct().Order().ToList();
        var formatter = new ValueFormatter(store);
        var labels = new NodeLabels(store);
        foreach (var node in nodes)
        {
            output.Write($"{formatter.FormatAlone(store.GetNodeProperty(node, "name"))} (:{string.Join(':', labels.GetSpecific(node))}, ");
            output.Write($"key {formatter.FormatAlone(store.GetNodeProperty(node, Key))})\n");
            foreach (var alias in GetAliases(store, node))
                output.Write($"  {formatter.FormatAlone(alias)}\n");
        }

        return nodes.Count > 0;
    }

    private static IEnumerable<Value> GetAliases(GraphStore store, int node) =>
        store.GetNodeProperty(node, "aliases") is { Kind: ValueKind.List } aliases ? aliases.AsList() : [];
}
