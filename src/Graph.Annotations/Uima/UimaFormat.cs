namespace Graph.Annotations;

/// <summary>Exports of INCEpTION, WebAnno and other UIMA tools: CAS as XMI, CAS as JSON 0.4, WebAnno TSV 3.</summary>
internal sealed class UimaFormat : IAnnotationFormat
{
    public const string InitialView = "_InitialView";

    public string Name => "uima";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => ChooseReader(file) is not null))
        {
            folder.Take(file);
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        foreach (var cas in ChooseReader(files.Main)!(files.Main, log))
            yield return new UimaArticleReader(files.Main, cas, log).Read();
    }

    private static Func<AnnotationFile, ReadingLog, IEnumerable<Cas>>? ChooseReader(AnnotationFile file) => file.Extension switch
    {
        ".xmi" => XmiReader.Read,
        ".xml" when file.Head.Contains("\"http://www.omg.org/XMI\"", StringComparison.Ordinal) => XmiReader.Read,
        ".json" when file.Head.Contains("\"%TYPES\"", StringComparison.Ordinal) || file.Head.Contains("\"%FEATURE_STRUCTURES\"", StringComparison.Ordinal)
            => CasJsonReader.Read,
        ".tsv" when file.Head.StartsWith(WebAnnoTsvReader.Signature, StringComparison.Ordinal) => WebAnnoTsvReader.Read,
        ".tsv" or ".txt" when WebAnnoTsv2Reader.IsTsv2(file.Head) => WebAnnoTsv2Reader.Read,
        _ => null,
    };
}
