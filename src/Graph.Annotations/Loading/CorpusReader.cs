namespace Graph.Annotations;

/// <summary>A record as its format gave it, with the settings of its folder.</summary>
internal readonly record struct ReadRecord(AnnotationRecord Record, CorpusSettings Settings);

/// <summary>Reads what was found, one record after the other; articles come with the metadata that tables beside them give.</summary>
internal static class CorpusReader
{
    /// <param name="threads">With two, files are read a little ahead on a thread of their own.</param>
    public static IEnumerable<ReadRecord> Read(FoundCorpus corpus, int threads, ReadingLog log, CancellationToken cancellation)
    {
        var renditions = Renditions.Find(corpus);
        var texts = new KnownTexts();
        var records = corpus.Folders.SelectMany(folder => folder.Sets.SelectMany(set => renditions.Read(set, Read, log))
            .Select(record => new ReadRecord(Complete(record, corpus.Metadata, texts, log), folder.Settings)));
        return threads > 1 && corpus.Folders.Any(folder => !folder.Sets.IsEmpty) ? ReadAhead.Run(records, cancellation) : records;
    }

    /// <summary>
    /// A reader that fails costs its own file only. Nothing that stands in a file should make it fail but that the disk does; whatever it
    /// is, it is said.
    /// </summary>
    private static IEnumerable<AnnotationRecord> Read(FoundSet set, ReadingLog log)
    {
        log.File = set.Files.Main;
        var reported = log.Reports;
        var isEmpty = true;
        using (var records = set.Format.Read(set.Files, log).GetEnumerator())
        {
            while (TryMoveNext(records, set.Files.Main, log))
            {
                isEmpty = false;
                yield return records.Current;
            }
        }

        // Who took a file and says nothing of it has lost it.
        if (isEmpty && log.Reports == reported)
            log.Report(ReadingDiagnostics.NothingInFile(SourcePlace.StartOf(set.Files.Main), set.Format.Name));
    }

    private static bool TryMoveNext(IEnumerator<AnnotationRecord> records, AnnotationFile file, ReadingLog log)
    {
        var place = SourcePlace.StartOf(file);
        try
        {
            return records.MoveNext();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            log.ReportMalformed(ReadingDiagnostics.Unreadable(place, exception.Message.TrimEnd('.')));
        }
        catch (Exception exception) when (exception is not (OperationCanceledException or OutOfMemoryException))
        {
            log.ReportMalformed(ReadingDiagnostics.Failure(place, exception));
        }

        return false;
    }

    private static AnnotationRecord Complete(AnnotationRecord record, MetadataTables tables, KnownTexts texts, ReadingLog log)
    {
        if (record is not AnnotatedArticle article)
            return record;
        if (!texts.Add(article.Text))
            log.CountPassed("articles with the text of another, which count too", 1, SourcePlace.StartOf(article.File));
        return MentionReading.Complete(article with { Metadata = tables.Complete(article) }, log);
    }
}
