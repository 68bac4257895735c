namespace Graph.Annotations;

/// <summary>
/// The readable form of OntoNotes: for each sentence its tree and its leaves, with names below the leaf that they begin at, and for each
/// section the chains of coreference. Empty elements of the trees are no words.
/// </summary>
internal sealed class OnfFormat : IAnnotationFormat
{
    public string Name => "onf";

    public IEnumerable<FileSet> Claim(FolderListing folder) => folder.TakeEach(
        file => file.Extension is ".onf" or ".txt" or "" && file.Head.Contains("\nPlain sentence:", StringComparison.Ordinal)
            && (file.Head.Contains("\nTreebanked sentence:", StringComparison.Ordinal)
                || file.Head.Contains("\nLeaves:", StringComparison.Ordinal)));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        yield return new OnfReader(files.Main, log).Read();
    }
}
