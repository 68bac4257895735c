namespace Graph.Annotations;

/// <summary>Loads files and folders of annotated articles into one graph. The only door from files to a store.</summary>
public static class GraphLoader
{
    /// <param name="paths">Files or folders; folders are read recursively, in ordinal order of their names.</param>
    /// <exception cref="IOException">A path cannot be read.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled between two articles.</exception>
    public static LoadResult Load(IReadOnlyList<string> paths, LoadOptions options, CancellationToken cancellation = default)
    {
        // Files may be read on a thread of their own, so what is reported there is kept apart.
        var limit = options.AllDiagnostics ? int.MaxValue : ReadingLog.StandardLimit;
        var (log, readingLog) = (new ReadingLog(limit), new ReadingLog(limit));
        var builder = new GraphBuilder(options.Type);
        var rules = new GraphTypeRules(options.Type, log);

        using var archives = new ArchiveStore(log, cancellation);
        var found = CorpusFinder.Find(paths, options, AnnotationFormats.CreateAll(), archives, log, cancellation);
        var tables = TableLoader.Load(
            found.Folders.Select(folder => folder.Tables).OfType<FoundTables>(), builder, rules, log, cancellation);
        var records = CorpusReader.Read(found, options.Threads, readingLog, cancellation);
        var assembled = CorpusAssembler.Assemble(records, builder, options, log, cancellation);
        var identities = IdentityResolver.Resolve(assembled.Articles.Identities, found.Aliases);
        var report = CorpusWriter.Write(assembled.Articles, identities, builder, rules, found.Start, log);

        LoadChecks.Report(found, assembled, tables, log);
        readingLog.Add(log);
        readingLog.ReportLosses();
        var summary = assembled.Counts.ToSummary(tables, report.Entities.Length, readingLog, found);
        return new LoadResult(
            builder.Build(),
            summary,
            [.. readingLog.Diagnostics.Select(diagnostic => diagnostic with { Severity = Judge(diagnostic.Severity) })])
        {
            DiagnosticTotals = [.. readingLog.Totals.Select(total => total with { Severity = Judge(total.Severity) })],
            Identities = report,
        };

        DiagnosticSeverity Judge(DiagnosticSeverity severity) =>
            options.Strict && severity == DiagnosticSeverity.Warning ? DiagnosticSeverity.Error : severity;
    }
}
