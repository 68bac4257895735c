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

/// <summary>Reads tables of nodes and relations straight into the builder, column by column; rows that name nodes that are not there are reported.</summary>
internal sealed class TableLoader
{
    private readonly Dictionary<string, TableSpace> spaces = new(StringComparer.Ordinal);
    private readonly TableNodeLoader nodes;
    private readonly TableEdgeLoader edges;
    private readonly ReadingLog log;

    public TableLoader(GraphBuilder builder, GraphTypeRules rules, TableCounts counts, ReadingLog log)
    {
        this.log = log;
        var known = new TableNodes();
        nodes = new TableNodeLoader(builder, rules, counts, known, log);
        edges = new TableEdgeLoader(builder, rules, counts, known, nodes.TextLengths, GetSpace, log);
    }

    /// <summary>Loads the tables of a folder and takes their files; a table that is not there is reported.</summary>
    public void Load(FolderListing folder, TableSet tables)
    {
        foreach (var table in tables.Nodes)
        {
            if (Find(folder, table.File, table.Place) is { } file)
                nodes.Load(file, table, GetSpace(table.Space));
        }

        foreach (var table in tables.Edges)
        {
            if (Find(folder, table.File, table.Place) is { } file)
                edges.Load(file, table);
        }
    }

    private AnnotationFile? Find(FolderListing folder, string name, SourcePlace place)
    {
        var file = folder.TakeIfPresent(name);
        if (file is null)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "table", $"there is no file '{name}' here"));
        return file;
    }

    private TableSpace GetSpace(string name)
    {
        if (!spaces.TryGetValue(name, out var space))
            spaces.Add(name, space = new TableSpace());
        return space;
    }
}
