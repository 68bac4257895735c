namespace Graph.Annotations;

/// <summary>
/// One token a line with tags in one column or more, which are found by what stands in them. Offsets and the text between tokens are not
/// recorded, so the text is the tokens joined by blanks, a line for each sentence.
/// </summary>
internal sealed class IobFormat : IAnnotationFormat
{
    // Shared tasks name the parts of a corpus: ned.train, eng.testa.
    private static readonly string[] Extensions =
    [
        ".bio", ".iob", ".iob1", ".iob2", ".bioes", ".iobes", ".bilou", ".bmes", ".conll", ".conll2002", ".conll2003", ".conllu",
        ".conllup", ".ner", ".tsv",
        ".txt", ".train", ".dev", ".test", ".testa", ".testb", ".valid", ".tok", ".col", ".tab", ".annotated",
    ];

    public string Name => "iob";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        // A corpus that says which columns to read says that its files are such.
        var isCertain = folder.Settings.Format == Name || folder.Settings.Columns is not null;
        foreach (var file in folder.Remaining.Where(file => (!FileKinds.NotTagged.Contains(file.Extension) || IsTable(file))
            && IsTagged(file, isCertain, folder.Settings.Columns)))
        {
            folder.Take(file);
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log) =>
        new IobFileReader(files.Main, files.Main.ReadText(log), files.Settings.Columns, log).Read();

    /// <summary>
    /// A table of words, with a header or with a tag in each row, or columns by tabs whose name alone says that they are by commas.
    /// </summary>
    private static bool IsTable(AnnotationFile file) =>
        file.Extension == ".csv" && file.Head.Split('\n').SkipWhile(IobLine.IsComment).ToList() is [var first, ..] lines
        && (first.Contains('\t')
            || IobLayout.IsTable(first)
            || IobSeparator.Find([.. lines.SkipLast(1).Where(line => !IobLine.IsDocumentStart(line))]) is not null);

    /// <summary>
    /// Whether nearly all lines of the head end in a tag; its last line may be cut off. A name that says nothing needs tags that do.
    /// </summary>
    private static bool IsTagged(AnnotationFile file, bool isCertain, TokenColumns? columns)
    {
        if (file.Head.Contains('\0'))
            return false;
        if (isCertain)
            return true;

        var lines = file.Head
            .Split('\n')
            .Select(line => line.TrimEnd('\r'))
            .Where(line => !IobLine.IsComment(line) && !IobLine.IsDocumentStart(line))
            .ToList();
        if (lines.Count > 2)
            lines.RemoveAt(lines.Count - 1);
        var layout = IobLayout.Find(lines, columns);
        return layout.IsTagged(lines, layout.IsByCommas || Extensions.Contains(file.Extension));
    }
}
