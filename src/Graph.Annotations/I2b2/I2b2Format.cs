namespace Graph.Annotations;

/// <summary>
/// The line files of i2b2 2010 and 2011: concepts in <c>a.con</c>, and for the same text relations in <c>a.rel</c>, assertions in
/// <c>a.ast</c> and chains in <c>a.chains</c>, beside it or in folders of their own. Places are lines from 1 and words of the line from 0,
/// the last one included.
/// </summary>
internal sealed class I2b2Format : IAnnotationFormat
{
    private const string Concepts = ".con";

    private readonly CompanionTexts texts = new([Concepts], [".txt", ""], IsConcepts);
    private readonly ImmutableArray<CompanionTexts> others =
    [
        .. new[] { ".rel", ".ast", ".chains", ".con.chains", ".txt.chains" }.Select(
            end => new CompanionTexts([Concepts], [end], IsConcepts)),
    ];

    private readonly Dictionary<string, AnnotationFile> textOf = new(StringComparer.Ordinal);

    public string Name => "i2b2";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(IsConcepts))
        {
            folder.Take(file);
            if (texts.Find(folder, file) is { } text)
                textOf[file.FullPath] = text;
            yield return new FileSet([file, .. others.Select(other => other.Find(folder, file)).OfType<AnnotationFile>()]);
        }

        foreach (var companions in others.Prepend(texts))
            companions.TakeTexts(folder);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (textOf.TryGetValue(files.Main.FullPath, out var text))
            yield return new I2b2ArticleReader(text, log).Read(files);
        else
            log.ReportMalformed(ReadingDiagnostics.NoText(SourcePlace.StartOf(files.Main.ReadText(log)), $"{files.Main.Stem}.txt"));
    }

    private static bool IsConcepts(AnnotationFile file) =>
        file.Extension == Concepts && file.Head.AsSpan().TrimStart().StartsWith("c=\"", StringComparison.Ordinal);
}
