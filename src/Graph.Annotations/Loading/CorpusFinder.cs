namespace Graph.Annotations;

/// <summary>Looks through paths: which files there are, what the settings say of them, and which format reads which.</summary>
internal sealed class CorpusFinder
{
    public const string TablesName = "tables";

    private readonly ImmutableArray<IAnnotationFormat> formats;
    private readonly ReadingLog log;
    private readonly IdentityRules rules;
    private readonly string? annotator;
    private readonly bool isOnePath;
    private readonly SettingsTree settings;
    private readonly MetadataTables metadata;
    private readonly List<AliasRow> aliases = [];
    private readonly List<(string Path, SkippedFile Reason)> skipped = [];
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    private CorpusFinder(
        bool isOnePath, ImmutableArray<IAnnotationFormat> formats, LoadOptions options, ArchiveStore archives, ReadingLog log)
    {
        (this.isOnePath, this.formats, this.log) = (isOnePath, formats, log);
        (rules, annotator) = (options.Identity, options.Annotator);
        settings = new SettingsTree(options.CorpusFile, [.. formats.Select(format => format.Name), TablesName], archives, log);
        metadata = new MetadataTables(archives);
    }

    /// <exception cref="IOException">A path cannot be read.</exception>
    public static FoundCorpus Find(
        IReadOnlyList<string> paths,
        LoadOptions options,
        ImmutableArray<IAnnotationFormat> formats,
        ArchiveStore archives,
        ReadingLog log,
        CancellationToken cancellation = default)
    {
        var finder = new CorpusFinder(paths.Count == 1, formats, options, archives, log);

        // Whoever names the same in another order means the same graph.
        var folders = paths.Order(StringComparer.Ordinal).SelectMany(new FileWalk(archives, log).Find).Select(folder =>
        {
            cancellation.ThrowIfCancellationRequested();
            return finder.Search(folder);
        }).ToImmutableArray();
        finder.TellSkipped(folders);
        var start = SourcePlace.StartOf(paths.FirstOrDefault(""));
        return new FoundCorpus(
            start, folders, finder.metadata, [.. finder.aliases],
            [.. finder.skipped.Select(pair => pair.Reason).OrderBy(file => file.Path, StringComparer.Ordinal)]);
    }

    private FoundFolder Search(FolderListing folder)
    {
        // Who names 'corpus/*' names both files of a pair, and who names a folder and a file in it means one file.
        var all = folder.Remaining;
        foreach (var file in all.Where(file => taken.Contains(file.FullPath)))
            folder.Take(file);
        if (folder.Find(ArticleTable.FileName) is { } articles && ArticleTable.IsTable(articles))
        {
            folder.Take(articles);
            metadata.Add(folder.Folder, ArticleTable.Read(articles, log));
        }

        var aliasFile = folder.TakeIfPresent(AliasTable.FileName);
        folder.Settings = annotator is null ? settings.Enter(folder) : settings.Enter(folder) with { Annotator = annotator };
        if (aliasFile is not null && rules.And(folder.Settings.Identity).IsEnabled(IdentityRule.Alias))
            aliases.AddRange(AliasTable.Read(aliasFile, log));
        var tables = folder.Settings.Tables is { } section ? FoundTables.Claim(section, folder, log) : FoundTables.Recognise(folder);
        var sets = formats.Where(format => folder.Settings.Format is null || folder.Settings.Format == format.Name)
            .SelectMany(format => Claim(format, folder).Select(set => new FoundSet(format, set with { Settings = folder.Settings })))
            .OrderBy(set => set.Files.Main.Name, StringComparer.Ordinal)
            .ToImmutableArray();
        // Files of Graph itself are passed over, unless one of them is all that was asked for.
        foreach (var file in folder.Unknown.Where(file => (isOnePath && folder.Only is not null) || !GraphFiles.IsOwn(file.Name)))
        {
            taken.Add(file.FullPath);
            skipped.Add((file.FullPath, SkipReason.Of(file, folder)));
        }

        foreach (var file in all.Except(folder.Remaining))
            taken.Add(file.FullPath);

        // Heads are for finding; those of a large corpus would be much.
        foreach (var file in sets.SelectMany(set => set.Files.Files))
            file.ForgetHead();
        return new FoundFolder(folder.Settings, sets, tables);
    }

    /// <summary>A fault of one format costs what it had not found yet, and no other.</summary>
    private List<FileSet> Claim(IAnnotationFormat format, FolderListing folder)
    {
        var sets = new List<FileSet>();
        var first = folder.Remaining.FirstOrDefault()?.DisplayPath ?? "";
        try
        {
            foreach (var set in format.Claim(folder))
                sets.Add(set);
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException or IOException
            or UnauthorizedAccessException))
        {
            log.ReportMalformed(ReadingDiagnostics.Failure(SourcePlace.StartOf(first), exception));
        }

        return sets;
    }

    /// <summary>Says what is left, as a text may belong to annotations in a folder behind its own.</summary>
    private void TellSkipped(ImmutableArray<FoundFolder> folders)
    {
        if (skipped.Count == 0)
            return;

        var read = folders.SelectMany(folder => folder.Sets).SelectMany(set => set.Files.Files).Select(file => file.FullPath)
            .ToHashSet(StringComparer.Ordinal);
        skipped.RemoveAll(file => read.Contains(file.Path));
        skipped.ForEach(file => Tell(file.Reason));
    }

    private void Tell(SkippedFile file)
    {
        var place = SourcePlace.StartOf(file.Path);
        if (file.IsNamed)
            log.Report(ReadingDiagnostics.NamedFileNotRead(place, file.Reason, formats.Select(format => format.Name)));
        else if (file.IsData)
            log.Report(ReadingDiagnostics.FileNotRead(place, file.Reason));
    }
}
