namespace Graph.Annotations;

/// <summary>A record as its format gave it, with the settings of its folder.</summary>
internal readonly record struct ReadRecord(AnnotationRecord Record, CorpusSettings Settings);

/// <summary>Reads what was found, one record after the other; articles come with the metadata that tables beside them give.</summary>
internal static class CorpusReader
{
    /// <param name="threads">With two, files are read a little ahead on a thread of their own.</param>
    public static IEnumerable<ReadRecord> Read(FoundCorpus corpus, int threads, ReadingLog log, CancellationToken cancellation)
    {
        var records = corpus.Folders.SelectMany(folder => folder.Sets.SelectMany(set => set.Format.Read(set.Files, log))
            .Select(record => new ReadRecord(Complete(record, corpus.Metadata), folder.Settings)));
        return threads > 1 && corpus.Folders.Any(folder => !folder.Sets.IsEmpty) ? ReadAhead.Run(records, cancellation) : records;
    }

    private static AnnotationRecord Complete(AnnotationRecord record, MetadataTables tables) =>
        record is AnnotatedArticle article ? article with { Metadata = tables.Complete(article) } : record;
}
