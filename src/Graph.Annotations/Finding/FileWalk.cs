namespace Graph.Annotations;

/// <summary>
/// The folders below a path with their files, in ordinal order, each folder before those in it. Hidden files and folders are left out; what
/// cannot be opened is reported and left out. What is packed is a folder of its own, or a file among the others.
/// </summary>
internal sealed class FileWalk(ArchiveStore archives, ReadingLog log)
{
    // The exports of one document come with the file that describes their types.
    private const string TypeSystem = "TypeSystem.xml";

    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    /// <exception cref="IOException">It is a stored graph, which is opened and not read.</exception>
    public IEnumerable<FolderListing> Find(string path)
    {
        if (File.Exists(path))
            return ListFile(path);
        if (GraphFiles.IsStoredGraph(path))
            throw new IOException($"'{path}' is a stored graph; open it instead of loading it.");
        if (Directory.Exists(path))
            return ListFolders(Path.GetFullPath(path), path.Replace('\\', '/').TrimEnd('/'), "", []);
        throw new FileNotFoundException($"There is no file or folder '{path}'.", path);
    }

    private IEnumerable<FolderListing> ListFolders(string folder, string display, string relative, ImmutableHashSet<string> above)
    {
        if (ListNames(folder, display) is not var (files, folders))
            yield break;

        // A link to a folder above would never end.
        above = above.Add(new DirectoryInfo(folder).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder);
        var unpacked = Unpack(folder, display, files.Where(ArchiveStore.IsArchive)).ToList();
        var exports = unpacked.Where(archive => IsExport(archive.Folder)).ToList();
        var listed = files
            .Where(name => !ArchiveStore.IsArchive(name))
            .Select(name => CreateFile(folder, display, relative, name))
            .Where(CanBeOpened)
            .Select(Expand)
            .OfType<AnnotationFile>()
            .Concat(exports.SelectMany(export => ListExport(export.Folder, export.Name, display, relative)));
        yield return new FolderListing(folder, listed.DistinctBy(file => file.Name, StringComparer.Ordinal));
        foreach (var archive in unpacked.Except(exports))
        {
            foreach (var inner in ListFolders(archive.Folder, Join(display, archive.Name), Join(relative, archive.Name), above))
                yield return inner;
        }

        foreach (var name in folders)
        {
            var path = Path.Combine(folder, name);
            if (GraphFiles.IsStoredGraph(path)
                || above.Contains(new DirectoryInfo(path).ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? path))
                continue;

            foreach (var inner in ListFolders(path, Join(display, name), Join(relative, name), above))
                yield return inner;
        }
    }

    private IEnumerable<(string Name, string Folder)> Unpack(string folder, string display, IEnumerable<string> names)
    {
        foreach (var name in names)
        {
            if (archives.Unpack(Path.Combine(folder, name), Join(display, name)) is not { } unpacked)
                continue;
            log.CountPassed(
                "files of archives that stand unpacked beside them",
                UnpackedCopies.Remove(unpacked, [folder, Path.Combine(folder, Path.GetFileNameWithoutExtension(name))]),
                SourcePlace.StartOf(Join(display, name)));
            yield return (name, unpacked);
        }
    }

    /// <summary>One document with the description of its types, or one file alone.</summary>
    private static bool IsExport(string folder) =>
        Directory.GetDirectories(folder).Length == 0
        && (File.Exists(Path.Combine(folder, TypeSystem)) || Directory.GetFiles(folder).Length == 1);

    /// <summary>The files of an archive that stand for it in its folder.</summary>
    private static IEnumerable<AnnotationFile> ListExport(string folder, string archive, string display, string relative) =>
        GetNames(Directory.EnumerateFiles(folder)).Where(name => name != TypeSystem)
            .Select(name => CreateFile(folder, Join(display, archive), Join(relative, archive), name));

    /// <summary>A file as it is, or what is packed in it.</summary>
    private AnnotationFile? Expand(AnnotationFile file) => !ArchiveStore.IsGzip(file.Name) ? file
        : archives.Expand(file.FullPath, file.DisplayPath) is { } path
            ? new AnnotationFile(path, file.DisplayPath, file.RelativePath[..^".gz".Length], file.Folder)
            : null;

    private IEnumerable<FolderListing> ListFile(string path)
    {
        if (ArchiveStore.IsArchive(path))
            return archives.Unpack(Path.GetFullPath(path), path) is { } folder ? ListFolders(folder, path.Replace('\\', '/'), "", []) : [];
        return [ListCompanions(path)];
    }

    /// <summary>
    /// A file that is named alone comes with those beside it that describe it: the same name with another extension, and tables.
    /// </summary>
    private FolderListing ListCompanions(string path)
    {
        var fullPath = Path.GetFullPath(path);
        var folder = Path.GetDirectoryName(fullPath)!;
        var display = (Path.GetDirectoryName(path) ?? "").Replace('\\', '/');
        var stem = Path.GetFileNameWithoutExtension(fullPath);
        var own = Path.GetFileName(fullPath);
        var files = ListNames(folder, display)?.Files ?? [own];
        var names = files
            .Where(name => name == own || Path.GetFileNameWithoutExtension(name) == stem
                || name is ArticleTable.FileName or AliasTable.FileName or CorpusFile.FileName);
        var listed = names
            .Where(name => !ArchiveStore.IsArchive(name))
            .Select(name => CreateFile(folder, display, "", name))
            .Where(CanBeOpened)
            .Select(Expand)
            .OfType<AnnotationFile>();
        return new FolderListing(
            folder,
            listed.DistinctBy(file => file.Name, StringComparer.Ordinal),
            ArchiveStore.IsGzip(own) ? Path.GetFileNameWithoutExtension(own) : own);
    }

    /// <summary>The names of files and folders; null, and a diagnostic, where a folder may not be looked into.</summary>
    private (ImmutableArray<string> Files, ImmutableArray<string> Folders)? ListNames(string folder, string display)
    {
        try
        {
            return (GetNames(Directory.EnumerateFiles(folder)), GetNames(Directory.EnumerateDirectories(folder)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            Report(display, "this folder may not be opened");
            return null;
        }
    }

    /// <summary>
    /// A file without a length is never opened: it is empty, or a pipe or socket, of which a read would wait for ever.
    /// </summary>
    private bool CanBeOpened(AnnotationFile file)
    {
        try
        {
            if (file.Length > 0)
                File.OpenHandle(file.FullPath).Dispose();
            return true;
        }
        catch (FileNotFoundException)
        {
            Report(file.DisplayPath, "it is a link, and what it points at is not there");
        }
        catch (UnauthorizedAccessException)
        {
            Report(file.DisplayPath, "this file may not be opened");
        }
        catch (IOException exception)
        {
            Report(file.DisplayPath, exception.Message.TrimEnd('.'));
        }

        return false;
    }

    private void Report(string path, string reason) =>
        log.ReportMalformed(ReadingDiagnostics.Unreadable(SourcePlace.StartOf(path), reason));

    private static AnnotationFile CreateFile(string folder, string display, string relative, string name) =>
        new(Path.Combine(folder, name), Join(display, name), Join(relative, name));

    private static string Join(string folder, string name) => folder.Length == 0 ? name : $"{folder}/{name}";

    private static ImmutableArray<string> GetNames(IEnumerable<string> paths) =>
        [.. paths.Select(path => Path.GetFileName(path)).Where(name => name[0] != '.').Order(StringComparer.Ordinal)];
}
