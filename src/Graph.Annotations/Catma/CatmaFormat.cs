namespace Graph.Annotations;

/// <summary>
/// A project of CATMA as its repository holds it: <c>documents</c> with a text each, <c>tagsets</c>, and <c>collections</c> of annotations
/// by the ids of tags. All collections on a text are one article. Offsets are UTF-16 units.
/// </summary>
internal sealed class CatmaFormat : IAnnotationFormat
{
    private const string Header = "header.json";

    private readonly Dictionary<string, CatmaProject> projects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, CatmaProject> byText = new(StringComparer.Ordinal);

    public string Name => "catma";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        if (FindProject(folder) is not { } project)
            yield break;
        var header = folder.Remaining.FirstOrDefault(file => file.Name == Header);
        var id = Path.GetFileName(folder.Folder);
        if (project.IsDocument(folder.Folder)
            && header is not null
            && folder.Remaining.FirstOrDefault(file => file.Extension == ".txt") is { } text)
        {
            folder.Take(text);
            folder.Take(header);
            byText[text.FullPath] = project;
            yield return new FileSet([text, header, .. project.ListAnnotations(id).Select(text.Relate)]);
        }

        // Tags and annotations are read with the text.
        foreach (var file in folder.Remaining.Where(file => file.Extension == ".json" && project.IsPart(folder.Folder)))
            folder.Take(file);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var project = byText[files.Main.FullPath];
        project.CountLost(log);
        yield return new CatmaReader(files, project.ReadTags(log), log).Read();
    }

    /// <summary>The project in which a folder lies, no farther up than the user named; null where it is in none.</summary>
    private CatmaProject? FindProject(FolderListing folder)
    {
        var depth = folder.Remaining is [var first, ..] ? first.RelativePath.Count(character => character == '/') : 0;
        var root = folder.Folder;
        for (var level = 0; level <= depth; level++)
        {
            if (projects.TryGetValue(root, out var known))
                return known;
            if (CatmaProject.IsRoot(root))
                return projects[root] = new CatmaProject(root);
            if (Path.GetDirectoryName(root) is not { } above)
                return null;
            root = above;
        }

        return null;
    }
}
