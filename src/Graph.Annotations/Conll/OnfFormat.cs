namespace Graph.Annotations;

/// <summary>
/// The readable form of OntoNotes: for each sentence its tree and its leaves, with names below the leaf that they begin at, and for each
/// section the chains of coreference. Empty elements of the trees are no words.
/// </summary>
internal sealed class OnfFormat : IAnnotationFormat
{
    public string Name => "onf";

    public IEnumerable<FileSet> Claim(FolderListing folder) => TakeForms(folder)
        .Select(set => new FileSet([set.Main, .. OntoNotesFiles.TakeLayers(set.Main, folder)]));

    private static IEnumerable<FileSet> TakeForms(FolderListing folder) => folder.TakeEach(
        file => file.Extension is ".onf" or ".txt" or "" && file.Head.Contains("\nPlain sentence:", StringComparison.Ordinal)
            && (file.Head.Contains("\nTreebanked sentence:", StringComparison.Ordinal)
                || file.Head.Contains("\nLeaves:", StringComparison.Ordinal)));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        log.CountPassed("layers of a text that its form for reading has too", files.Files.Length - 1);
        yield return new OnfReader(files.Main, log).Read();
    }
}
