namespace Graph.Core;

/// <summary>The property that tells a node from others: the <c>@key</c> of its graph type, else <c>key</c>.</summary>
internal static class NodeKey
{
    /// <summary>Null for a node without one.</summary>
    public static Value Find(GraphStore store, int node)
    {
        var range = store.GetRange(node);
        foreach (var label in range.Labels)
        {
            if (store.Type is { } type
                && type.TryGetNodeType(store.Labels[label], out var nodeType)
                && nodeType.Hints["key"] is { } declared
                && store.GetNodeProperty(node, declared) is { IsNull: false } key)
                return key;
        }

        return store.GetNodeProperty(node, StoreNames.Key);
    }
}
