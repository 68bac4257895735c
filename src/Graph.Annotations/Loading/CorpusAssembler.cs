namespace Graph.Annotations;

/// <summary>Takes in records as they stream by, under the settings of their folders, and counts them.</summary>
internal static class CorpusAssembler
{
    public static AssembledCorpus Assemble(
        IEnumerable<ReadRecord> records, GraphBuilder builder, LoadOptions options, ReadingLog log, CancellationToken cancellation)
    {
        var counter = new SummaryCounter();
        var assembler = new GraphAssembler(builder, log);
        foreach (var (record, settings) in records)
        {
            cancellation.ThrowIfCancellationRequested();
            switch (record)
            {
                case AnnotatedArticle article:
                    counter.Count(article, log);
                    Add(article, settings, assembler, options, log);
                    options.Progress?.Report(counter.ToProgress(article.File.DisplayPath));
                    break;
                case AuthorityList authorities:
                    log.Count("authority entries", authorities.Entities.Length);
                    counter.Count(authorities);
                    assembler.Describe(authorities.Entities, settings.Mapping);
                    assembler.Relate(authorities.Relations, settings.Mapping);
                    break;
            }
        }

        return new AssembledCorpus(assembler, counter);
    }

    /// <summary>An article that cannot be taken in for a reason that nobody thought of costs itself.</summary>
    private static void Add(
        AnnotatedArticle article, CorpusSettings settings, GraphAssembler assembler, LoadOptions options, ReadingLog log)
    {
        try
        {
            assembler.Add(CorpusFilter.Apply(article, settings, log), settings.Mapping, options.Identity.And(settings.Identity));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            log.ReportMalformed(ReadingDiagnostics.Failure(SourcePlace.StartOf(article.File), exception));
        }
    }
}

/// <summary>All articles, with their texts in the builder and everything else waiting until it is known who is who.</summary>
internal sealed record AssembledCorpus(GraphAssembler Articles, SummaryCounter Counts);
