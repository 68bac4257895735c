namespace Graph.Annotations;

/// <summary>A table of the documents that a table of segments names: a row has an id and a text, perhaps a title and a day.</summary>
internal sealed class CodedTextTable
{
    private static readonly ImmutableArray<string> TextNames =
        ["text", "content", "body", "fulltext", "articletext", "documenttext", "rawtext", "article", "sentence", "document", "abstract"];

    private static readonly ImmutableArray<string> IdNames =
    [
        "id", "docid", "documentid", "articleid", "textid", "newsid", "sentenceid", "sentid", "tweetid", "file", "filename", "name",
        "document", "doc", "docname",
    ];

    private static readonly ImmutableArray<string> TitleNames = ["title", "headline"];
    private static readonly ImmutableArray<string> DayNames = ["published", "date", "publishdate", "publicationdate", "datepublished"];

    private readonly HeadedTable table;
    private readonly int text;
    private readonly int id;

    private CodedTextTable(HeadedTable table, int text, int id) => (this.table, this.text, this.id) = (table, text, id);

    public AnnotationFile File => table.File;

    /// <summary>The first table beside another whose texts have what segments of it say; null where none has.</summary>
    public static CodedTextTable? Find(FolderListing folder, AnnotationFile file,
        IEnumerable<(string Document, string? Words, long? End)> segments)
    {
        var documents = segments.ToLookup(segment => segment.Document, StringComparer.Ordinal);
        foreach (var table in folder.Remaining.Where(other => other != file).Select(HeadedTable.Open).OfType<HeadedTable>())
        {
            var text = table.Find(TextNames);
            foreach (var id in IdNames.Select(name => table.Names.IndexOf(name)).Where(id => text >= 0 && id >= 0 && id != text))
            {
                if (table.PeekRows().Any(fields => HeadedTable.Get(fields, id) is { } name && HeadedTable.Get(fields, text) is { } words
                    && documents[name].Any(segment => IsPart(segment.Words, segment.End, words))))
                    return new CodedTextTable(table, text, id);
            }
        }

        return null;
    }

    /// <summary>Whether a text has more than the words of a segment, which may be texts themselves.</summary>
    private static bool IsPart(string? words, long? end, string text) =>
        words is null ? end <= text.Length : words.Length < text.Length && text.Contains(words, StringComparison.Ordinal);

    /// <summary>The rows in their order; columns that say nothing that is read are counted.</summary>
    public IEnumerable<(ArticleMetadata Metadata, SourceText Text, SourcePlace Place)> Read(ReadingLog log)
    {
        var (title, day) = (table.Find(TitleNames), table.Find(DayNames));
        foreach (var (fields, place) in table.ReadRows(log))
        {
            for (var column = 0; column < table.Header.Length; column++)
            {
                if (column != text && column != id && column != title && column != day && table.Header[column].Length > 0
                    && HeadedTable.Get(fields, column) is not null)
                    log.CountLoss($"column '{table.Header[column]}' of texts not read");
            }

            if (HeadedTable.Get(fields, id) is not { } name || text >= fields.Length)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "text",
                    $"its row has no '{table.Header[id]}' or no '{table.Header[text]}'"));
            else
                yield return (
                    new ArticleMetadata(name, HeadedTable.Get(fields, title), HeadedTable.Get(fields, day) is { } date
                        ? MetadataDate.Parse(date, place, log) : null),
                    new SourceText(fields[text], File.DisplayPath),
                    place);
        }
    }
}
