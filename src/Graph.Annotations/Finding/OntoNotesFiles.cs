namespace Graph.Annotations;

/// <summary>The files that OntoNotes has of a text: a layer in each, and a form for reading with all of them.</summary>
internal static class OntoNotesFiles
{
    private const string Names = ".name";
    private const string Coreference = ".coref";
    private const string Readable = ".onf";

    // Beside these, how sentences are built and what words mean.
    private static readonly string[] Layers = [Names, Coreference, ".parse", ".prop", ".sense", ".speaker", ".lemma"];

    /// <summary>Whether the form for reading stands beside.</summary>
    public static bool IsInReadableForm(AnnotationFile file, FolderListing folder) =>
        file.Extension is Names or Coreference && folder.Find(file.Stem + Readable) is not null;

    /// <summary>A file with the other layer of its text, that of the names first.</summary>
    public static FileSet Claim(AnnotationFile file, FolderListing folder)
    {
        folder.Take(file);
        return file.Extension switch
        {
            Names when folder.TakeIfPresent(file.Stem + Coreference) is { } coreference => new FileSet([file, coreference]),
            Coreference when folder.TakeIfPresent(file.Stem + Names) is { } names => new FileSet([names, file]),
            _ => new FileSet([file]),
        };
    }

    /// <summary>The layers of a text that its form for reading has too.</summary>
    public static IEnumerable<AnnotationFile> TakeLayers(AnnotationFile readable, FolderListing folder) =>
        Layers.Select(end => folder.TakeIfPresent(readable.Stem + end)).OfType<AnnotationFile>();
}
