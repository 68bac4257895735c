namespace Graph.Annotations;

/// <summary>
/// Tables of one corpus, <c>tokens.csv</c> with a word a row, <c>mentions.csv</c> with spans of these, and <c>documents.csv</c>: a mention
/// of an event names it, and mentions with one name, in all texts, are of one event. Spans are places in a sentence, the end behind the
/// last word.
/// </summary>
internal sealed class TokenTableFormat : IAnnotationFormat
{
    public string Name => "token-tables";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        if (folder.Remaining.FirstOrDefault(TokenTableColumns.IsTokens) is not { } tokens
            || folder.Remaining.FirstOrDefault(TokenTableColumns.IsMentions) is not { } mentions)
            yield break;
        var documents = folder.Remaining.FirstOrDefault(TokenTableColumns.IsDocuments);
        var files = new[] { tokens, mentions, documents }.OfType<AnnotationFile>().ToImmutableArray();
        foreach (var file in files)
            folder.Take(file);
        yield return new FileSet(files);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var tokens = Read(files.Files[0], TokenTableColumns.OfTokens, TokenTableColumns.OfTokens, log);
        var mentions = Read(files.Files[1], TokenTableColumns.OfMentions, TokenTableColumns.OfSpans, log)
            .ToLookup(row => row[TokenTableColumns.Document] ?? "", StringComparer.Ordinal);
        var documents = files.Files.Length < 3
            ? []
            : Read(files.Files[2], TokenTableColumns.OfDocuments, [TokenTableColumns.Document], log)
                .DistinctBy(row => row[TokenTableColumns.Document])
                .ToDictionary(row => row[TokenTableColumns.Document] ?? "", StringComparer.Ordinal);
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var document in tokens.GroupBy(row => row[TokenTableColumns.Document] ?? "", StringComparer.Ordinal))
        {
            read.Add(document.Key);
            yield return new TokenTableReader(files.Main, log).Read(
                document, mentions[document.Key], documents.GetValueOrDefault(document.Key));
        }

        log.CountLoss(
            "mentions of texts without words", mentions.Where(document => !read.Contains(document.Key)).Sum(document => document.Count()));
        log.CountLoss("documents without words", documents.Keys.Count(document => !read.Contains(document)));
    }

    private static List<DelimitedRow> Read(AnnotationFile file, string[] columns, string[] required, ReadingLog log) =>
        [.. DelimitedTable.Read(file.ReadText(log), columns, required, log)];
}

/// <summary>How the columns are called.</summary>
internal static class TokenTableColumns
{
    public const string Document = "doc-id";
    public const string Sentence = "sentence-idx";
    public const string Index = "token-idx";
    public const string Token = "token";
    public const string First = "token-idx-from";
    public const string End = "token-idx-to";
    public const string Mention = "mention-id";
    public const string Event = "event";
    public const string Date = "publish-date";
    public const string Title = "title";
    public const string Url = "url";

    public static readonly string[] OfTokens = [Document, Sentence, Index, Token];
    public static readonly string[] OfSpans = [Document, Sentence, First, End];
    public static readonly string[] OfMentions = [.. OfSpans, Mention, Event];
    public static readonly string[] OfDocuments = [Document, Date, Title, Url];

    public static bool IsTokens(AnnotationFile file) => Has(file, OfTokens);

    public static bool IsMentions(AnnotationFile file) => Has(file, OfSpans);

    public static bool IsDocuments(AnnotationFile file) => Has(file, [Document]) && !Has(file, [Sentence]);

    private static bool Has(AnnotationFile file, string[] columns) =>
        file.Extension == ".csv" && ReadHeader(file.FirstLine) is var header && columns.All(header.Contains);

    private static HashSet<string> ReadHeader(string line) =>
        [.. line.Split(',').Select(name => name.Trim().Trim('"').ToLowerInvariant())];
}
