namespace Graph.Postgres;

/// <summary>Reads the tables that a store needs off its columns.</summary>
internal static class LayoutBuilder
{
    internal static readonly string[] DateColumns = ["_first", "_last"];

    public static GraphLayout Build(GraphStore store)
    {
        var names = new Identifiers("table", []);
        ImmutableArray<NodeTable> nodes = [.. store.NodeRanges.Select(range => Build(store, range, names))];
        return new GraphLayout(store.Type, nodes, [.. store.EdgeTables.Select(table => Build(store, table, names))]);
    }

    private static NodeTable Build(GraphStore store, NodeRange range, Identifiers names)
    {
        ImmutableArray<string> labels = [.. range.Labels.Select(label => store.Labels[label])];
        return new NodeTable(names.Take(labels.IsEmpty ? "Unlabelled" : string.Join('_', labels)), labels, Build(range.Columns));
    }

    private static RelationTable Build(GraphStore store, EdgeTable table, Identifiers names) =>
        new(names.Take(table.Type), table.Type, Build(table.Columns), [.. FindEnds(store, table).Order()], table.Evidence is not null);

    private static ImmutableArray<TableProperty> Build(ImmutableArray<PropertyColumn> columns)
    {
        var names = new Identifiers("property", DateColumns);
        return [.. columns.Select(column => new TableProperty(column.Key, names.Take(column.Key), GetKinds(column)))];
    }

    private static ImmutableArray<ValueKind> GetKinds(PropertyColumn column)
    {
        ImmutableArray<ValueKind> kinds = column is MixedColumn mixed
            ? [.. mixed.Parts.Select(part => part.Kind!.Value)]
            : [column.Kind!.Value];
        if (kinds.Any(ValueJson.IsUnwritten) || (column is ListColumn list && HasUnwritten(list.Items)))
            throw new PostgresGraphException(
                $"Property '{column.Key}' has times, points in time, durations or points, which graphs on PostgreSQL do not have.");
        return kinds;
    }

    private static bool HasUnwritten(PropertyColumn column) => column switch
    {
        MixedColumn mixed => mixed.Parts.Any(HasUnwritten),
        ListColumn list => HasUnwritten(list.Items),
        _ => ValueJson.IsUnwritten(column.Kind!.Value),
    };

    private static HashSet<TableEnds> FindEnds(GraphStore store, EdgeTable table)
    {
        var ends = new HashSet<TableEnds>();
        var view = table.Outgoing.View;
        var starts = store.NodeRanges.Select(range => range.Start).ToArray();
        var (source, sourceEnd, sourceRange) = (-1, 0, 0);
        for (var row = 0; row < table.Count; row++)
        {
            if (row >= sourceEnd)
            {
                source = view.GetNode(row);
                sourceEnd = view.GetRun(source).End;
                sourceRange = FindRange(starts, source);
            }

            ends.Add(new TableEnds(sourceRange, FindRange(starts, view.Neighbours[row])));
        }

        return ends;
    }

    private static int FindRange(int[] starts, int node)
    {
        var index = Array.BinarySearch(starts, node);
        return index >= 0 ? index : ~index - 1;
    }
}
