namespace Graph.Annotations;

/// <summary>
/// Tables of coded segments beside their texts, as programs for qualitative analysis and services for training write them: a row names a
/// document, which is a text near or a row of a table beside, one code or several, and the words of the segment, its place or both. Where a
/// place has a line, each line of the document is an article. Offsets are code points, or as the words show.
/// </summary>
internal sealed class CodedSegmentFormat : IAnnotationFormat
{
    private readonly CompanionTexts companions = new(HeadedTable.Extensions, [".txt"], file => CodedSegmentTable.Open(file) is not null);
    private readonly Dictionary<string, CodedSegmentTexts> tables = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<CodedSegmentTable>> tablesByFolder = new(StringComparer.Ordinal);
    private readonly HashSet<string> found = new(StringComparer.Ordinal);

    public string Name => "coded-segments";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => HeadedTable.Extensions.Contains(file.Extension)))
        {
            if (folder.Find(file.Name) is null || CodedSegmentTable.Open(file) is not { } table
                || Find(folder, file, table) is not { } texts)
                continue;
            folder.Take(file);
            if (texts.Table is { } beside)
                folder.Take(beside.File);
            tables[file.FullPath] = texts;
            AddUnmarked(file, texts);
            yield return new FileSet([file, .. texts.Files, .. texts.Unmarked]);
        }

        TakeTexts(folder);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var texts = tables[files.Main.FullPath];
        var segments = CodedSegmentTable.Open(files.Main)!.ReadSegments(texts.Column, log);
        return texts.Table is { } table ? ReadTable(files.Main, table, segments, log) : ReadTexts(files.Main, texts, segments, log);
    }

    private static IEnumerable<AnnotatedArticle> ReadTexts(AnnotationFile file, CodedSegmentTexts texts, List<CodedSegment> segments,
        ReadingLog log)
    {
        foreach (var document in segments.GroupBy(segment => segment.Document, StringComparer.Ordinal))
        {
            if (texts.Get(document.Key) is not { } text)
            {
                log.ReportMalformed(ReadingDiagnostics.NoText(document.First().Place, document.Key));
                continue;
            }

            foreach (var article in new CodedSegmentReader(file, text.Name, text.ReadText(log), log)
                .Read(new ArticleMetadata(text.Stem), [.. document]))
                yield return article;
        }

        foreach (var text in texts.Unmarked)
            yield return new AnnotatedArticle(new ArticleMetadata(text.Stem), text.ReadText(log).Text) { File = text };
    }

    /// <summary>All texts of a table, those without segments too.</summary>
    private static IEnumerable<AnnotatedArticle> ReadTable(AnnotationFile file, CodedTextTable table, List<CodedSegment> segments,
        ReadingLog log)
    {
        var documents = segments.ToLookup(segment => segment.Document, StringComparer.Ordinal);
        var read = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (metadata, text, place) in table.Read(log))
        {
            if (!read.Add(metadata.Id!))
            {
                log.ReportMalformed(ReadingDiagnostics.DuplicateId(place, metadata.Id!));
                continue;
            }

            foreach (var article in new CodedSegmentReader(file, metadata.Id!, text, log).Read(metadata, [.. documents[metadata.Id!]]))
                yield return article;
        }

        foreach (var document in documents.Where(document => !read.Contains(document.Key)))
            log.ReportMalformed(ReadingDiagnostics.Malformed(document.First().Place, "segment",
                $"'{table.File.Name}' has no text '{document.Key}'"));
    }

    /// <summary>The texts by the first of the columns that may name documents and does; null where none does.</summary>
    private CodedSegmentTexts? Find(FolderListing folder, AnnotationFile file, CodedSegmentTable table)
    {
        foreach (var column in table.Documents)
        {
            var documents = table.PeekDocuments(column);
            var texts = new CodedSegmentTexts(column);
            AddTexts(folder, file, documents, texts);
            if (!texts.Files.Any() && CodedTextTable.Find(folder, file, table.PeekSegments(column)) is { } beside)
                return new CodedSegmentTexts(column) { Table = beside };
            if (!texts.Files.Any())
                continue;
            AddTexts(folder, file, table.ListDocuments(column), texts);
            return texts;
        }

        // What has no words may be anything, and numbers say where these are.
        var own = new CodedSegmentTexts(-1);
        if (table.Documents.IsEmpty && table.HasPlaces)
            AddTexts(folder, file, [file.Stem], own);
        return own.Files.Any() ? own : null;
    }

    private void AddTexts(FolderListing folder, AnnotationFile file, ImmutableArray<string> names, CodedSegmentTexts texts)
    {
        foreach (var name in names.Where(name => texts.Get(name) is null))
        {
            if (companions.Find(folder, file, [.. CodedSegmentTexts.ListNames(name)]) is { } text && CodedSegmentTexts.IsCalled(text, name))
            {
                texts.Add(name, text);
                found.Add(text.FullPath);
            }
        }
    }

    /// <summary>The other texts in the folders of those that are named, where these are most.</summary>
    private void AddUnmarked(AnnotationFile file, CodedSegmentTexts texts)
    {
        if (texts.Table is not null || texts.Column < 0)
            return;
        foreach (var named in texts.Files.Where(text => text.Extension == ".txt").GroupBy(text => text.Folder, StringComparer.Ordinal))
        {
            var others = Directory.EnumerateFiles(named.Key, "*.txt").Where(path => !found.Contains(path))
                .Order(StringComparer.Ordinal).Select(file.Relate).Where(UnmarkedFiles.IsProse).ToList();
            if (!UnmarkedFiles.AreFew(others.Count, named.Count()))
                continue;
            texts.Unmarked.AddRange(others);
            found.UnionWith(others.Select(text => text.FullPath));
        }
    }

    /// <summary>Takes texts of which the table stands in a folder near: that gives the articles.</summary>
    private void TakeTexts(FolderListing folder)
    {
        var texts = folder.Remaining.Where(file => file.Extension == ".txt" && file.Name != folder.Only).ToList();
        var documents = texts.Count == 0 ? [] : companions.ListPlaces(folder, texts[0]).SelectMany(place => ListTables(place, texts[0]))
            .SelectMany(table => table.Documents.Where(column => table.PeekDocuments(column).Any(name => IsIn(folder.Folder, name)))
                .SelectMany(column => table.ListDocuments(column)))
            .SelectMany(CodedSegmentTexts.ListNames).ToHashSet(StringComparer.Ordinal);
        foreach (var file in texts.Where(file => found.Contains(file.FullPath) || documents.Contains(file.Name)
            || documents.Contains(file.Stem)))
            folder.Take(file);
    }

    /// <summary>The tables in a folder, which many folders of texts may be near to.</summary>
    private ImmutableArray<CodedSegmentTable> ListTables(string place, AnnotationFile near)
    {
        if (!tablesByFolder.TryGetValue(place, out var known))
        {
            var files = Directory.Exists(place) ? Directory.EnumerateFiles(place) : [];
            tablesByFolder[place] = known =
            [
                .. files.Where(path => HeadedTable.Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
                    .Order(StringComparer.Ordinal).Select(near.Relate).Select(CodedSegmentTable.Open).OfType<CodedSegmentTable>(),
            ];
        }

        return known;
    }

    private static bool IsIn(string folder, string document) => CodedSegmentTexts.ListNames(document)
        .Any(name => File.Exists(Path.Combine(folder, name)) || File.Exists(Path.Combine(folder, $"{name}.txt")));
}
