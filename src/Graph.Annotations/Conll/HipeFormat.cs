namespace Graph.Annotations;

/// <summary>
/// The ten-column files of the HIPE campaigns: literal and metonymic sense, fine types, components, nested mentions and links to Wikidata.
/// The first line names the columns. As offsets are not recorded, the text is built from the tokens.
/// </summary>
internal sealed class HipeFormat() : SingleFileFormat("hipe")
{
    protected override bool Fits(AnnotationFile file) => file.Extension == ".tsv" && IsHipe(file.Head);

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        new HipeFileReader(file, file.ReadText(log), log).Read();

    private static bool IsHipe(string head) =>
        head.StartsWith("TOKEN\t", StringComparison.Ordinal) && head.Contains("\tNE-COARSE-LIT", StringComparison.Ordinal);
}
