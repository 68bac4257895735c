namespace Graph.Annotations;

/// <summary>The tables of a folder with their files.</summary>
internal sealed record FoundTables(
    ImmutableArray<(NodeTable Table, AnnotationFile File)> Nodes, ImmutableArray<(EdgeTableFile Table, AnnotationFile File)> Edges)
{
    private static readonly string[] Extensions = [".csv", ".tsv", ".tab", ".txt"];

    /// <summary>Takes the files that the settings name out of the folder; one that is not there is reported.</summary>
    public static FoundTables Claim(YamlSection section, FolderListing folder, ReadingLog log)
    {
        var tables = TableSection.Read(section);
        var files = new Dictionary<string, AnnotationFile?>(StringComparer.Ordinal);
        return new FoundTables(
            [.. tables.Nodes
                .Select(table => (Table: table, File: Find(folder, files, table.File, table.Place, log)!))
                .Where(found => found.File is not null)],
            [.. tables.Edges
                .Select(table => (Table: table, File: Find(folder, files, table.File, table.Place, log)!))
                .Where(found => found.File is not null)]);
    }

    /// <summary>Takes the tables whose headers say what they are; null where there are none.</summary>
    public static FoundTables? Recognise(FolderListing folder)
    {
        var nodes = ImmutableArray.CreateBuilder<(NodeTable, AnnotationFile)>();
        var edges = ImmutableArray.CreateBuilder<(EdgeTableFile, AnnotationFile)>();
        foreach (var file in folder.Remaining.Where(file => Extensions.Contains(file.Extension)
            && Neo4jHeader.IsHeader(file.FirstLine)))
        {
            var header = TableColumns.ReadHeader(file, null, null);
            if (Neo4jHeader.ReadNodes(file, header) is { } node)
                nodes.Add((node, file));
            else if (Neo4jHeader.ReadEdges(file, header) is { } edge)
                edges.Add((edge, file));
            else
                continue;
            folder.Take(file);
        }

        if (nodes.Count + edges.Count == 0)
            return GephiTables.Find(
                folder,
                folder.Remaining.Where(file => Extensions.Contains(file.Extension) && GephiTables.IsHeader(file.FirstLine)));
        return new FoundTables(nodes.ToImmutable(), edges.ToImmutable());
    }

    /// <summary>A file may be used more than once.</summary>
    private static AnnotationFile? Find(
        FolderListing folder, Dictionary<string, AnnotationFile?> files, string name, SourcePlace place, ReadingLog log)
    {
        if (files.TryGetValue(name, out var known))
            return known;
        var file = files[name] = folder.TakeIfPresent(name);
        if (file is null)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "table", $"there is no file '{name}' here"));
        return file;
    }
}
