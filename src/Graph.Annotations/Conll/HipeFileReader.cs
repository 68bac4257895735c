namespace Graph.Annotations;

/// <summary>Splits a file into its documents, by their comment lines, and reads the tokens of each.</summary>
internal sealed class HipeFileReader(AnnotationFile file, SourceText source, ReadingLog log)
{
    private static readonly HashSet<string> Known =
    [
        "TOKEN", "NE-COARSE-LIT", "NE-COARSE-METO", "NE-FINE-LIT", "NE-FINE-METO", "NE-FINE-COMP", "NE-NESTED", "NEL-LIT", "NEL-METO",
        "MISC", "RENDER", "SEG",
    ];

    private readonly string[] columns = source.GetLineText(1).Split('\t');
    private readonly int[] unread =
    [
        .. source.GetLineText(1).Split('\t').Index().Where(column => !Known.Contains(column.Item)).Select(column => column.Index),
    ];
    private HipeDocument document = new();

    public IEnumerable<AnnotatedArticle> Read()
    {
        foreach (var (number, line, _) in source.ReadLines(2))
        {
            if (IsComment(line))
            {
                if (document.HasTokens && NamesDocument(number))
                    yield return Finish();
                ReadComment(line, number);
            }
            else if (line.Length > 0)
            {
                ReadToken(line.Split('\t'), number);
            }
            else if (document.HasTokens)
            {
                yield return Finish();
            }
        }

        if (document.HasTokens || document.Metadata.Id is not null)
            yield return Finish();
    }

    private static bool IsComment(string line) => line.StartsWith('#') && !line.Contains('\t');

    /// <summary>Whether this comment or one right after it names a document. Others stand inside one: at each segment of a page.</summary>
    private bool NamesDocument(int number)
    {
        for (; number <= source.LineCount && source.GetLineText(number) is var line && IsComment(line); number++)
        {
            if (IobLine.ReadKey(line, out var key, out _) && IobLine.WithoutPrefix(key) == "document_id")
                return true;
        }

        return false;
    }

    private void ReadComment(string line, int number)
    {
        if (!IobLine.ReadKey(line, out var key, out var value))
            return;

        var metadata = document.Metadata;
        document.Metadata = IobLine.WithoutPrefix(key) switch
        {
            "document_id" => metadata with { Id = value },
            // An unknown date is written NA or --.
            "date" when value.Any(char.IsDigit) =>
                metadata with { Published = MetadataDate.Parse(value, SourcePlace.Line(source, number), log) },
            "language" => metadata with { Language = value },
            "publication_title" or "newspaper" => metadata with { Source = value },
            var other => Pass(metadata, $"comments '{other}'"),
        };
    }

    private ArticleMetadata Pass(ArticleMetadata metadata, string what)
    {
        log.CountPassed(what);
        return metadata;
    }

    private void ReadToken(string[] fields, int number)
    {
        if (fields.Length != columns.Length)
        {
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                SourcePlace.Line(source, number), "token", $"it has {fields.Length} columns, not the {columns.Length} of the first line"));
            return;
        }

        foreach (var index in unread)
        {
            if (fields[index] is not ("_" or "O" or ""))
                log.CountLoss($"values of column '{columns[index]}'");
        }

        document.Add(new HipeToken(columns, fields, number));
    }

    private AnnotatedArticle Finish()
    {
        var article = new HipeArticleReader(document, source, log).Read(file);
        document = new HipeDocument();
        return article;
    }
}

/// <summary>One token line, by the names of its columns.</summary>
internal sealed class HipeToken(string[] columns, string[] fields, int line)
{
    private readonly string[] flags = Find(columns, fields, "MISC").Split('|');

    public int Line => line;

    public string Text => fields[0];

    /// <summary>The value of a column; <c>_</c>, which means that it does not apply, where the file does not have it.</summary>
    public string this[string column] => Find(columns, fields, column);

    public bool HasFlag(string flag) => flags.Contains(flag);

    private static string Find(string[] columns, string[] fields, string column) =>
        Array.IndexOf(columns, column) is >= 0 and var index ? fields[index] : "_";
}

internal sealed class HipeDocument
{
    private readonly List<HipeToken> tokens = [];

    public ArticleMetadata Metadata { get; set; } = new();

    public IReadOnlyList<HipeToken> Tokens => tokens;

    public bool HasTokens => tokens.Count > 0;

    public void Add(HipeToken token) => tokens.Add(token);
}
