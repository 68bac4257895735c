namespace Graph.Core;

/// <summary>All names of a node: its <c>name</c> and its <c>aliases</c>.</summary>
internal static class EntityNames
{
    public static IEnumerable<string> List(GraphStore store, int node)
    {
        var range = store.GetRange(node);
        return List(range.FindColumn(StoreNames.Name), range.FindColumn(StoreNames.Aliases), node - range.Start);
    }

    public static IEnumerable<string> List(PropertyColumn? names, PropertyColumn? aliases, int row)
    {
        if (names?.GetValue(row) is { Kind: ValueKind.String } name)
            yield return name.AsString();
        if (aliases?.GetValue(row) is not { Kind: ValueKind.List } list)
            yield break;
        foreach (var alias in list.AsList())
        {
            if (alias.Kind == ValueKind.String)
                yield return alias.AsString();
        }
    }
}
