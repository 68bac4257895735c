namespace Graph.Annotations;

/// <summary>
/// CAT, the XML of ECB+ and MEANTIME: tokens, markables over them, relations between markables. What several markables are the same as is
/// one entity, in all documents where the relation names it; what has participants is an event. Offsets are tokens.
/// </summary>
internal sealed class CatFormat : IAnnotationFormat
{
    public string Name => "cat";

    public IEnumerable<FileSet> Claim(FolderListing folder) => folder.TakeEach(
        file => file.Extension == ".xml"
            && XmlHeads.HasRoot(file, "Document")
            && file.Head.Contains("<token ", StringComparison.Ordinal)
            && (file.Head.Contains("t_id=", StringComparison.Ordinal) || file.Head.Contains("<token id=", StringComparison.Ordinal)));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is { } xml)
            yield return new CatArticleReader(files.Main, xml, log).Read();
    }
}
