namespace Graph.Annotations;

/// <summary>
/// One token a line with its tag in the last column: two columns, or the four of CoNLL-2003. A first column may number the tokens, and the
/// last two may be a tag and the one inside it. Offsets and the text between tokens are not recorded, so the text is the tokens joined by
/// blanks, a line for each sentence.
/// </summary>
internal sealed class IobFormat : IAnnotationFormat
{
    private const double Share = 0.9;

    // Shared tasks name the parts of a corpus: ned.train, eng.testa.
    private static readonly string[] Extensions =
    [
        ".bio", ".iob", ".iob1", ".iob2", ".bioes", ".iobes", ".bilou", ".bmes", ".conll", ".conll2002", ".conll2003", ".ner", ".tsv", ".txt",
        ".train", ".dev", ".test", ".testa", ".testb", ".valid",
    ];

    public string Name => "iob";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        // A corpus that says which columns to read says that its files are such.
        var isCertain = folder.Settings.Format == Name || folder.Settings.Columns is not null;
        foreach (var file in folder.Remaining.Where(file => Extensions.Contains(file.Extension) && (isCertain || IsTagged(file.Head))))
        {
            folder.Take(file);
            yield return new FileSet([file]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log) =>
        new IobFileReader(files.Main, files.Main.ReadText(log), files.Settings.Columns, log).Read();

    /// <summary>Whether nearly all lines end in a tag. The last line of a head may be cut off.</summary>
    private static bool IsTagged(string head)
    {
        var lines = head.Split('\n')[..^1].Select(line => line.Trim()).Where(line => line.Length > 0 && !IobLine.IsComment(line) && !IobLine.IsDocumentStart(line))
            .ToList();
        if (lines.Count == 0)
            lines = [.. head.Split('\n').Where(line => line.Length > 0)];
        var tagged = lines.Count(line => IobLine.Split(line) is { Length: > 1 } fields && TagSequence.IsTag(fields[^1]));
        return tagged > 0 && tagged >= lines.Count * Share;
    }
}
