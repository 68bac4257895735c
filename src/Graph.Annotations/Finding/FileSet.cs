namespace Graph.Annotations;

/// <summary>Files that are read together.</summary>
/// <param name="Files">The first one names the set and orders it among others.</param>
internal sealed record FileSet(ImmutableArray<AnnotationFile> Files)
{
    public AnnotationFile Main => Files[0];

    /// <summary>Those of the folder.</summary>
    public CorpusSettings Settings { get; init; } = CorpusSettings.Default;

    public AnnotationFile? Find(string extension) => Files.FirstOrDefault(file => file.Extension == extension);
}
