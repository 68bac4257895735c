namespace Graph.Annotations;

/// <summary>
/// The <c>articles.csv</c> of a folder: metadata that the formats of its files lack. A row is meant for the file with that name,
/// with or without extension, or for the article with that id.
/// </summary>
internal sealed class ArticleTable
{
    public const string FileName = "articles.csv";
    private static readonly string[] Columns = ["file", "id", "title", "published", "source", "language", "url"];

    private readonly Dictionary<string, ArticleMetadata> rows = new(StringComparer.Ordinal);
    private readonly Dictionary<string, SourcePlace> unused = new(StringComparer.Ordinal);
    private readonly SortedSet<string> articles = new(StringComparer.Ordinal);

    // A table with one of these has the articles themselves, under a name that others give it too.
    private static readonly string[] Texts = ["text", "content", "body", "full_text", "fulltext", "article"];

    /// <summary>Whether a file of that name is such a table, and none of articles with their texts.</summary>
    public static bool IsTable(AnnotationFile file) => !file.FirstLine.Split(',')
        .Any(name => Texts.Contains(name.Trim('"', ' ').ToLowerInvariant()));

    public static ArticleTable Read(AnnotationFile file, ReadingLog log)
    {
        var result = new ArticleTable();
        foreach (var row in DelimitedTable.Read(file.ReadText(log), Columns, required: [], log))
        {
            var metadata = new ArticleMetadata(
                row["id"], row["title"], MetadataDate.Parse(row["published"], row.Place, log), row["source"], row["language"], row["url"]);
            if ((row["file"] ?? row["id"]) is { } name)
                result.Add(name, metadata, row.Place, log);
            else
                log.ReportMalformed(ReadingDiagnostics.Malformed(row.Place, "article", "it needs a file or an id"));
        }

        return result;
    }

    /// <summary>What the table says of an article, or nothing.</summary>
    public ArticleMetadata? Find(AnnotationFile file, string? id)
    {
        foreach (var name in id is null ? [file.Name, file.Stem] : new[] { file.Name, file.Stem, id })
        {
            if (rows.TryGetValue(name, out var row))
            {
                unused.Remove(name);
                return row;
            }
        }

        articles.Add(id ?? file.Stem);
        return null;
    }

    /// <summary>Reports the rows that no article asked for.</summary>
    public void ReportUnused(ReadingLog log)
    {
        foreach (var (name, place) in unused)
            log.Report(ReadingDiagnostics.NoSuchArticle(place, name, NearestName.Find(name, articles)));
    }

    private void Add(string name, ArticleMetadata metadata, SourcePlace place, ReadingLog log)
    {
        if (rows.TryAdd(name, metadata))
            unused.Add(name, place);
        else
            log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, name));
    }
}

internal static class MetadataDate
{
    /// <summary>A partial date, or null; text that is none is reported.</summary>
    public static PartialDate? Parse(string? text, SourcePlace place, ReadingLog log)
    {
        if (text is null)
            return null;
        if (PartialDate.TryParse(text, out var date, out var reason))
            return date;

        log.ReportMalformed(ReadingDiagnostics.BadDate(place, text, reason));
        return null;
    }
}
