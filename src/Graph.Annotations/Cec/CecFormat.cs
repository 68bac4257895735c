namespace Graph.Annotations;

/// <summary>
/// The Chinese Emergency Corpus: events as elements around their words, with what denotes them, who takes part, where and when, as elements
/// in these; relations between events behind the text.
/// </summary>
internal sealed class CecFormat() : XmlFormat("cec")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "Body") && file.Head.Contains("<Event ", StringComparison.Ordinal)
        && file.Head.Contains("<Denoter", StringComparison.Ordinal);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new CecArticleReader(file, xml, log).Read()];
}
