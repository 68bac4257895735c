namespace Graph.Tck.Results;

/// <summary>Values of a store as the suite compares them.</summary>
public static class TckValueReader
{
    public static TckValue Read(GraphStore store, Value value) => value.Kind switch
    {
        ValueKind.List => new TckList([.. value.AsList().Select(item => Read(store, item))]),
        ValueKind.Map => ReadEntries(store, value.AsMap()),
        ValueKind.Node => ReadNode(store, value.AsNode()),
        ValueKind.Edge => ReadEdge(store, value.AsEdge()),
        ValueKind.Path => ReadPath(store, value.AsPath()),

        // The suite writes times as the strings that toString gives.
        ValueKind.Date or ValueKind.Duration or ValueKind.LocalTime or ValueKind.Time or ValueKind.LocalDateTime or ValueKind.DateTime =>
            new TckScalar(Value.FromString(ValueText.Format(value))),
        _ => new TckScalar(value),
    };

    private static TckMap ReadEntries(GraphStore store, IEnumerable<KeyValuePair<string, Value>> entries) =>
        new([.. entries.Select(entry => KeyValuePair.Create(entry.Key, Read(store, entry.Value)))]);

    private static TckNode ReadNode(GraphStore store, int node)
    {
        var range = store.GetRange(node);
        return new TckNode([.. range.Labels.Select(label => store.Labels[label])], ReadRow(store, range.Columns, node - range.Start));
    }

    private static TckRelationship ReadEdge(GraphStore store, int edge)
    {
        var table = store.GetEdgeTable(edge);
        return new TckRelationship(table.Type, ReadRow(store, table.Columns, edge - table.FirstEdge));
    }

    private static TckMap ReadRow(GraphStore store, ImmutableArray<PropertyColumn> columns, int row) =>
        ReadEntries(
            store, columns.Where(column => column.HasValue(row)).Select(column => KeyValuePair.Create(column.Key, column.GetValue(row))));

    private static TckPath ReadPath(GraphStore store, PathValue path)
    {
        var steps = ImmutableArray.CreateBuilder<TckPathStep>(path.Length);
        for (var i = 0; i < path.Length; i++)
        {
            var forward = store.GetEdgeTable(path.Edges[i]).GetSource(path.Edges[i]) == path.Nodes[i];
            steps.Add(new TckPathStep(ReadEdge(store, path.Edges[i]), forward, ReadNode(store, path.Nodes[i + 1])));
        }

        return new TckPath(ReadNode(store, path.Nodes[0]), steps.MoveToImmutable());
    }
}
