namespace Graph.Annotations;

/// <summary>
/// The folders below a path with their files, in ordinal order, each folder before those in it. Hidden files and folders are left out.
/// </summary>
internal static class FileWalk
{
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public static IEnumerable<FolderListing> Find(string path)
    {
        if (File.Exists(path))
            return [ListCompanions(path)];
        if (Directory.Exists(path))
            return ListFolders(Path.GetFullPath(path), path.Replace('\\', '/').TrimEnd('/'), "", []);
        throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
    }

    private static IEnumerable<FolderListing> ListFolders(string folder, string display, string relative, ImmutableHashSet<string> above)
    {
        // A link to a folder above would never end.
        above = above.Add(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder);
        yield return new FolderListing(folder, GetNames(Directory.EnumerateFiles(folder))
            .Select(name => CreateFile(folder, display, relative, name)));
        foreach (var name in GetNames(Directory.EnumerateDirectories(folder)))
        {
            var path = Path.Combine(folder, name);
            if (above.Contains(new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path))
                continue;

            foreach (var inner in ListFolders(path, Join(display, name), Join(relative, name), above))
                yield return inner;
        }
    }

    /// <summary>
    /// A file that is named alone comes with those beside it that describe it: the same name with another extension, and tables.
    /// </summary>
    private static FolderListing ListCompanions(string path)
    {
        var fullPath = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(fullPath)!;
        var display = (Path.GetDirectoryName(path) ?? "").Replace('\\', '/');
        var stem = Path.GetFileNameWithoutExtension(fullPath);
        var own = Path.GetFileName(fullPath);
        var names = GetNames(Directory.EnumerateFiles(folder))
            .Where(name => name == own || Path.GetFileNameWithoutExtension(name) == stem
                || name is ArticleTable.FileName or AliasTable.FileName or CorpusFile.FileName);
        return new FolderListing(folder, names.Select(name => CreateFile(folder, display, "", name)), own);
    }

    private static AnnotationFile CreateFile(string folder, string display, string relative, string name) =>
        new(Path.Combine(folder, name), Join(display, name), Join(relative, name));

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static IEnumerable<string> GetNames(IEnumerable<string> paths) =>
        paths.Select(path => Path.GetFileName(path)).Where(name => name[0] != '.').Order(StringComparer.Ordinal);
}
