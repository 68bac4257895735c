namespace Graph.Annotations;

/// <summary>What the rows of tables were, for the summary.</summary>
internal sealed class TableCounts
{
    public int Articles { get; set; }

    public int Entities { get; set; }

    public int Events { get; set; }

    public SortedDictionary<string, int> Mentions { get; } = new(StringComparer.Ordinal);

    public SortedDictionary<string, int> Relations { get; } = new(StringComparer.Ordinal);
}

/// <summary>
/// Reads tables of nodes and relations straight into the builder, column by column; rows that name nodes that are not there are reported.
/// </summary>
internal sealed class TableLoader
{
    private readonly Dictionary<string, TableSpace> spaces = new(StringComparer.Ordinal);
    private readonly TableNodeLoader nodes;
    private readonly TableEdgeLoader edges;

    private TableLoader(GraphBuilder builder, GraphTypeRules rules, TableCounts counts, ReadingLog log)
    {
        var known = new TableNodes();
        nodes = new TableNodeLoader(builder, rules, counts, known, log);
        edges = new TableEdgeLoader(builder, rules, counts, known, nodes.TextLengths, GetSpace, log);
    }

    /// <summary>Loads the tables of each folder: its nodes, then its relations.</summary>
    public static TableCounts Load(
        IEnumerable<FoundTables> folders, GraphBuilder builder, GraphTypeRules rules, ReadingLog log, CancellationToken cancellation)
    {
        var counts = new TableCounts();
        var loader = new TableLoader(builder, rules, counts, log);
        foreach (var folder in folders)
            loader.Load(folder, cancellation);
        return counts;
    }

    private void Load(FoundTables folder, CancellationToken cancellation)
    {
        foreach (var (table, file) in folder.Nodes)
        {
            cancellation.ThrowIfCancellationRequested();
            nodes.Load(file, table, GetSpace(table.Space));
        }

        foreach (var (table, file) in folder.Edges)
        {
            cancellation.ThrowIfCancellationRequested();
            edges.Load(file, table);
        }
    }

    private TableSpace GetSpace(string name)
    {
        if (!spaces.TryGetValue(name, out var space))
            spaces.Add(name, space = new TableSpace());
        return space;
    }
}
