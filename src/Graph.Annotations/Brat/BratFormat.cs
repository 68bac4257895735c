namespace Graph.Annotations;

/// <summary>
/// brat standoff: <c>NAME.txt</c> with <c>NAME.ann</c>, or with the <c>.a1</c>, <c>.a2</c>, <c>.rel</c> and <c>.co</c> files that
/// some shared tasks split it into; <c>annotation.conf</c> of the folder, or of one above it, is its schema.
/// </summary>
internal sealed class BratFormat : IAnnotationFormat
{
    private const string ConfigurationName = "annotation.conf";
    private static readonly string[] AnnotationExtensions = [".ann", ".a1", ".a2", ".rel", ".co"];
    private static readonly string[] ToolFiles = [ConfigurationName, "visual.conf", "tools.conf", "kb_shortcuts.conf"];

    private readonly Dictionary<string, BratConfiguration> configurations = new(StringComparer.Ordinal);

    public string Name => "brat";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var text in folder.Remaining.Where(file => file.Extension == ".txt"))
        {
            var annotations = AnnotationExtensions.Select(extension => folder.Find(text.Stem + extension)).OfType<AnnotationFile>()
                .ToList();
            if (annotations.Count == 0)
                continue;

            folder.Take(text);
            annotations.ForEach(folder.Take);
            yield return new FileSet([text, .. annotations]);
        }

        foreach (var name in ToolFiles)
            folder.TakeIfPresent(name);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var text = files.Main.ReadText(log);
        var annotations = files.Files.Skip(1).SelectMany(file => ReadLines(file.ReadText(log), log)).ToList();
        yield return new BratArticleReader(files.Main, text.Text, GetConfiguration(files.Main.Folder, log), log).Read(annotations);
    }

    private static IEnumerable<BratLine> ReadLines(SourceText source, ReadingLog log)
    {
        for (var number = 1; number <= source.LineCount; number++)
        {
            var span = source.GetLine(number);
            if (span.Length == 0)
                continue;

            var place = new SourcePlace(source, span);
            var line = BratLineParser.Parse(source.GetText(span), place, out var reason);
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
