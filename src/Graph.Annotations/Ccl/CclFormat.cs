namespace Graph.Annotations;

/// <summary>
/// CCL, as KPWr and other Polish corpora have it: tokens with channels of annotations, numbered in their sentence; relations of these in
/// <c>a.rel.xml</c> beside <c>a.xml</c>, title and day in <c>a.ini</c>.
/// </summary>
internal sealed class CclFormat : IAnnotationFormat
{
    private const string Relations = ".rel.xml";
    private const string Description = ".ini";

    public string Name => "ccl";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => file.Extension is ".xml" or ".ccl" && XmlHeads.HasRoot(file, "chunkList")))
        {
            folder.Take(file);
            var relations = folder.TakeIfPresent(file.Stem + Relations);
            var description = folder.TakeIfPresent(file.Stem + Description);
            yield return new FileSet([file, .. new[] { relations, description }.OfType<AnnotationFile>()]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } xml)
            yield break;
        var relations = files.Files.FirstOrDefault(file => file.Name.EndsWith(Relations, StringComparison.Ordinal));
        var metadata = files.Find(Description) is { } description ? ReadDescription(description.ReadText(log), log) : new ArticleMetadata();
        yield return new CclArticleReader(files.Main, xml, relations is null ? null : XmlFile.Read(relations, log), metadata, log).Read();
    }

    /// <summary>Lines <c>title = ...</c>.</summary>
    private static ArticleMetadata ReadDescription(SourceText source, ReadingLog log)
    {
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (_, line, _) in source.ReadLines())
        {
            if (line.Split('=', 2, StringSplitOptions.TrimEntries) is [var name, { Length: > 0 } value])
                fields.TryAdd(name, value);
        }

        return new ArticleMetadata(
            Title: fields.GetValueOrDefault("title"),
            Published: fields.GetValueOrDefault("date") is { } day && day != "None"
                ? MetadataDate.Parse(day, SourcePlace.StartOf(source), log)
                : null,
            Source: fields.GetValueOrDefault("source"),
            Url: fields.GetValueOrDefault("url"));
    }
}
