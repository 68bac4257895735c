namespace Graph.Annotations;

/// <summary>
/// CoNLL-U with the entities and coreference chains of CorefUD in its last column. Multiword tokens are text and no tokens; empty nodes
/// are neither.
/// </summary>
internal sealed class ConlluFormat : IAnnotationFormat
{
    public string Name => "conllu";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var file in folder.Remaining.Where(file => file.Extension is ".conllu" or ".conllup"))
        {
            folder.Take(file);
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log) =>
        new ConlluFileReader(files.Main, files.Main.ReadText(log), log).Read();
}
