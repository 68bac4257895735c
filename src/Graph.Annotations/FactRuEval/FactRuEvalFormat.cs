namespace Graph.Annotations;

/// <summary>
/// FactRuEval-2016: for a text <c>a.txt</c> its tokens in <c>a.tokens</c>, spans by start and length in <c>a.spans</c>, objects made of
/// spans in <c>a.objects</c>, and where they were published objects that are the same in <c>a.coref</c> and facts in <c>a.facts</c>.
/// </summary>
internal sealed class FactRuEvalFormat : IAnnotationFormat
{
    private const string Spans = ".spans";
    private static readonly string[] Others = [".objects", ".coref", ".facts"];

    public string Name => "factrueval";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var spans in folder.Remaining.Where(file => file.Extension == Spans))
        {
            if (folder.TakeIfPresent($"{spans.Stem}.txt") is not { } text)
                continue;
            folder.Take(spans);
            folder.TakeIfPresent($"{spans.Stem}.tokens");
            yield return new FileSet(
                [text, spans, .. Others.Select(end => folder.TakeIfPresent(spans.Stem + end)).OfType<AnnotationFile>()]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        yield return new FactRuEvalReader(files, log).Read();
    }
}
