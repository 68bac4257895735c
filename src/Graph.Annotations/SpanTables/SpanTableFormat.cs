namespace Graph.Annotations;

/// <summary>
/// Tables of spans beside news articles: a line names its text, has a start and an end, and a technique, a role or another type. A table is
/// of one text or of all, <c>111.task2-TC.labels</c> on <c>article111.txt</c>. Offsets are code points, or as words in the table show.
/// </summary>
internal sealed class SpanTableFormat : IAnnotationFormat
{
    private static readonly string[] Extensions = [".labels", ".txt", ".tsv", ".tab", ".gs", ".gold", ""];

    private readonly SpanTableTexts texts = new();
    private readonly Dictionary<string, ImmutableArray<SpanTable>> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TextTable> textTables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> tablesByText = new(StringComparer.Ordinal);
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public string Name => "span-tables";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(IsTable))
        {
            if (taken.Contains(file.FullPath))
                folder.Take(file);
            else if (Claim(folder, file) is { } set)
                yield return set;
        }

        texts.TakeTexts(folder);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log) => textTables.TryGetValue(files.Main.FullPath, out var table)
        ? table.Read(files.Main, new SpanTable(files.Main).ReadRows(log), log)
        : ReadTexts(files, log);

    private IEnumerable<AnnotatedArticle> ReadTexts(FileSet files, ReadingLog log)
    {
        foreach (var document in tables[files.Main.FullPath]
            .SelectMany(table => table.ReadRows(log))
            .GroupBy(row => row.Document, StringComparer.Ordinal))
        {
            if (texts.Get(files.Main, document.Key) is { } text)
                yield return new SpanTableReader(files.Main, text.Stem, text.ReadText(log).Text, log).Read([.. document]);
            else
                log.ReportMalformed(ReadingDiagnostics.NoText(document.First().Place, $"{document.Key}.txt"));
        }

        foreach (var text in texts.ListUnmarked(files.Main))
            yield return new SpanTableReader(files.Main, text.Stem, text.ReadText(log).Text, log).Read([]);
    }

    /// <summary>A table with those of other tasks that are about the same one text; null where no text is near.</summary>
    private FileSet? Claim(FolderListing folder, AnnotationFile file)
    {
        var names = SpanTableRow.ReadAll(file.ReadText(new ReadingLog()), new ReadingLog())
            .Select(row => row.Document).Distinct(StringComparer.Ordinal).ToList();
        var found = names.Select(name => texts.Find(folder, file, name)).OfType<AnnotationFile>().ToList();
        if (found.Count == 0)
            return ClaimWithTable(folder, file, names);

        if (FindSame(found) is { } same)
        {
            tables[same] = tables[same].Add(new SpanTable(file));
            folder.Take(file);
            return null;
        }

        found.ForEach(text => tablesByText.TryAdd(text.FullPath, file.FullPath));
        var own = new List<AnnotationFile> { file };
        if (names.Count == 1)
            own.AddRange(texts.ListNear(folder, file).Where(IsTable));
        foreach (var table in own)
        {
            taken.Add(table.FullPath);
            folder.Take(table);
        }

        tables[file.FullPath] = [.. own.Select(table => new SpanTable(table))];
        return new FileSet([.. own, .. found.DistinctBy(text => text.FullPath), .. texts.ListOthers(file, found)]);
    }

    /// <summary>The table before, of another task, that all these texts are of; null where there is none.</summary>
    private string? FindSame(List<AnnotationFile> found) =>
        tablesByText.GetValueOrDefault(found[0].FullPath) is { } first
        && found.TrueForAll(text => tablesByText.GetValueOrDefault(text.FullPath) == first) ? first : null;

    /// <summary>A table whose texts are in one beside it; null where none has them.</summary>
    private FileSet? ClaimWithTable(FolderListing folder, AnnotationFile file, List<string> names)
    {
        if (TextTable.Find(folder, file, names) is not { } table)
            return null;
        textTables[file.FullPath] = table;
        AnnotationFile[] own = [file, table.Texts, .. table.Relations];
        foreach (var other in own)
        {
            taken.Add(other.FullPath);
            folder.Take(other);
        }

        return new FileSet([.. own]);
    }

    private static bool IsTable(AnnotationFile file) =>
        Extensions.Contains(file.Extension) && SpanTableRow.IsAnyIn(file.Head);
}

/// <summary>One file of rows.</summary>
internal sealed record SpanTable(AnnotationFile File)
{
    public List<SpanTableRow> ReadRows(ReadingLog log) => SpanTableRow.ReadAll(File.ReadText(log), log);
}
