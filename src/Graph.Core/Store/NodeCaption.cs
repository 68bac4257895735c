namespace Graph.Core;

/// <summary>
/// The property that names a node: the <c>@caption</c> of its graph type, else the first it has of those that usually do.
/// </summary>
public static class NodeCaption
{
    private static readonly ImmutableArray<string> UsualKeys = ["name", "title", "kind", "key"];

    /// <summary>Null for a node without any of them.</summary>
    public static string? FindKey(GraphStore store, int node)
    {
        var range = store.GetRange(node);
        var declared = range.Labels.Reverse().Select(label => GetDeclared(store, store.Labels[label]));
        return declared.Concat(UsualKeys).FirstOrDefault(HasValue);

        bool HasValue(string? key) => key is not null && range.FindColumn(key) is { } column && column.HasValue(node - range.Start);
    }

    private static string? GetDeclared(GraphStore store, string label) =>
        store.Type is { } type && type.TryGetNodeType(label, out var nodeType) ? nodeType.Hints["caption"] : null;
}
