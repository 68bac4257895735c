namespace Graph.Annotations;

/// <summary>
/// Words in one file and their tags in another, a sentence a line: <c>sentences.txt</c> with <c>tags.txt</c>, <c>seq.in</c> with
/// <c>seq.out</c>. Both have as many fields on each line; the text is the words joined by blanks, and a file one article.
/// </summary>
internal sealed class ParallelTagFormat : IAnnotationFormat
{
    private static readonly char[] Blanks = [' ', '\t', '\r'];

    public string Name => "parallel-tags";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var files = folder.Remaining.Where(file => !FileKinds.NotTagged.Contains(file.Extension)).ToLookup(file => AreTags(ReadHead(file)));
        var texts = files.Contains(true) ? files[false].ToLookup(file => CountFields(ReadHead(file).FirstOrDefault(""))) : null;
        foreach (var tags in files[true])
        {
            var lines = ReadHead(tags);
            var words = texts![CountFields(lines[0])]
                .Where(file => folder.Find(file.Name) is not null && Fit(lines, ReadHead(file)))
                .MaxBy(file => tags.Name.Zip(file.Name).TakeWhile(pair => pair.First == pair.Second).Count());
            if (words is null)
                continue;
            folder.Take(words);
            folder.Take(tags);
            yield return new FileSet([words, tags]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var (words, tags) = (files.Main.ReadText(log), files.Files[1].ReadText(log));
        var text = new TokenizedText();
        var sequence = new TagSequence();
        var notation = TagNotation.Find([.. ReadHead(files.Files[1]).SelectMany(Split)]) ?? (tag => tag);
        var lines = new List<int>();
        for (var number = 1; number <= Math.Max(words.LineCount, tags.LineCount); number++)
        {
            var (own, beside) = (Split(words, number), Split(tags, number));
            if (own.Length != beside.Length)
                log.ReportMalformed(ReadingDiagnostics.Malformed(
                    SourcePlace.Line(words, Math.Min(number, words.LineCount)),
                    "sentence with tags",
                    $"it has {own.Length} words, and {beside.Length} tags in '{files.Files[1].Name}'"));
            foreach (var (index, word) in own.Index())
            {
                text.Add(word);
                sequence.Add(lines.Count, index < beside.Length ? notation(beside[index]) : "O");
                lines.Add(number);
            }

            sequence.Break();
            text.EndSentence();
        }

        yield return new AnnotatedArticle(new ArticleMetadata(), text.ToString())
        {
            File = files.Main,
            Mentions =
            [
                .. sequence.Runs.Select((run, index) => new Mention(
                    $"t{index + 1}", [run.Type], [text.Cover(run.First, run.Last)], SourcePlace.Line(tags, lines[run.First]))),
            ],
            Sentences = text.GetSentences(),
        };
    }

    /// <summary>Nothing but tags, several of them on a line, and one of a name.</summary>
    private static bool AreTags(List<string> lines) =>
        TagNotation.Find([.. lines.SelectMany(Split)]) is not null
        && lines.Exists(line => CountFields(line) > 1)
        && lines.Exists(line => Split(line).Any(tag => tag.Length > 2));

    private static bool Fit(List<string> tags, List<string> words) =>
        words.Count > 0 && tags.Zip(words).All(pair => CountFields(pair.First) == CountFields(pair.Second));

    private static int CountFields(string line) => Split(line).Length;

    private static string[] Split(string line) => line.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);

    private static string[] Split(SourceText source, int line) =>
        line <= source.LineCount ? Split(source.GetLineText(line)) : [];

    /// <summary>The lines of the head that are whole.</summary>
    private static List<string> ReadHead(AnnotationFile file)
    {
        var lines = file.Head.Split('\n').ToList();
        if (lines.Count > 1 || lines[0].Length == 0)
            lines.RemoveAt(lines.Count - 1);
        return lines;
    }
}
