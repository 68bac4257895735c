namespace Graph.Annotations;

/// <summary>
/// The two tables that Gephi exports, known by their headers: <c>Id, Label</c> for nodes and <c>Source, Target</c> for edges, with any
/// columns more. Nodes are called by their label; edges are of the type that theirs says, else of the name of the file.
/// </summary>
internal static class GephiTables
{
    private const string Space = "gephi:";
    private const string Id = "id";
    private const string Label = "label";
    private const string Name = "name";

    /// <summary>Takes both tables; null where there are not both.</summary>
    public static FoundTables? Find(FolderListing folder, IEnumerable<AnnotationFile> files)
    {
        var tables = files.Select(file => (File: file, Header: TableColumns.ReadHeader(file, null, null))).ToList();
        var nodes = tables
            .Where(table => Column(table.Header, Id) is not null && Column(table.Header, Label) is not null && !IsEdges(table.Header))
            .ToList();
        var edges = tables.Where(table => IsEdges(table.Header)).ToList();
        if (nodes.Count == 0 || edges.Count == 0)
            return null;

        foreach (var (file, _) in nodes.Concat(edges))
            folder.Take(file);
        return new FoundTables(
            [.. nodes.Select(table => (ReadNodes(table.File, table.Header), table.File))],
            [.. edges.Select(table => (ReadEdges(table.File, table.Header), table.File))]);
    }

    public static bool IsHeader(string line)
    {
        var names = line.Split(',', ';', '\t').Select(name => name.Trim('"').Trim()).ToImmutableArray();
        return IsEdges(names) || (Column(names, Id) is not null && Column(names, Label) is not null);
    }

    private static bool IsEdges(ImmutableArray<string> header) =>
        Column(header, "source") is not null && Column(header, "target") is not null;

    private static NodeTable ReadNodes(AnnotationFile file, ImmutableArray<string> header) =>
        new(file.Name, [file.Stem], null, Column(header, Id)!, Space, Shape(Rename(header)), SourcePlace.StartOf(file));

    private static EdgeTableFile ReadEdges(AnnotationFile file, ImmutableArray<string> header)
    {
        // The label of an edge may be there and empty; a type that it says for the first row it says for all.
        var label = Column(header, Label);
        var first = label is null
            ? null
            : file.Head.Split('\n').Skip(1).FirstOrDefault()?.Split(',', ';', '\t').ElementAtOrDefault(header.IndexOf(label));
        var typeColumn = string.IsNullOrWhiteSpace(first?.Trim('"')) ? null : label;
        return new EdgeTableFile(file.Name, typeColumn is null
            ? file.Stem
            : null, typeColumn, new TableEnd(Column(header, "source")!, Space), new TableEnd(Column(header, "target")!, Space),
            null, null, null, Shape(ImmutableDictionary<string, string>.Empty), SourcePlace.StartOf(file));
    }

    private static ImmutableDictionary<string, string> Rename(ImmutableArray<string> header) =>
        Column(header, Name) is null
            ? ImmutableDictionary<string, string>.Empty.Add(Column(header, Label)!, Name)
            : ImmutableDictionary<string, string>.Empty;

    private static TableShape Shape(ImmutableDictionary<string, string> rename) =>
        new(null, [], rename, ImmutableDictionary<string, TableType>.Empty, []);

    private static string? Column(ImmutableArray<string> header, string name) =>
        header.FirstOrDefault(column => column.Equals(name, StringComparison.OrdinalIgnoreCase));
}
