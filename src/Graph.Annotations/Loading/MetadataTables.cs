namespace Graph.Annotations;

/// <summary>
/// The article tables of the folders read so far. What an article says of itself is stronger than a table; a nearer table is stronger than
/// a farther.
/// </summary>
internal sealed class MetadataTables(ArchiveStore archives)
{
    private readonly Dictionary<string, ArticleTable> tables = new(StringComparer.Ordinal);

    public void Add(string folder, ArticleTable table) => tables[folder] = table;

    /// <summary>Reports the rows that no article asked for.</summary>
    public void ReportUnused(ReadingLog log)
    {
        foreach (var (_, table) in tables.OrderBy(pair => pair.Key, StringComparer.Ordinal))
            table.ReportUnused(log);
    }

    public ArticleMetadata Complete(AnnotatedArticle article)
    {
        var metadata = article.Metadata;
        if (tables.Count == 0)
            return metadata;

        for (var folder = article.File.Folder; folder is not null; folder = archives.GetParent(folder))
        {
            if (tables.TryGetValue(folder, out var table) && table.Find(article.File, article.Metadata.Id) is { } row)
                metadata = metadata.Or(row);
        }

        return metadata;
    }
}
