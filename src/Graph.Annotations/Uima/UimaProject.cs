namespace Graph.Annotations;

/// <summary>
/// A document of a project of INCEpTION or WebAnno: a folder of its name under <c>annotation</c>, with a file for each annotator, or under
/// <c>curation</c>. What was curated counts; else what annotators made, all of it; else the document before anybody annotated it.
/// </summary>
/// <param name="document">The name of the document.</param>
/// <param name="isSuperseded">Whether there is a curated version elsewhere.</param>
internal sealed class UimaProject(string document, bool isSuperseded, string? annotator)
{
    private const string Curator = "CURATION_USER";
    private const string Initial = "INITIAL_CAS";
    private const string Curation = "curation";
    private static readonly string[] Parents = ["annotation", Curation, "annotation_final", "curation_final"];
    private static readonly string[] TextExtensions = [".txt", ".tsv", ".xmi", ".xml", ".json", ".conll", ".pdf", ".html", ".htm", ".tei"];

    /// <summary>The project that a folder is a document of; null where it is none.</summary>
    public static UimaProject? Find(FolderListing folder)
    {
        var name = Path.GetFileName(folder.Folder);
        var parent = Path.GetDirectoryName(folder.Folder);
        var isDocument = parent is not null && Parents.Contains(Path.GetFileName(parent));
        if (!isDocument && !folder.Remaining.Any(file => file.Stem is Curator or Initial))
            return null;

        var curated = parent is null ? null : Path.Combine(Path.GetDirectoryName(parent) ?? "", Curation, name);
        var isSuperseded = isDocument
            && Path.GetFileName(parent) is "annotation"
            && Directory.Exists(curated)
            && Directory.EnumerateFiles(curated).Any();
        return new UimaProject(name, isSuperseded && folder.Settings.Annotator is null, folder.Settings.Annotator);
    }

    /// <summary>One set with the files that count, the others are taken without being read.</summary>
    public IEnumerable<FileSet> Claim(FolderListing folder, Func<AnnotationFile, bool> isReadable)
    {
        var files = folder.Remaining.Where(isReadable).ToList();
        files.ForEach(folder.Take);
        folder.TakeIfPresent("TypeSystem.xml");
        var chosen = Choose(files);
        return chosen.IsEmpty ? [] : [new FileSet(chosen)];
    }

    public IEnumerable<AnnotatedArticle> Read(FileSet files, Func<AnnotationFile, IEnumerable<AnnotatedArticle>> read, ReadingLog log)
    {
        var parts = files.Files.SelectMany(file => read(file).Select(article => (Annotator: file.Stem, Article: article))).ToList();
        foreach (var view in parts.GroupBy(part => part.Article.Text))
        {
            var several = view.ToList();
            var merged = several.Count == 1 ? several[0].Article : AnnotatorMerge.Merge(several);
            yield return merged with { Metadata = merged.Metadata with { Id = GetName() } };
        }
    }

    private string GetName() =>
        TextExtensions.Contains(Path.GetExtension(document).ToLowerInvariant()) ? Path.GetFileNameWithoutExtension(document) : document;

    private ImmutableArray<AnnotationFile> Choose(List<AnnotationFile> files)
    {
        // Several exports of one version say the same.
        var versions = files.DistinctBy(file => file.Stem).ToList();
        if (annotator is not null)
            return [.. versions.Where(file => file.Stem == annotator)];
        if (isSuperseded)
            return [];
        if (versions.Find(file => file.Stem == Curator) is { } curated)
            return [curated];
        var annotated = versions.Where(file => file.Stem != Initial).ToImmutableArray();
        return annotated.IsEmpty ? [.. versions] : annotated;
    }
}
