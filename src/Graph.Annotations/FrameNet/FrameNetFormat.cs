namespace Graph.Annotations;

/// <summary>
/// Texts of FrameNet, <c>fulltext/*.xml</c>: sentences with layers of labels by offsets, the end included. Frames are events with the words
/// that evoke them and their elements; labels of the layer <c>NER</c> are names.
/// </summary>
internal sealed class FrameNetFormat : IAnnotationFormat
{
    public string Name => "framenet";

    public IEnumerable<FileSet> Claim(FolderListing folder) =>
        folder.TakeEach(file => file.Extension == ".xml" && XmlHeads.HasRoot(file, "fullTextAnnotation"));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is { } xml)
            yield return new FrameNetReader(files.Main, xml, log).Read();
    }
}
