namespace Graph.Annotations;

/// <summary>
/// Sentences with triples, in files of equal lines: <c>train.sent</c> has the words, <c>train.pointer</c> where the names of each triple
/// are and what holds between them, <c>0 1 5 5 founded_by | ...</c>, <c>train.tup</c> the same in words, <c>Apple ; Jobs ; founded_by</c>.
/// </summary>
internal sealed class SentenceTripleFormat : IAnnotationFormat
{
    private const string Sentences = ".sent";
    private const string Pointers = ".pointer";
    private const string Words = ".tup";
    private const string Trees = ".dep";
    private const string Names = "relations.txt";

    public string Name => "sentence-triples";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var hasAny = false;
        foreach (var file in folder.Remaining.Where(file => file.Extension == Sentences))
        {
            var triples = new[] { Pointers, Words, Trees }.Select(extension => folder.Find(file.Stem + extension))
                .OfType<AnnotationFile>()
                .ToList();
            if (!triples.Exists(triple => triple.Extension != Trees))
                continue;
            hasAny = true;
            foreach (var own in triples.Prepend(file))
                folder.Take(own);
            yield return new FileSet([file, .. triples]);
        }

        // The kinds of relations that there are.
        if (hasAny)
            folder.TakeIfPresent(Names);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var sentences = files.Main.ReadText(log);
        var pointers = files.Find(Pointers)?.ReadText(log);
        var words = files.Find(Words)?.ReadText(log);
        log.CountPassed("files of dependency trees", files.Find(Trees) is null ? 0 : 1);
        foreach (var (number, line, place) in sentences.ReadLines())
        {
            var sentence = line.Trim();
            if (sentence.Length == 0)
                continue;
            var reader = new SentenceTripleReader(files.Main, $"{files.Main.Stem}#{number}", sentence, place, log);
            if (pointers is not null)
                reader.AddPointers(GetLine(pointers, number), GetLine(words, number), PlaceOf(pointers, number));
            else
                reader.AddWords(GetLine(words, number), PlaceOf(words!, number));
            yield return reader.ToArticle();
        }

        foreach (var other in new[] { pointers, words }.OfType<SourceText>())
            log.CountLoss("lines of triples behind the last sentence", CountMore(other, sentences.LineCount));
    }

    private static string GetLine(SourceText? source, int number) =>
        source is null || number > source.LineCount ? "" : source.GetLineText(number).Trim();

    private static SourcePlace PlaceOf(SourceText source, int number) => SourcePlace.Line(source, Math.Min(number, source.LineCount));

    private static int CountMore(SourceText source, int lines) =>
        Enumerable.Range(lines + 1, Math.Max(0, source.LineCount - lines)).Count(number => GetLine(source, number).Length > 0);
}
