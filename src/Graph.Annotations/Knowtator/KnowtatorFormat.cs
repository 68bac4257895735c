namespace Graph.Annotations;

/// <summary>
/// Knowtator: <c>a.txt.knowtator.xml</c> with <c>annotations</c> of the text that <c>textSource</c> names, and a <c>knowtator-project</c>
/// of its second version. Offsets are code points, or as the recorded words show.
/// </summary>
internal sealed class KnowtatorFormat : IAnnotationFormat
{
    private readonly CompanionTexts companions =
        new([".txt.knowtator.xml", ".knowtator.xml", ".txt.xml", ".xml"], [".txt", ""], IsKnowtator);

    public string Name => "knowtator";

    public IEnumerable<FileSet> Claim(FolderListing folder) => companions.Claim(folder, ListTexts);

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        KnowtatorDocument.CountOthers(xml, log);
        foreach (var document in KnowtatorDocument.ReadAll(xml))
        {
            if (companions.GetText(files.Main, document.TextName) is { } text)
                yield return new KnowtatorReader(files.Main, xml, document, text, log).Read();
            else
                log.ReportMalformed(ReadingDiagnostics.NoText(xml.GetPlace(document.Element), document.TextName));
        }
    }

    private static bool IsKnowtator(AnnotationFile file) =>
        file.Extension == ".xml"
        && (XmlHeads.HasRoot(file, "knowtator-project")
            || (XmlHeads.HasRoot(file, "annotations") && XmlHeads.FindAttribute(file, "textSource") is not null));

    private static IEnumerable<string> ListTexts(AnnotationFile file) =>
        XmlFile.Read(file, new ReadingLog()) is { } xml ? KnowtatorDocument.ReadAll(xml).Select(document => document.TextName) : [];
}
