namespace Graph.Annotations;

/// <summary>
/// ACE, 2002 to 2008: <c>a.apf.xml</c> with entities, values, times, relations and events of the text in <c>a.sgm</c>. Offsets count
/// characters of that file without its tags, and name the last character; where the recorded words show another counting, that.
/// </summary>
internal sealed class AceFormat : IAnnotationFormat
{
    private readonly CompanionTexts companions = new(
        [".apf.xml", ".sgm.tmx.rdc.xml", ".sgm.tmx.xml", ".apf", ".ace.xml", ".xml"], [".sgm", ".sgml", ".txt", ".src.xml", ".xml"],
        IsAce);

    public string Name => "ace";

    public IEnumerable<FileSet> Claim(FolderListing folder) =>
        companions.Claim(folder, file => [XmlHeads.FindAttribute(file, "URI") ?? ""]);

    private static bool IsAce(AnnotationFile file) =>
        file.Extension is ".xml" or ".apf"
        && XmlHeads.HasRoot(file, "source_file")
        && file.Head.Contains("<document", StringComparison.Ordinal);

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        if (files.Files is not [_, var text])
        {
            log.ReportMalformed(ReadingDiagnostics.NoText(
                xml.GetPlace(xml.Root), (string?)xml.Root.Attribute("URI") ?? companions.GetStem(files.Main.Name) + ".sgm"));
            yield break;
        }

        yield return new AceArticleReader(files.Main, xml, new MarkedText(text.ReadText(log).Text), log).Read();
    }
}
