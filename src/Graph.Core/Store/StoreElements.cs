namespace Graph.Core;

/// <summary>The properties that elements of a store really have, in the order of the store's keys.</summary>
public static class StoreElements
{
    public static IReadOnlyList<KeyValuePair<string, Value>> GetNodeProperties(GraphStore store, int node)
    {
        var range = store.GetRange(node);
        return Collect(range.Columns, node - range.Start);
    }

    /// <summary>The same with the property that names the node in front, as people read it.</summary>
    public static IReadOnlyList<KeyValuePair<string, Value>> GetNodePropertiesCaptionFirst(GraphStore store, int node)
    {
        var caption = NodeCaption.FindKey(store, node);
        return [.. GetNodeProperties(store, node).OrderBy(property => property.Key == caption ? 0 : 1)];
    }

    public static IReadOnlyList<KeyValuePair<string, Value>> GetEdgeProperties(GraphStore store, int edge)
    {
        var table = store.GetEdgeTable(edge);
        return Collect(table.Columns, edge - table.FirstEdge);
    }

    private static List<KeyValuePair<string, Value>> Collect(ImmutableArray<PropertyColumn> columns, int row)
    {
        var properties = new List<KeyValuePair<string, Value>>(columns.Length);
        foreach (var column in columns)
        {
            if (column.GetValue(row) is { IsNull: false } value)
                properties.Add(KeyValuePair.Create(column.Key, value));
        }

        return properties;
    }
}
