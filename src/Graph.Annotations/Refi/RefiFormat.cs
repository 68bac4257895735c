using System.Xml.Linq;

namespace Graph.Annotations;

/// <summary>
/// REFI-QDA, in which MAXQDA, ATLAS.ti, NVivo and others exchange projects: codes, and selections in texts that have these. The project is
/// <c>project.qde</c>, its texts stand in <c>sources</c>; both are often in one <c>.qdpx</c>, which is a zip. Offsets are code points.
/// </summary>
internal sealed class RefiFormat : IAnnotationFormat
{
    private readonly CompanionTexts companions = new([".qde"], [".txt"], IsProject);

    public string Name => "refi-qda";

    public IEnumerable<FileSet> Claim(FolderListing folder) => companions.Claim(folder, ListTexts);

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        RefiSource.CountOthers(xml.Root, log);
        var codes = new RefiCodes(xml.Root);
        foreach (var source in RefiSource.List(xml.Root))
        {
            if (source.OwnText is not null || companions.GetText(files.Main, source.TextName) is not null)
                yield return new RefiArticleReader(files.Main, xml, codes, log).Read(
                    source, source.OwnText ?? companions.GetText(files.Main, source.TextName)!.ReadText(log).Text);
            else
                log.ReportMalformed(ReadingDiagnostics.NoText(xml.GetPlace(source.Element), source.TextName));
        }
    }

    private static bool IsProject(AnnotationFile file) => file.Extension is ".qde" or ".xml" && XmlHeads.HasRoot(file, "Project")
        && file.Head.Contains("urn:QDA-XML:project", StringComparison.Ordinal);

    private static IEnumerable<string> ListTexts(AnnotationFile file) =>
        XmlFile.Read(file, new ReadingLog()) is { } xml
            ? RefiSource.List(xml.Root).Where(source => source.OwnText is null).Select(source => source.TextName)
            : [];
}

/// <summary>A text of a project.</summary>
/// <param name="OwnText">Its words, where they stand in the project; else null.</param>
internal sealed record RefiSource(XElement Element, string TextName, string? OwnText)
{
    private const string Path = "plainTextPath";

    private static readonly KnownElements Known = new(
        [
            "CodeBook", "Codes", "Code", "Sources", "TextSource", "PlainTextContent", "PlainTextSelection", "Coding",
            "CodeRef", "Description",
        ],
        "Users", "Sets");

    public static IEnumerable<RefiSource> List(XElement root) =>
        root.Descendants().Where(element => element.Name.LocalName == "TextSource").Select(element => new RefiSource(
            element,
            ((string?)element.Attribute(Path) ?? "").Split('/', '\\')[^1],
            element.Elements().FirstOrDefault(part => part.Name.LocalName == "PlainTextContent")?.Value));

    /// <summary>Pictures, sounds, variables, notes and links between codes.</summary>
    public static void CountOthers(XElement root, ReadingLog log) => Known.CountOthers(root, log);
}

/// <summary>The codes of a project by their ids, each with those that it stands below.</summary>
internal sealed class RefiCodes
{
    private readonly Dictionary<string, (string Name, string Path)> codes = new(StringComparer.Ordinal);

    public RefiCodes(XElement root)
    {
        foreach (var list in root.Elements()
            .Where(part => part.Name.LocalName == "CodeBook")
            .Elements()
            .Where(part => part.Name.LocalName == "Codes"))
            Add(list, "");
    }

    /// <summary>Null where a project has no such code.</summary>
    public (string Name, string Path)? Find(string id) => codes.TryGetValue(id, out var code) ? code : null;

    private void Add(XElement holder, string above)
    {
        foreach (var code in holder.Elements().Where(element => element.Name.LocalName == "Code"))
        {
            var name = (string?)code.Attribute("name") ?? "";
            codes.TryAdd((string?)code.Attribute("guid") ?? "", (name, above + name));
            Add(code, $"{above}{name}/");
        }
    }
}
