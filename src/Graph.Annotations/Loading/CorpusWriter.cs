namespace Graph.Annotations;

/// <summary>Writes entities, mentions and facts into the builder once it is known who is who.</summary>
internal static class CorpusWriter
{
    public static IdentityReport Write(
        GraphAssembler articles,
        ResolvedIdentities identities,
        GraphBuilder builder,
        GraphTypeRules rules,
        SourcePlace start,
        ReadingLog log)
    {
        var entities = new EntityWriter(builder, identities, rules, log, articles.ArticleKeys, articles.FirstPlaces);
        var nodes = entities.Write(articles);
        ReportUnknownEntities(identities, nodes, log);
        new FactWriter(builder, nodes, rules).Write(articles);
        rules.ReportUnknown();

        var report = entities.CreateReport();
        foreach (var conflict in report.Conflicts)
            log.Report(IdentityDiagnostics.NotJoined(start, conflict.Left, conflict.Right, conflict.Because));
        return report;
    }

    private static void ReportUnknownEntities(ResolvedIdentities identities, GraphNode?[] nodes, ReadingLog log)
    {
        var pool = identities.Pool;
        foreach (var use in identities.Uses)
        {
            if (nodes[pool.FindId(use.Id)] is null)
            {
                var known = pool.Ids.Where(id => nodes[pool.FindId(id)] is not null);
                log.ReportMalformed(ReadingDiagnostics.UnknownEntity(use.Place, use.Id, NearestName.Find(use.Id, known)));
            }
        }
    }
}
