namespace Graph.Export;

/// <summary>How loading stores what articles tell as events.</summary>
internal static class StoreEvents
{
    public const string Label = "Event";
    public const string Kind = "kind";
    public const string Negated = "negated";

    public static string GetKind(GraphStore store, int node) =>
        store.GetNodeProperty(node, Kind) is { Kind: ValueKind.String } kind ? kind.AsString() : Label;

    /// <summary>The id inside its article, as loading puts that of the article in front.</summary>
    public static string GetId(GraphStore store, int node, string article)
    {
        var key = PlainText.Format(store.GetNodeProperty(node, StoreNames.Key));
        return key.StartsWith($"{article}/", StringComparison.Ordinal) && key.Length > article.Length + 1
            ? key[(article.Length + 1)..]
            : key;
    }

    /// <summary>What is said of the event itself, without what follows from the rest.</summary>
    public static IEnumerable<KeyValuePair<string, Value>> ListProperties(GraphStore store, int node) =>
        StoreElements.GetNodeProperties(store, node).Where(property => property.Key is not (StoreNames.Key or Kind)
            && !(property.Key == Negated
                && PlainText.Format(store.GetNodeProperty(node, "certainty")).Contains("negated", StringComparison.Ordinal)));
}
