namespace Graph.Annotations;

/// <summary>
/// What the Edinburgh geoparser and other tools of LT-XML write: words <c>w</c> of a text, and behind it <c>standoff</c> with entities from
/// a word to a word, places with their entry in a gazetteer, and relations between these.
/// </summary>
internal sealed class LtXmlFormat : IAnnotationFormat
{
    public string Name => "lt-xml";

    /// <summary>The entities may stand behind what is looked at.</summary>
    public IEnumerable<FileSet> Claim(FolderListing folder) => folder.TakeEach(
        file => file.Extension == ".xml" && XmlHeads.HasRoot(file, "document")
            && file.Head.Contains("<w ", StringComparison.Ordinal)
            && (file.Head.Contains(" pws=", StringComparison.Ordinal) || file.Head.Contains("<standoff>", StringComparison.Ordinal)));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is { } xml)
            yield return new LtXmlReader(files.Main, xml, log).Read();
    }
}
