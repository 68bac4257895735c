namespace Graph.Annotations;

/// <summary>
/// BookNLP: <c>a.tokens</c> with a word a line and its place in the text, <c>a.entities</c> with spans of words, which have a number for
/// each person or place, and <c>a.quotes</c> with who says them. The text is that of the words, in the blanks that it had.
/// </summary>
internal sealed class BookNlpFormat : IAnnotationFormat
{
    private const string Tokens = ".tokens";
    private const string Entities = ".entities";
    private const string Quotes = ".quotes";

    // Kinds of all nouns and verbs, and what is known of persons from the other files.
    private static readonly string[] Others = [".supersense", ".book", ".book.html"];

    public string Name => "booknlp";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        foreach (var tokens in folder.Remaining.Where(IsTokens))
        {
            folder.Take(tokens);
            var files = new[] { Entities, Quotes }.Select(ending => folder.TakeIfPresent(tokens.Stem + ending))
                .OfType<AnnotationFile>()
                .ToList();
            files.AddRange(Others.Select(ending => folder.TakeIfPresent(tokens.Stem + ending)).OfType<AnnotationFile>());
            yield return new FileSet([tokens, .. files]);
        }
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        foreach (var other in files.Files.Where(file => file.Extension is not (Tokens or Entities or Quotes)))
            log.CountPassed($"files '{other.Name[files.Main.Stem.Length..]}' not read");
        yield return new BookNlpReader(files.Main, log).Read(files.Find(Entities), files.Find(Quotes));
    }

    private static bool IsTokens(AnnotationFile file) =>
        file.Extension == Tokens && file.Head.Contains("token_ID_within_document", StringComparison.Ordinal)
        && file.Head.Contains("byte_onset", StringComparison.Ordinal);
}
