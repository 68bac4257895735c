namespace Graph.Annotations;

/// <summary>
/// NAF, the NLP Annotation Format of NewsReader, versions 3.0 to 3.3, and KAF, from which it came: one article a file, annotations in
/// layers over tokens.
/// </summary>
internal sealed class NafFormat : IAnnotationFormat
{
    public string Name => "naf";

    public IEnumerable<FileSet> Claim(FolderListing folder) => folder.TakeEach(IsNaf);

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is { } xml)
            yield return new NafArticleReader(files.Main, xml, log).Read();
    }

    private static bool IsNaf(AnnotationFile file) =>
        file.Extension == ".naf"
        || (file.Extension is ".xml" or ".kaf"
            && (file.Head.Contains("<NAF", StringComparison.Ordinal) || XmlHeads.HasRoot(file, "KAF")));
}
