namespace Graph.Annotations;

/// <summary>
/// Exports of INCEpTION, WebAnno and other UIMA tools: CAS as XMI, CAS as JSON 0.4 and as UIMA 2 wrote it, WebAnno TSV 2 and 3; and whole
/// projects, where each document is a folder with a file for each annotator. Offsets are UTF-16 units.
/// </summary>
internal sealed class UimaFormat : IAnnotationFormat
{
    public const string InitialView = "_InitialView";

    private readonly Dictionary<string, UimaProject> projects = new(StringComparer.Ordinal);

    public string Name => "uima";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        if (UimaProject.Find(folder) is { } project)
        {
            foreach (var set in project.Claim(folder, file => ChooseReader(file) is not null))
            {
                projects[set.Main.FullPath] = project;
                yield return set;
            }

            yield break;
        }

        foreach (var file in folder.Remaining.Where(file => ChooseReader(file) is not null))
        {
            folder.Take(file);
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (projects.Remove(files.Main.FullPath, out var project))
        {
            foreach (var article in project.Read(files, file => ReadFile(file, log), log))
                yield return article;
            yield break;
        }

        foreach (var article in ReadFile(files.Main, log))
            yield return article;
    }

    private static IEnumerable<AnnotatedArticle> ReadFile(AnnotationFile file, ReadingLog log) =>
        ChooseReader(file)!(file, log).Select(cas => new UimaArticleReader(file, cas, log).Read());

    private static Func<AnnotationFile, ReadingLog, IEnumerable<Cas>>? ChooseReader(AnnotationFile file) => file.Extension switch
    {
        ".xmi" => XmiReader.Read,
        ".xml" when file.Head.Contains("\"http://www.omg.org/XMI\"", StringComparison.Ordinal) => XmiReader.Read,
        ".json" when file.Head.Contains("\"%TYPES\"", StringComparison.Ordinal)
            || file.Head.Contains("\"%FEATURE_STRUCTURES\"", StringComparison.Ordinal)
            => CasJsonReader.Read,
        ".json" when file.Head.Contains("\"_context\"", StringComparison.Ordinal)
            && file.Head.Contains("\"_types\"", StringComparison.Ordinal)
            => LegacyCasJsonReader.Read,
        ".tsv" when file.Head.StartsWith(WebAnnoTsvReader.Signature, StringComparison.Ordinal) => WebAnnoTsvReader.Read,
        ".tsv" or ".txt" when WebAnnoTsv2Reader.IsTsv2(file.Head) => WebAnnoTsv2Reader.Read,
        _ => null,
    };
}
