namespace Graph.Annotations;

/// <summary>
/// What the Edinburgh geoparser and other tools of LT-XML write: words <c>w</c> of a text, and behind it <c>standoff</c> with entities from
/// a word to a word, places with their entry in a gazetteer, and relations between these.
/// </summary>
internal sealed class LtXmlFormat() : XmlFormat("lt-xml")
{
    /// <summary>The entities may stand behind what is looked at.</summary>
    protected override bool Fits(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "document")
        && file.Head.Contains("<w ", StringComparison.Ordinal)
        && (file.Head.Contains(" pws=", StringComparison.Ordinal) || file.Head.Contains("<standoff>", StringComparison.Ordinal));

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, XmlFile xml, ReadingLog log) =>
        [new LtXmlReader(file, xml, log).Read()];
}
