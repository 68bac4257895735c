namespace Graph.Annotations;

/// <summary>
/// CoNLL-U with entities in its last column: brackets with coreference chains (CorefUD, GUM), or a tag for each token (DaNE, NorNE, SSJ).
/// Multiword tokens are text and no tokens; empty nodes are neither. CoNLL-U Plus names its columns.
/// </summary>
internal sealed class ConlluFormat() : SingleFileFormat("conllu")
{
    /// <summary>By its name, unless its lines have other columns; and by ten columns under a comment that names a sentence.</summary>
    protected override bool Fits(AnnotationFile file)
    {
        var isNamed = file.Extension is ".conllu" or ".conllup" or ".conllua";
        if (!isNamed
            && !(file.Extension is ".conll" or ".ua" or ".cupt" or ".txt" or ".tsv" or ".conll09" or "" && file.Head.StartsWith('#')))
            return false;
        if (file.Head.Contains(ConlluColumns.Declaration, StringComparison.Ordinal))
            return true;
        var line = file.Head.Split('\n').FirstOrDefault(line => line.TrimEnd('\r').Length > 0 && line[0] != '#');
        return line is null ? isNamed : line.Split('\t').Length == ConlluColumns.Count
            && (isNamed || (file.Head.Contains("# sent_id", StringComparison.Ordinal) && char.IsAsciiDigit(line[0])));
    }

    protected override IEnumerable<AnnotationRecord> Read(AnnotationFile file, ReadingLog log) =>
        new ConlluFileReader(file, file.ReadText(log), log).Read();
}
