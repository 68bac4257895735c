namespace Graph.Annotations;

/// <summary>
/// NAF, the NLP Annotation Format of NewsReader, versions 3.0 to 3.3, and KAF, from which it came: one article a file, annotations in
/// layers over tokens.
/// </summary>
internal sealed class NafFormat() : XmlFormat("naf")
{
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".naf"
        || (file.Extension is ".xml" or ".kaf"
            && (file.Head.Contains("<NAF", StringComparison.Ordinal) || XmlHeads.HasRoot(file, "KAF")));

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new NafArticleReader(file, xml, log).Read()];
}
