namespace Graph.Annotations;

/// <summary>
/// Light and rich ERE of the DEFT and TAC programs: <c>a.rich_ere.xml</c> with entities, fillers, relations and hoppers of events of the
/// text in <c>a.xml</c>, <c>a.cmp.txt</c> or as it is called. Offsets count every character of that file, tags included.
/// </summary>
internal sealed class EreFormat : IAnnotationFormat
{
    private readonly CompanionTexts companions = new(
        [
            ".mpdf.rich_ere.xml", ".cmp.rich_ere.xml", ".rich_ere.xml", ".light_ere.xml", ".event_hoppers.xml", ".event_nuggets.xml",
            ".ere.xml", ".xml",
        ],
        [".xml", ".cmp.txt", ".mpdf.xml", ".txt", ".sgm", ".mp.txt", ".nw.xml", ".df.xml", ""],
        IsEre);

    public string Name => "ere";

    public IEnumerable<FileSet> Claim(FolderListing folder) =>
        companions.Claim(folder, file => [XmlHeads.FindAttribute(file, "doc_id") ?? ""]);

    private static bool IsEre(AnnotationFile file) => file.Extension == ".xml" && XmlHeads.HasRoot(file, "deft_ere");

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        if (files.Files is [_, var text])
            yield return new EreArticleReader(files.Main, xml, new MarkedText(text.ReadText(log).Text), log).Read();
        else
            log.ReportMalformed(ReadingDiagnostics.NoText(xml.GetPlace(xml.Root), companions.GetStem(files.Main.Name) + ".xml"));
    }
}
