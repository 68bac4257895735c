namespace Graph.Annotations;

/// <summary>
/// CAT, the XML of ECB+ and MEANTIME: tokens, markables over them, relations between markables. What several markables are the same as is
/// one entity, in all documents where the relation names it; what has participants is an event. Offsets are tokens.
/// </summary>
internal sealed class CatFormat() : XmlFormat("cat")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml"
        && XmlHeads.HasRoot(file, "Document")
        && file.Head.Contains("<token ", StringComparison.Ordinal)
        && (file.Head.Contains("t_id=", StringComparison.Ordinal) || file.Head.Contains("<token id=", StringComparison.Ordinal));

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new CatArticleReader(file, xml, log).Read()];
}
