namespace Graph.Query.Execution;

/// <summary>Reads one property of any node: the columns of all label sets, found once per query.</summary>
internal sealed class NodePropertyReader
{
    private readonly ImmutableArray<NodeRange> ranges;
    private readonly PropertyColumn?[] columns;

    public NodePropertyReader(GraphStore store, string key)
    {
        ranges = store.NodeRanges;
        columns = [.. ranges.Select(range => range.FindColumn(key))];
    }

    public Value Read(int node, ref int range)
    {
        if (node < ranges[range].Start || node >= ranges[range].End)
            range = Find(node);
        var column = columns[range];
        return column is null ? Value.Null : column.GetValue(node - ranges[range].Start);
    }

    private int Find(int node)
    {
        var low = 0;
        var high = ranges.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (node < ranges[middle].End)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}

/// <summary>Reads one property of any edge: the columns of all relation types, found once per query.</summary>
internal sealed class EdgePropertyReader
{
    private readonly ImmutableArray<EdgeTable> tables;
    private readonly PropertyColumn?[] columns;

    public EdgePropertyReader(GraphStore store, string key)
    {
        tables = store.EdgeTables;
        columns = [.. tables.Select(table => table.FindColumn(key))];
    }

    public Value Read(int edge, ref int table)
    {
        if (edge < tables[table].FirstEdge || edge >= tables[table].EndEdge)
            table = Find(edge);
        var column = columns[table];
        return column is null ? Value.Null : column.GetValue(edge - tables[table].FirstEdge);
    }

    private int Find(int edge)
    {
        var low = 0;
        var high = tables.Length - 1;
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (edge < tables[middle].EndEdge)
                high = middle;
            else
                low = middle + 1;
        }

        return low;
    }
}
