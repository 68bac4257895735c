namespace Graph.Annotations;

/// <summary>
/// What only shows when all is read: settings and rows that match nothing, articles without a mention, a load of nothing.
/// </summary>
internal static class LoadChecks
{
    public static void Report(FoundCorpus found, AssembledCorpus assembled, TableCounts tables, ReadingLog log)
    {
        var counts = assembled.Counts;
        var articles = assembled.Articles;
        if (articles.ArticleKeys.Count + tables.Articles + tables.Entities + tables.Events == 0 && articles.Descriptions.Count == 0)
        {
            log.Report(ReadingDiagnostics.NothingRead(found.Start));
            return;
        }

        counts.ReportWithoutMention(log);
        foreach (var name in found.Folders.SelectMany(folder => folder.Settings.Names).Distinct())
            ReportUnmatched(name, counts, log);
        ReportAliases(found.Aliases, articles.Identities.Surfaces, log);
        found.Metadata.ReportUnused(log);
    }

    private static void ReportUnmatched(NamedSetting name, SummaryCounter counts, ReadingLog log)
    {
        var known = name.Section switch
        {
            CorpusFile.Types => counts.Types,
            CorpusFile.Layers => counts.Layers,
            _ => counts.RelationTypes,
        };
        if (!known.Contains(name.Name))
            log.Report(ReadingDiagnostics.NoSuchType(name.Place, name.Section, name.Name, NearestName.Find(name.Name, known)));
    }

    private static void ReportAliases(ImmutableArray<AliasRow> rows, SurfaceTable surfaces, ReadingLog log)
    {
        if (rows.IsEmpty)
            return;

        var known = surfaces.Keys.Select(key => surfaces.Fold(key.Surface)).ToHashSet(StringComparer.Ordinal);
        foreach (var row in rows.Where(row => !known.Contains(surfaces.Fold(row.Surface))))
            log.Report(ReadingDiagnostics.NoSuchSurface(
                row.Place, row.Surface, NearestName.Find(row.Surface, surfaces.Keys.Select(key => key.Surface).Distinct())));
    }
}
