namespace Graph.Annotations;

/// <summary>
/// Texts of FrameNet, <c>fulltext/*.xml</c>: sentences with layers of labels by offsets, the end included. Frames are events with the words
/// that evoke them and their elements; labels of the layer <c>NER</c> are names.
/// </summary>
internal sealed class FrameNetFormat() : XmlFormat("framenet")
{
    protected override bool Fits(AnnotationFile file) => file.Extension == ".xml" && XmlHeads.HasRoot(file, "fullTextAnnotation");

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new FrameNetReader(file, xml, log).Read()];
}
