namespace Graph.Annotations;

/// <summary>
/// The Chinese Emergency Corpus: events as elements around their words, with what denotes them, who takes part, where and when, as elements
/// in these; relations between events behind the text.
/// </summary>
internal sealed class CecFormat : IAnnotationFormat
{
    public string Name => "cec";

    public IEnumerable<FileSet> Claim(FolderListing folder) => folder.TakeEach(
        file => file.Extension == ".xml" && XmlHeads.HasRoot(file, "Body") && file.Head.Contains("<Event ", StringComparison.Ordinal)
            && file.Head.Contains("<Denoter", StringComparison.Ordinal));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is { } xml)
            yield return new CecArticleReader(files.Main, xml, log).Read();
    }
}
