namespace Graph.Postgres;

/// <summary>The property by which a node is known again: the <c>@key</c> of its graph type, else <c>key</c>.</summary>
internal static class NodeKeys
{
    public static string GetProperty(GraphType? type, IEnumerable<string> labels) => labels
        .Select(label => type is not null && type.TryGetNodeType(label, out var nodeType) ? nodeType.Hints["key"] : null)
        .FirstOrDefault(declared => declared is not null) ?? StoreNames.Key;

    /// <summary>
    /// The key is made of the name, as nothing else tells the thing apart: <c>Person:john smith</c>, with <c>@ARTICLE</c> behind it where
    /// another has it. Such things are joined by name, those with ids are not.
    /// </summary>
    public static bool IsMadeOfName(string key, IEnumerable<string> labels) =>
        labels.Append("")
            .Any(label => key.Length > label.Length && key.StartsWith(label, StringComparison.Ordinal) && key[label.Length] == ':');
}
