namespace Graph.Annotations;

/// <summary>
/// Glozz: the text in <c>a.ac</c>, and in <c>a.aa</c> units by offsets, relations between these, and schemas that group them. Offsets are
/// UTF-16 units, as its Java counts. ANCOR and ANNODIS are made with it.
/// </summary>
internal sealed class GlozzFormat : IAnnotationFormat
{
    private readonly CompanionTexts companions = new([".aa"], [".ac"], IsAnnotations);

    public string Name => "glozz";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var model in folder.Remaining.Where(file => XmlHeads.HasRoot(file, "annotationModel")))
            folder.Take(model);
        return companions.Claim(folder, _ => [""]);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        if (files.Files is [_, var text])
            yield return new GlozzReader(text, xml, log).Read();
        else
            log.ReportMalformed(ReadingDiagnostics.NoText(xml.GetPlace(xml.Root), companions.GetStem(files.Main.Name) + ".ac"));
    }

    private static bool IsAnnotations(AnnotationFile file) => file.Extension == ".aa" && XmlHeads.HasRoot(file, "annotations");
}
