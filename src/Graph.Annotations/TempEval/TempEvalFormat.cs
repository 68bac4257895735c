namespace Graph.Annotations;

/// <summary>
/// TempEval-2: tables of one folder without headers, <c>base-segmentation.tab</c> with a word a row, extents and attributes of events and
/// times by sentence and word, links between these, and dates of documents in <c>dct.txt</c>. Each document is an article.
/// </summary>
internal sealed class TempEvalFormat : IAnnotationFormat
{
    public const string Words = "base-segmentation.tab";
    public const string Dates = "dct.txt";

    public string Name => "tempeval";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        if (folder.TakeIfPresent(Words) is not { } words)
            yield break;
        var others = folder.Remaining.Where(file => file.Name.StartsWith("dct", StringComparison.Ordinal)
            || (file.Extension == ".tab" && Parts.Any(part => file.Name.Contains(part, StringComparison.Ordinal)))).ToList();
        foreach (var file in others)
            folder.Take(file);
        yield return new FileSet([words, .. others]);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var rows = files.Files
            .Select(file => (file.Name, Rows: TempEvalRow.ReadAll(file, log).ToLookup(row => row[0], StringComparer.Ordinal)))
            .ToList();
        foreach (var document in rows[0].Rows)
            yield return new TempEvalReader(files.Main, log).Read(
                document.Key, [.. document], [.. rows.Skip(1).Select(table => (table.Name, table.Rows[document.Key]))]);
        var unknown = rows.Skip(1).SelectMany(table => table.Rows).Where(document => !rows[0].Rows.Contains(document.Key));
        log.CountLoss("rows of documents without words", unknown.Sum(document => document.Count()));
    }

    private static readonly string[] Parts = ["-extents", "-attributes", "tlinks"];
}

/// <summary>A line of one of the tables; fields that are not there are empty.</summary>
internal sealed record TempEvalRow(string[] Fields, SourcePlace Place)
{
    public string this[int column] => column < Fields.Length ? Fields[column] : "";

    public static IEnumerable<TempEvalRow> ReadAll(AnnotationFile file, ReadingLog log)
    {
        foreach (var (_, line, place) in file.ReadText(log).ReadLines())
        {
            if (line.Length > 0)
                yield return new TempEvalRow(line.Contains('\t') ? line.Split('\t') : line.Split(' '), place);
        }
    }
}
