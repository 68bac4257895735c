namespace Graph.Annotations;

/// <summary>
/// The ten-column files of the HIPE campaigns: literal and metonymic sense, fine types, components, nested mentions and links to Wikidata.
/// The first line names the columns. As offsets are not recorded, the text is built from the tokens.
/// </summary>
internal sealed class HipeFormat : IAnnotationFormat
{
    public string Name => "hipe";

    public IEnumerable<FileSet> Claim(FolderListing folder) => folder.TakeEach(file => file.Extension == ".tsv" && IsHipe(file.Head));

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log) =>
        new HipeFileReader(files.Main, files.Main.ReadText(log), log).Read();

    private static bool IsHipe(string head) =>
        head.StartsWith("TOKEN\t", StringComparison.Ordinal) && head.Contains("\tNE-COARSE-LIT", StringComparison.Ordinal);
}
