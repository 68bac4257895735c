namespace Graph.Annotations;

/// <summary>What stands at the paths of a load, before anything of it is read but heads and settings.</summary>
/// <param name="Start">The first path, for what is said of the whole.</param>
/// <param name="Folders">In the order in which they are read.</param>
/// <param name="Aliases">The rows of all alias files, in file order.</param>
/// <param name="Skipped">Files of no known format, in the order of their names.</param>
internal sealed record FoundCorpus(
    SourcePlace Start,
    ImmutableArray<FoundFolder> Folders,
    MetadataTables Metadata,
    ImmutableArray<AliasRow> Aliases,
    ImmutableArray<SkippedFile> Skipped);

/// <param name="Sets">Ordered by the names of their first files.</param>
/// <param name="Tables">Null where the settings name none.</param>
internal sealed record FoundFolder(CorpusSettings Settings, ImmutableArray<FoundSet> Sets, FoundTables? Tables);

/// <summary>A set of files with the format that reads it.</summary>
internal sealed record FoundSet(IAnnotationFormat Format, FileSet Files);
