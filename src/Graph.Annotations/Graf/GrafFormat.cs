namespace Graph.Annotations;

/// <summary>
/// GrAF, as MASC and the ANC have it: a text <c>a.txt</c> and a graph for each layer, <c>a-ne.xml</c>: nodes link to regions of the text,
/// edges lead to nodes of other layers. Names are the layer that counts; analysis of the language is passed over.
/// </summary>
internal sealed class GrafFormat : IAnnotationFormat
{
    private const string Namespace = "http://www.xces.org/ns/GrAF/1.0";

    private readonly CompanionTexts companions = new([".xml"], [".txt"], IsGraf);
    private readonly Dictionary<string, AnnotationFile> texts = new(StringComparer.Ordinal);

    public string Name => "graf";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var layers in folder.Remaining.Where(IsGraf).GroupBy(GetStem, StringComparer.Ordinal).ToList())
        {
            foreach (var layer in layers)
                folder.Take(layer);
            folder.TakeIfPresent($"{layers.Key}.hdr");
            folder.TakeIfPresent($"{layers.Key}.anc");
            if (companions.Find(folder, layers.First(), layers.Key + ".txt") is { } text)
                texts[layers.First().FullPath] = text;
            yield return new FileSet([.. layers]);
        }

        companions.TakeTexts(folder);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (!texts.TryGetValue(files.Main.FullPath, out var text))
        {
            var place = SourcePlace.StartOf(files.Main.ReadText(log));
            log.ReportMalformed(ReadingDiagnostics.NoText(place, $"{GetStem(files.Main)}.txt"));
            yield break;
        }

        var layers = files.Files
            .Select(file => (Name: GetLayer(file), Xml: XmlFile.Read(file, log)))
            .Where(layer => layer.Xml is not null)
            .Select(layer => (layer.Name, layer.Xml!));
        yield return new GrafArticleReader(text, GetStem(files.Main), [.. layers], log).Read();
    }

    private static bool IsGraf(AnnotationFile file) =>
        file.Extension == ".xml" && XmlHeads.HasRoot(file, "graph") && file.Head.Contains(Namespace, StringComparison.Ordinal);

    /// <summary><c>a-b</c> of <c>a-b-ne.xml</c>.</summary>
    private static string GetStem(AnnotationFile file) => file.Stem.LastIndexOf('-') is > 0 and var dash ? file.Stem[..dash] : file.Stem;

    private static string GetLayer(AnnotationFile file) => file.Stem[(file.Stem.LastIndexOf('-') + 1)..];
}
