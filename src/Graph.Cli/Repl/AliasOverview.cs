using Graph.Annotations;
using Graph.Cli.Commands;
using Graph.Cli.Rendering;

namespace Graph.Cli.Repl;

/// <summary>Entities by one of their names, with all of their names and, where the articles were just loaded, why they are one.</summary>
internal static class AliasOverview
{
    private const string Key = "key";

    /// <summary>False where nothing has the name, whatever its case and accents, nor the key.</summary>
    public static bool TryWrite(Session session, string name, TextWriter output)
    {
        var store = session.Store;
        var nodes = store.FindByFoldedName(NameFolding.Fold(name)).Concat(store.FindNodes(Key, name)).Distinct().Order().ToList();
        foreach (var node in nodes)
        {
            if (FindIdentity(session, node) is { } identity)
                IdentityListing.WriteEntity(identity, output);
            else
                WriteNames(store, node, output);
        }

        return nodes.Count > 0;
    }

    private static EntityIdentity? FindIdentity(Session session, int node) =>
        session.Store.GetNodeProperty(node, Key) is { Kind: ValueKind.String } key ? session.Loaded?.Identities.Find(key.AsString()) : null;

    private static void WriteNames(GraphStore store, int node, TextWriter output)
    {
        var formatter = new ValueFormatter(store);
        var labels = string.Join(':', new NodeLabels(store).GetSpecific(node));
        output.Write($"{Show("name")} (:{labels}, key {Show(Key)})\n");
        if (store.GetNodeProperty(node, "aliases") is not { Kind: ValueKind.List } aliases)
            return;

        foreach (var alias in aliases.AsList())
            output.Write($"  {formatter.FormatAlone(alias)}\n");

        string Show(string key) => formatter.FormatAlone(store.GetNodeProperty(node, key));
    }
}
