namespace Graph.Annotations;

internal static class Groups
{
    /// <summary>Adds an item to the list of its key.</summary>
    public static void AddTo<TKey, TItem>(this IDictionary<TKey, List<TItem>> groups, TKey key, TItem item)
    {
        if (!groups.TryGetValue(key, out var items))
            groups.Add(key, items = []);
        items.Add(item);
    }
}
