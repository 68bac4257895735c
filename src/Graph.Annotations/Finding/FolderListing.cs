namespace Graph.Annotations;

/// <summary>The files of one folder that no format has taken yet, in ordinal order of their names.</summary>
/// <param name="only">The one file that was asked for, where the others are there for its sake; only it can be left over.</param>
internal sealed class FolderListing(string folder, IEnumerable<AnnotationFile> files, string? only = null)
{
    private readonly SortedDictionary<string, AnnotationFile> remaining =
        new(files.ToDictionary(file => file.Name, StringComparer.Ordinal), StringComparer.Ordinal);

    // Every format asks for the same.
    private ImmutableArray<string> near;

    public string Folder => folder;

    /// <summary>The one file that was asked for; null where the whole folder was.</summary>
    public string? Only => only;

    /// <summary>What the nearest <c>corpus.yaml</c> says.</summary>
    public CorpusSettings Settings { get; set; } = CorpusSettings.Default;

    public IReadOnlyList<AnnotationFile> Remaining => [.. remaining.Values];

    /// <summary>What was asked for and no format has taken.</summary>
    public IEnumerable<AnnotationFile> Unknown => Remaining.Where(file => only is null || file.Name == only);

    /// <summary>The folders in which what belongs to one of the files may stand.</summary>
    public ImmutableArray<string> ListNear(AnnotationFile file) =>
        near.IsDefault ? near = NearFolders.Around(file, isAlone: only is not null) : near;

    public AnnotationFile? Find(string name) => remaining.GetValueOrDefault(name);

    /// <summary>Takes a file away, so that no other format and no list of unknown files has it.</summary>
    public void Take(AnnotationFile file) => remaining.Remove(file.Name);

    /// <summary>Takes the files that a format knows by themselves, each as a set of its own.</summary>
    public IEnumerable<FileSet> TakeEach(Func<AnnotationFile, bool> isKnown)
    {
        foreach (var file in Remaining.Where(isKnown))
        {
            Take(file);
            yield return new FileSet([file]);
        }
    }

    public AnnotationFile? TakeIfPresent(string name)
    {
        var file = Find(name);
        if (file is not null)
            Take(file);
        return file;
    }
}
