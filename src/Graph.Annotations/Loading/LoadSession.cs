namespace Graph.Annotations;

/// <summary>One load: reads every path, then builds the store. Used once.</summary>
internal sealed class LoadSession
{
    private readonly LoadOptions options;
    private readonly CancellationToken cancellation;
    private readonly ReadingLog log = new();

    // Readers may run ahead on a thread of their own, so what they report is kept apart.
    private readonly ReadingLog readingLog = new();
    private readonly GraphBuilder builder;
    private readonly IdentityResolver identities;
    private readonly GraphAssembler assembler;
    private readonly SummaryCounter counter = new();
    private readonly MetadataTables metadata = new();
    private readonly SettingsTree settings;
    private readonly TableCounts tableCounts = new();
    private readonly GraphTypeRules rules;
    private readonly TableLoader tables;
    private readonly List<AliasRow> aliases = [];
    private readonly List<string> skipped = [];
    private SourcePlace start = SourcePlace.StartOf(new SourceText(""));

    public LoadSession(LoadOptions options, CancellationToken cancellation)
    {
        this.options = options;
        this.cancellation = cancellation;
        builder = new GraphBuilder(options.Type);
        identities = new IdentityResolver(options.Identity, log);
        assembler = new GraphAssembler(builder, identities, log);
        rules = new GraphTypeRules(options.Type, log);
        tables = new TableLoader(builder, rules, tableCounts, log);
        settings = new SettingsTree(options.CorpusFile, log);
    }

    public void Read(string path)
    {
        var formats = AnnotationFormats.CreateAll();
        if (start.Source.Path.Length == 0)
            start = SourcePlace.StartOf(new SourceText("", path));
        foreach (var folder in FileWalk.Find(path))
            ReadFolder(folder, formats);
    }

    public LoadResult Finish()
    {
        identities.Finish(aliases);
        var entities = new EntityWriter(builder, identities, rules, log, assembler.ArticleKeys);
        var nodes = entities.Write(assembler, FindAliasNames());
        ReportUnknownEntities(nodes);
        new FactWriter(builder, nodes, rules).Write(assembler);
        rules.ReportUnknown(start);

        var identityReport = entities.CreateReport();
        foreach (var conflict in identityReport.Conflicts)
            log.Report(IdentityDiagnostics.NotJoined(start, conflict.Left, conflict.Right, conflict.Because));
        counter.Add(tableCounts);
        var diagnostics = GetDiagnostics();
        log.Add(readingLog);
        var summary = counter.ToSummary(identityReport.Entities.Length + tableCounts.Entities, log, skipped);
        return new LoadResult(builder.Build(), summary, diagnostics) { Identities = identityReport };
    }

    private void ReadFolder(FolderListing folder, ImmutableArray<IAnnotationFormat> formats)
    {
        if (folder.TakeIfPresent(ArticleTable.FileName) is { } articles)
            metadata.Add(folder.Folder, ArticleTable.Read(articles, log));
        if (folder.TakeIfPresent(AliasTable.FileName) is { } aliasFile)
            aliases.AddRange(AliasTable.Read(aliasFile, log));

        folder.Settings = settings.Enter(folder);
        identities.Restrict(folder.Settings.Identity);
        if (folder.Settings.Tables is { } tableSet)
            tables.Load(folder, tableSet);

        var wanted = formats.Where(format => folder.Settings.Format is null || folder.Settings.Format == format.Name);
        var sets = wanted.SelectMany(format => format.Claim(folder)).OrderBy(set => set.Main.Name, StringComparer.Ordinal).ToList();
        var records = sets.SelectMany(set => set.Format.Read(set, readingLog));
        foreach (var record in options.Threads > 1 && sets.Count > 0 ? ReadAhead.Run(records, cancellation) : records)
            Add(record, folder.Settings);

        skipped.AddRange(folder.Unknown.Where(file => !GraphFiles.IsOwn(file.Name)).Select(file => file.DisplayPath));
    }

    private void Add(AnnotationRecord record, CorpusSettings corpus)
    {
        cancellation.ThrowIfCancellationRequested();
        switch (record)
        {
            case AnnotatedArticle article:
                counter.Count(article, log);
                assembler.Add(CorpusFilter.Apply(article with { Metadata = metadata.Complete(article) }, corpus, log), corpus.Mapping);
                options.Progress?.Report(counter.ToProgress(article.File.DisplayPath));
                break;
            case AuthorityList authorities:
                log.Count("authority entries", authorities.Entities.Length);
                assembler.Describe(authorities.Entities, corpus.Mapping);
                break;
        }
    }

    private Dictionary<int, string> FindAliasNames()
    {
        var names = new Dictionary<int, string>();
        foreach (var row in aliases)
        {
            if (row.Name is not null && identities.Pool.FindId(row.EntityId) is >= 0 and var member)
                names.TryAdd(member, row.Name);
        }

        return names;
    }

    private void ReportUnknownEntities(GraphNode?[] nodes)
    {
        foreach (var use in identities.Uses)
        {
            if (nodes[identities.Pool.FindId(use.Id)] is null)
            {
                var known = identities.Pool.Ids.Where(id => nodes[identities.Pool.FindId(id)] is not null);
                log.ReportMalformed(ReadingDiagnostics.UnknownEntity(use.Place, use.Id, NearestName.Find(use.Id, known)));
            }
        }
    }

    private ImmutableArray<Diagnostic> GetDiagnostics() =>
        [.. readingLog.Diagnostics.Concat(log.Diagnostics)
            .Select(diagnostic => options.Strict && diagnostic.Severity == DiagnosticSeverity.Warning
            ? diagnostic with { Severity = DiagnosticSeverity.Error }
            : diagnostic)];
}
