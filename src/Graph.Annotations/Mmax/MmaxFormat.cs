namespace Graph.Annotations;

/// <summary>
/// MMAX2: a file of words, and a file of markables for each level beside it or in <c>Markables</c>. The level of sentences parts the text;
/// levels with sets are coreference; every other markable is a mention. Spans are ids of words, with commas where they are not one run.
/// </summary>
internal sealed class MmaxFormat : IAnnotationFormat
{
    private const string Suffix = "_words.xml";
    private static readonly string[] MarkableFolders = ["Markables", "markables"];

    public string Name => "mmax2";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(IsProject))
            folder.Take(file);
        foreach (var words in folder.Remaining.Where(file => file.Name.EndsWith(Suffix, StringComparison.OrdinalIgnoreCase)
            && XmlHeads.HasRoot(file, "words")))
        {
            folder.Take(words);
            var levels = FindLevels(words);
            foreach (var level in levels)
                folder.TakeIfPresent(level.Name);
            yield return new FileSet([words, .. levels]);
        }

        // Markables stand in a folder of their own, beside that of their words.
        foreach (var level in folder.Remaining.Where(file => file.Extension == ".xml"
            && XmlHeads.HasRoot(file, "markables")
            && HasWords(file)))
            folder.Take(level);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        if (XmlFile.Read(files.Main, log) is not { } words)
            yield break;
        var levels = files.Files
            .Skip(1)
            .Select(file => (Name: GetLevel(files.Main, file), Xml: XmlFile.Read(file, log)))
            .Where(level => level.Xml is not null);
        yield return new MmaxArticleReader(
            files.Main, GetStem(files.Main), words, [.. levels.Select(level => (level.Name, level.Xml!))], log).Read();
    }

    /// <summary>Project files and what describes the tool's view of them.</summary>
    private static bool IsProject(AnnotationFile file) =>
        file.Extension == ".mmax"
            || (file.Extension is ".xml" or ".xsl" && (XmlHeads.HasRoot(file, "mmax_project", "common_paths", "annotationscheme")
                || (XmlHeads.HasRoot(file, "customization") && file.Head.Contains("<rule", StringComparison.Ordinal))));

    private static string GetStem(AnnotationFile words) => words.Name[..^Suffix.Length];

    private static ImmutableArray<AnnotationFile> FindLevels(AnnotationFile words)
    {
        var parent = Path.GetDirectoryName(words.Folder);
        var folders = MarkableFolders.Select(name => Path.Combine(parent ?? words.Folder, name))
            .Prepend(words.Folder)
            .Where(Directory.Exists);
        return [.. folders.SelectMany(folder => Directory.EnumerateFiles(folder, "*.xml"))
            .Where(path => Path.GetFileName(path).StartsWith($"{GetStem(words)}_", StringComparison.Ordinal) && path != words.FullPath)
            .Order(StringComparer.Ordinal).Select(path => Relate(words, path)).Where(file => XmlHeads.HasRoot(file, "markables"))];
    }

    private static AnnotationFile Relate(AnnotationFile words, string path)
    {
        var name = Path.GetFileName(path);
        var above = Path.GetDirectoryName(Path.GetDirectoryName(words.DisplayPath) ?? "") ?? "";
        return new AnnotationFile(
            path,
            string.Join(
                '/',
                new[] { above.Replace('\\', '/'), Path.GetFileName(Path.GetDirectoryName(path))!, name }.Where(part => part.Length > 0)),
            name);
    }

    private static bool HasWords(AnnotationFile level)
    {
        var parent = Path.GetDirectoryName(level.Folder);
        return parent is not null && level.RelativePath.Contains('/')
            && Directory.EnumerateDirectories(parent).Append(parent).SelectMany(folder => Directory.EnumerateFiles(folder, $"*{Suffix}"))
                .Any(path => level.Name.StartsWith(Path.GetFileName(path)[..^Suffix.Length] + "_", StringComparison.Ordinal));
    }

    private static string GetLevel(AnnotationFile words, AnnotationFile level)
    {
        var name = level.Stem[(GetStem(words).Length + 1)..];
        return name.EndsWith("_level", StringComparison.Ordinal) ? name[..^"_level".Length] : name;
    }
}
