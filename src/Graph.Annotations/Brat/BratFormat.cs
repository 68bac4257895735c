namespace Graph.Annotations;

/// <summary>
/// brat standoff: <c>NAME.txt</c> with <c>NAME.ann</c>, or with the <c>.a1</c>, <c>.a2</c>, <c>.rel</c> and <c>.co</c> files that
/// some shared tasks split it into; texts may stand in another folder, and have several annotators. <c>annotation.conf</c> of the folder,
/// or of one above it, is its schema. Offsets are code points; where the recorded words show another counting, that.
/// </summary>
internal sealed class BratFormat : IAnnotationFormat
{
    private const string ConfigurationName = "annotation.conf";
    private static readonly string[] ToolFiles = [ConfigurationName, "visual.conf", "tools.conf", "kb_shortcuts.conf"];

    private readonly BratFiles files = new();
    private readonly Dictionary<string, BratDocument> documents = new(StringComparer.Ordinal);
    private readonly Dictionary<string, BratConfiguration> configurations = new(StringComparer.Ordinal);

    public string Name => "brat";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var found in files.Find(folder))
        {
            var document = folder.Settings.Annotator is { } annotator ? found.Restrict(annotator) : found;
            documents[document.Text.FullPath] = document;
            yield return document.ToSet();
        }

        foreach (var name in ToolFiles)
            folder.TakeIfPresent(name);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var document = documents[files.Main.FullPath];
        documents.Remove(files.Main.FullPath);
        var text = document.Text.ReadText(log).Text;
        var parts = ShareConcepts(
            [.. document.Annotations.Zip(document.Annotators).GroupBy(pair => pair.Second, pair => pair.First)
                .Select(group => new BratPart(
                    group.Key, group.First().Folder, [.. group.SelectMany(file => ReadLines(file.ReadText(log), log))]))]);
        if (parts.Count == 0)
            parts.Add(new BratPart(null, document.Text.Folder, []));
        var articles = parts.ConvertAll(part => (
            part.Annotator ?? "", new BratArticleReader(document.Text, text, GetConfiguration(part.Folder, log), log).Read(part.Lines)));
        yield return articles.Count == 1 ? articles[0].Item2 : AnnotatorMerge.Merge(articles);
    }

    /// <summary>A file of nothing but concepts says of what the others mark what a terminology calls it.</summary>
    private static List<BratPart> ShareConcepts(List<BratPart> parts)
    {
        var marking = parts.Where(part => !part.HasOnlyConcepts).ToList();
        if (marking.Count == 0 || marking.Count == parts.Count)
            return parts;
        var concepts = parts.Where(part => part.HasOnlyConcepts).SelectMany(part => part.Lines).ToList();
        return marking.ConvertAll(part => part with { Lines = [.. part.Lines, .. concepts] });
    }

    /// <summary>What one annotator made of a document.</summary>
    private sealed record BratPart(string? Annotator, string Folder, ImmutableArray<BratLine> Lines)
    {
        public bool HasOnlyConcepts => !Lines.IsEmpty && Lines.All(line => line is BratConcept);
    }

    private static IEnumerable<BratLine> ReadLines(SourceText source, ReadingLog log)
    {
        foreach (var (_, written, place) in source.ReadLines())
        {
            if (written.Length == 0)
                continue;

            var line = BratLineParser.Parse(written, place, out var reason);
            if (line is BratTextBound words && line.Id.StartsWith("TT", StringComparison.Ordinal))
                line = BratConcept.Create(words, source.Path);
            if (line is null)
                log.ReportMalformed(ReadingDiagnostics.Malformed(place, "standoff annotation", reason!));
            else
                yield return line;
        }
    }

    private BratConfiguration GetConfiguration(string folder, ReadingLog log)
    {
        if (configurations.TryGetValue(folder, out var known))
            return known;

        var path = Path.Combine(folder, ConfigurationName);
        var parent = Path.GetDirectoryName(folder);
        var configuration = File.Exists(path)
            ? BratConfiguration.Read(new AnnotationFile(path, ConfigurationName, ConfigurationName).ReadText(log))
            : parent is null ? BratConfiguration.Empty
            : GetConfiguration(parent, log);
        configurations[folder] = configuration;
        return configuration;
    }
}
