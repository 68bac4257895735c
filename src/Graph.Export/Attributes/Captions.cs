namespace Graph.Export;

/// <summary>What nodes are called.</summary>
internal static class Captions
{
    /// <summary>The value of the caption property as text; empty for a node without any.</summary>
    public static string Get(GraphStore store, int node) =>
        NodeCaption.FindKey(store, node) is { } key ? PlainText.Format(store.GetNodeProperty(node, key)) : "";

    /// <summary>The <c>key</c> of a node, else its caption; null where it has neither.</summary>
    public static Value GetKey(GraphStore store, int node)
    {
        if (store.GetNodeProperty(node, StoreNames.Key) is { IsNull: false } key)
            return key;
        return NodeCaption.FindKey(store, node) is { } caption ? store.GetNodeProperty(node, caption) : Value.Null;
    }

    /// <summary><c>:Country:Place:Actor:Entity</c>, the most specific first.</summary>
    public static string GetLabels(GraphStore store, int node) => string.Concat(ListLabels(store, node).Select(label => $":{label}"));

    /// <summary>All labels of a node, the most specific first.</summary>
    public static IEnumerable<string> ListLabels(GraphStore store, int node) =>
        store.GetRange(node).Labels.Reverse().Select(label => store.Labels[label]);
}
