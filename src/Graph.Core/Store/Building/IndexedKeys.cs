namespace Graph.Core;

/// <summary>The properties of nodes whose strings are found by index: keys and names, and what the graph type calls a key.</summary>
internal static class IndexedKeys
{
    public static HashSet<string> List(GraphType? type)
    {
        var keys = new HashSet<string>(StringComparer.Ordinal) { StoreNames.Key, StoreNames.Name };
        foreach (var hints in type?.NodeTypes.Select(node => node.Hints) ?? [])
        {
            if (hints["key"] is { } key)
                keys.Add(key);
        }

        return keys;
    }
}
