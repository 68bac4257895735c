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
                    assembler.Add(CorpusFilter.Apply(article, settings, log), settings.Mapping, options.Identity.And(settings.Identity));
                    options.Progress?.Report(counter.ToProgress(article.File.DisplayPath));
                    break;
                case AuthorityList authorities:
                    log.Count("authority entries", authorities.Entities.Length);
                    assembler.Describe(authorities.Entities, settings.Mapping);
                    break;
            }
        }

        return new AssembledCorpus(assembler, counter);
    }
}

/// <summary>All articles, with their texts in the builder and everything else waiting until it is known who is who.</summary>
internal sealed record AssembledCorpus(GraphAssembler Articles, SummaryCounter Counts);
