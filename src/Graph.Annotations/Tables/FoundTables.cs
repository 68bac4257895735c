namespace Graph.Annotations;

/// <summary>The tables of a folder with their files.</summary>
internal sealed record FoundTables(
    ImmutableArray<(NodeTable Table, AnnotationFile File)> Nodes, ImmutableArray<(EdgeTableFile Table, AnnotationFile File)> Edges)
{
    /// <summary>Takes the files that the settings name out of the folder; one that is not there is reported.</summary>
    public static FoundTables Claim(YamlSection section, FolderListing folder, ReadingLog log)
    {
        var tables = TableSection.Read(section);
        return new FoundTables(
            [.. tables.Nodes.Select(table => (Table: table, File: Find(folder, table.File, table.Place, log)!)).Where(found => found.File is not null)],
            [.. tables.Edges.Select(table => (Table: table, File: Find(folder, table.File, table.Place, log)!)).Where(found => found.File is not null)]);
    }

    private static AnnotationFile? Find(FolderListing folder, string name, SourcePlace place, ReadingLog log)
    {
        var file = folder.TakeIfPresent(name);
        if (file is null)
            log.ReportMalformed(ReadingDiagnostics.Malformed(place, "table", $"there is no file '{name}' here"));
        return file;
    }
}
