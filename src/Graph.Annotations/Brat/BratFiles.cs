namespace Graph.Annotations;

/// <summary>The text of one document with the files that annotate it.</summary>
/// <param name="Annotators">Whose file each is, where there are several of one document; else null for all.</param>
internal sealed record BratDocument(AnnotationFile Text, ImmutableArray<AnnotationFile> Annotations, ImmutableArray<string?> Annotators)
{
    /// <summary>The document with what one of several annotators made.</summary>
    public BratDocument Restrict(string annotator)
    {
        if (Annotators.All(name => name is null))
            return this;
        var own = Annotations.Zip(Annotators).Where(pair => pair.Second == annotator).ToList();
        return this with { Annotations = [.. own.Select(pair => pair.First)], Annotators = [.. own.Select(pair => pair.Second)] };
    }

    public FileSet ToSet() => new([Text, .. Annotations]);
}

/// <summary>
/// Finds what belongs together: files of one name beside each other; a text with files of several annotators, <c>a.txt</c> with
/// <c>a_mira.ann</c>; and annotations in folders beside that of the texts, or below it.
/// </summary>
internal sealed class BratFiles
{
    public static readonly string[] Extensions = [".ann", ".a1", ".a2", ".rel", ".co"];
    private static readonly char[] Separators = ['.', '_', '-', ' ', '#'];

    // Files of other folders that belong to a document that was found before.
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);

    public IEnumerable<BratDocument> Find(FolderListing folder)
    {
        foreach (var text in folder.Remaining.Where(file => file.Extension == ".txt"))
        {
            if (FindBeside(folder, text) is { } document)
                yield return document;
        }

        foreach (var annotation in folder.Remaining.Where(file => file.Extension == ".ann"))
        {
            if (taken.Contains(annotation.FullPath))
                folder.Take(annotation);
            else if (FindElsewhere(folder, annotation) is { } document)
                yield return document;
        }

        // Texts of which the annotations stand in a folder beside; that folder gives the article.
        foreach (var text in folder.Remaining.Where(file => file.Extension == ".txt" && HasAnnotationsElsewhere(file)))
            folder.Take(text);
    }

    private static BratDocument? FindBeside(FolderListing folder, AnnotationFile text)
    {
        var own = Extensions
            .Select(extension => folder.Find(text.Stem + extension) ?? folder.Find(text.Stem + extension.ToUpperInvariant()))
            .OfType<AnnotationFile>().ToImmutableArray();
        var byAnnotator = own.IsEmpty
            ? folder.Remaining
                .Where(file => file.Extension == ".ann" && GetAnnotator(text.Stem, file.Stem) is not null && IsNearest(folder, text, file))
                .ToImmutableArray() : [];
        var all = own.IsEmpty ? byAnnotator : own;
        if (all.IsEmpty)
            return null;

        folder.Take(text);
        foreach (var file in all)
            folder.Take(file);
        return new BratDocument(text, all, [.. all.Select(file => byAnnotator.Length > 1 ? GetAnnotator(text.Stem, file.Stem) : null)]);
    }

    /// <summary><c>mira</c> of <c>a_mira</c> or <c>mira.a</c>; null where the stems do not belong together.</summary>
    private static string? GetAnnotator(string text, string annotation)
    {
        if (annotation.Length <= text.Length + 1)
            return null;
        if (annotation.StartsWith(text, StringComparison.Ordinal) && Separators.Contains(annotation[text.Length]))
            return annotation[(text.Length + 1)..];
        return annotation.EndsWith(text, StringComparison.Ordinal) && Separators.Contains(annotation[^(text.Length + 1)])
            ? annotation[..^(text.Length + 1)]
            : null;
    }

    /// <summary>Whether no text with a longer name fits the annotations better.</summary>
    private static bool IsNearest(FolderListing folder, AnnotationFile text, AnnotationFile annotation) =>
        !folder.Remaining.Any(other => other.Extension == ".txt" && other.Stem.Length > text.Stem.Length
            && (other.Stem == annotation.Stem || GetAnnotator(other.Stem, annotation.Stem) is not null));

    private BratDocument? FindElsewhere(FolderListing folder, AnnotationFile annotation)
    {
        var name = $"{annotation.Stem}.txt";
        var places = folder.Settings.Texts is { } given
            ? [Path.GetFullPath(Path.Combine(folder.Settings.TextsFolder ?? folder.Folder, given))]
            : ListFoldersBeside(annotation);
        if (places.Select(place => Path.Combine(place, name)).FirstOrDefault(File.Exists) is not { } path)
            return null;

        // The same name in further folders beside is another annotator of the same text.
        var others = ListFoldersBeside(annotation)
            .Where(place => place != Path.GetDirectoryName(path) && !File.Exists(Path.Combine(place, name)))
            .Select(place => Path.Combine(place, annotation.Name)).Where(File.Exists).ToList();
        folder.Take(annotation);
        taken.UnionWith(others);
        ImmutableArray<AnnotationFile> all = [annotation, .. others.Select(other => annotation.Relate(other))];
        return new BratDocument(
            annotation.Relate(path), all, [.. all.Select(file => all.Length > 1 ? Path.GetFileName(file.Folder) : null)]);
    }

    private static bool HasAnnotationsElsewhere(AnnotationFile text) =>
        ListFoldersBeside(text).Any(place => File.Exists(Path.Combine(place, $"{text.Stem}.ann")));

    /// <summary>The other folders in the folder above, where that is part of what the user named; and those in the folder itself.</summary>
    private static IEnumerable<string> ListFoldersBeside(AnnotationFile file)
    {
        var parent = Path.GetDirectoryName(file.Folder);
        var isInside = file.RelativePath.Contains('/') && parent is not null;
        return (isInside
            ? [parent!, .. NearFolders.List(parent!).Where(folder => folder != file.Folder)]
            : Enumerable.Empty<string>())
            .Concat(NearFolders.List(file.Folder)).Order(StringComparer.Ordinal);
    }
}
