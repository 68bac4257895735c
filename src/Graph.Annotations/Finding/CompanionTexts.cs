namespace Graph.Annotations;

/// <summary>
/// Finds the text that a file of annotations is about: beside it, in a folder beside or below, one or two folders up, or where
/// <c>texts</c> in <c>corpus.yaml</c> says.
/// </summary>
/// <param name="annotations">How the names of annotations end, behind what they have in common with their texts; the longest first.</param>
/// <param name="texts">The same for texts, the most usual first.</param>
/// <param name="isAnnotation">Whether a file of such a name is one of the format.</param>
internal sealed class CompanionTexts(
    ImmutableArray<string> annotations, ImmutableArray<string> texts, Func<AnnotationFile, bool> isAnnotation)
{
    private readonly HashSet<string> found = new(StringComparer.Ordinal);
    private readonly Dictionary<(string File, string Name), AnnotationFile> claimed = [];
    private readonly Dictionary<string, ILookup<string, string>> annotationsByStem = new(StringComparer.Ordinal);

    /// <summary><c>a</c> of <c>a.apf.xml</c>, as the text is called too; the whole name where no end fits.</summary>
    public string GetStem(string name) =>
        annotations.FirstOrDefault(end => name.EndsWith(end, StringComparison.OrdinalIgnoreCase)) is { } found
            ? name[..^found.Length]
            : name;

    /// <summary>Takes each file of annotations out of the folder, with the texts that it is about behind it.</summary>
    /// <param name="listNames">How a file names its texts; an empty name stands for one that is called like the file.</param>
    public IEnumerable<FileSet> Claim(FolderListing folder, Func<AnnotationFile, IEnumerable<string>> listNames)
    {
        foreach (var file in folder.Remaining.Where(isAnnotation))
        {
            folder.Take(file);
            var own = new List<AnnotationFile>();
            foreach (var name in listNames(file).Distinct(StringComparer.Ordinal))
            {
                if (Find(folder, file, name) is { } text)
                    own.Add(claimed[(file.FullPath, name)] = text);
            }

            yield return new FileSet([file, .. own.DistinctBy(text => text.FullPath)]);
        }

        TakeTexts(folder);
    }

    /// <summary>The text that a claimed file names so; null where there was none.</summary>
    public AnnotationFile? GetText(AnnotationFile file, string name) => claimed.GetValueOrDefault((file.FullPath, name));

    /// <summary>The text of a file of annotations, taken out of the folder if it is there; null where there is none.</summary>
    /// <param name="named">How the file itself names its text, where it does.</param>
    public AnnotationFile? Find(FolderListing folder, AnnotationFile file, params ReadOnlySpan<string?> named)
    {
        var names = new List<string>();
        foreach (var name in named)
        {
            if (!string.IsNullOrWhiteSpace(name))
                names.AddRange([Path.GetFileName(name), .. texts.Select(end => GetStem(Path.GetFileName(name)) + end)]);
        }

        names.AddRange(texts.SelectMany(end => new[] { GetStem(file.Name) + end, GetStem(file.Name) + end.ToUpperInvariant() }));
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            if (folder.Find(name) is { } beside)
            {
                folder.Take(beside);
                return beside;
            }
        }

        if (ListPlaces(folder, file)
            .SelectMany(place => names.Select(name => Path.Combine(place, name)))
            .FirstOrDefault(candidate => candidate != file.FullPath && File.Exists(candidate)) is not { } path)
            return null;
        found.Add(path);
        return file.Relate(path);
    }

    /// <summary>Takes the texts out of a folder whose annotations stand in a folder near it: that folder gives the article.</summary>
    public void TakeTexts(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => file.Name != folder.Only))
        {
            var stems = texts
                .Where(end => file.Name.EndsWith(end, StringComparison.OrdinalIgnoreCase))
                .Select(end => file.Name[..^end.Length])
                .ToList();
            if (found.Contains(file.FullPath))
                folder.Take(file);
            else if (stems.Count > 0
                && folder.ListNear(file)
                    .SelectMany(place => stems.SelectMany(stem => ListAnnotations(place)[stem]))
                    .Any(path => path != file.FullPath && !HasTextBeside(path) && isAnnotation(file.Relate(path))))
                folder.Take(file);
        }
    }

    /// <summary>What has its text beside it has none in other folders, though files there may be called the same.</summary>
    private bool HasTextBeside(string annotation)
    {
        var stem = Path.Combine(Path.GetDirectoryName(annotation)!, GetStem(Path.GetFileName(annotation)));
        return texts.Any(end => stem + end != annotation && File.Exists(stem + end));
    }

    /// <summary>The folders in which the text of a file may stand, that of the file first.</summary>
    public IEnumerable<string> ListPlaces(FolderListing folder, AnnotationFile file) => folder.Settings.Texts is { } given
        ? [Path.GetFullPath(Path.Combine(folder.Settings.TextsFolder ?? folder.Folder, given))]
        : folder.ListNear(file).Prepend(file.Folder);

    /// <summary>The files of a folder that may be annotations by their names, by what texts have in common with them.</summary>
    private ILookup<string, string> ListAnnotations(string folder)
    {
        if (!annotationsByStem.TryGetValue(folder, out var known))
        {
            var names = Directory.Exists(folder) ? Directory.EnumerateFiles(folder) : [];
            annotationsByStem[folder] = known = names.Order(StringComparer.Ordinal)
                .Where(path => annotations.Any(end => path.EndsWith(end, StringComparison.OrdinalIgnoreCase)))
                .ToLookup(path => GetStem(Path.GetFileName(path)), StringComparer.Ordinal);
        }

        return known;
    }
}
