using Graph.Annotations;
using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>
/// Entities by one of their names, with each of their names once and, where the articles were just loaded, why they are one.
/// </summary>
internal static class AliasOverview
{
    /// <summary>False where nothing has the name, whatever its case and accents, nor the key.</summary>
    public static bool TryWrite(Session session, string name, TextWriter output)
    {
        var store = session.Store;
        var nodes = store
            .FindByFoldedName(NameFolding.Fold(name))
            .Concat(store.FindNodes(StoreNames.Key, name))
            .Concat(store.FindNodes(StoreNames.Key, name.ToLowerInvariant()))
            .Distinct()
            .Order()
            .ToList();
        foreach (var node in nodes)
            Write(session, node, output);
        return nodes.Count > 0;
    }

    private static void Write(Session session, int node, TextWriter output)
    {
        var store = session.Store;
        var formatter = new ValueFormatter(store);
        var labels = string.Join(':', new NodeLabels(store).GetSpecific(node));
        output.Write($"{Show(StoreNames.Name)} (:{VisibleText.Show(labels)}, key {Show(StoreNames.Key)})\n");
        if (FindIdentity(session, node) is { } identity)
        {
            foreach (var surfaces in identity.Surfaces.GroupBy(surface => surface.Text, StringComparer.Ordinal))
                output.Write($"  {formatter.FormatAlone(Value.FromString(surfaces.Key))} ({Describe([.. surfaces])})\n");
            foreach (var join in identity.Joins)
                output.Write(
                    $"  joined {VisibleText.Show(join.Left)} and {VisibleText.Show(join.Right)}: {VisibleText.Show(join.Because)}\n");
        }
        else if (store.GetNodeProperty(node, StoreNames.Aliases) is { Kind: ValueKind.List } aliases)
        {
            foreach (var alias in aliases.AsList().Select(formatter.FormatAlone).Distinct().Where(alias => alias != Show(StoreNames.Name)))
                output.Write($"  {alias}\n");
        }

        string Show(string key) => formatter.FormatAlone(store.GetNodeProperty(node, key));
    }

    private static EntityIdentity? FindIdentity(Session session, int node) =>
        session.Store.GetNodeProperty(node, StoreNames.Key) is { Kind: ValueKind.String } key
            ? session.Loaded?.Identities.Find(key.AsString())
            : null;

    private static string Describe(IReadOnlyList<EntitySurface> surfaces)
    {
        var languages = surfaces.Select(surface => surface.Language).OfType<string>().Distinct().Order(StringComparer.Ordinal);
        var times = surfaces.Sum(surface => surface.Mentions);
        return VisibleText.Show(string.Join(", ", [.. languages, times == 1 ? "once" : $"{times} times"]));
    }
}
