using System.Text.RegularExpressions;

namespace Graph.Annotations;

/// <summary>
/// Pairs of names by sentences, with bars between the fields, as the corpus of adverse drug effects has them: the document, a sentence, the
/// first name with its start and end in the document, the second with these. A document is an article of its sentences; the types are in
/// the name of the file, <c>DRUG-AE.rel</c>: the second name is the drug.
/// </summary>
internal sealed class AdeFormat : IAnnotationFormat
{
    private const string Extension = ".rel";

    public string Name => "ade";

    public IEnumerable<FileSet> Claim(FolderListing folder)
    {
        var files = folder.Remaining.Where(file => file.Extension == Extension && IsPair(file.FirstLine)).ToImmutableArray();
        if (files.IsEmpty)
            yield break;
        var negatives = folder.Remaining.Where(file => file.Extension == ".txt" && IsNegative(file.FirstLine)).ToImmutableArray();
        foreach (var file in files.Concat(negatives))
            folder.Take(file);
        yield return new FileSet([.. files, .. negatives]);
    }

    public IEnumerable<AnnotationRecord> Read(FileSet files, ReadingLog log)
    {
        var documents = new OrderedDictionary<string, AdeDocument>(StringComparer.Ordinal);
        foreach (var file in files.Files)
        {
            var types = file.Stem.Split('-', 2);
            foreach (var (_, line, place) in file.ReadText(log).ReadLines())
            {
                if (file.Extension != Extension)
                    log.CountPassed("sentences in which nothing was found", line.Length > 0 ? 1 : 0);
                else if (AdePair.Read(line, file.Stem, types[^1], types[0], place) is not { } pair)
                    ReportLine(line, place, log);
                else if (documents.TryGetValue(pair.Document, out var document))
                    document.Add(pair);
                else
                    documents.Add(pair.Document, new AdeDocument(files.Main, pair));
            }
        }

        foreach (var document in documents.Values)
            yield return document.ToArticle(log);
    }

    private static void ReportLine(string line, SourcePlace place, ReadingLog log)
    {
        if (!string.IsNullOrWhiteSpace(line))
            log.ReportMalformed(ReadingDiagnostics.Malformed(
                place, "pair", "it has not a document, a sentence and two names with their places between bars"));
    }

    private static bool IsPair(string line) => AdePair.Read(line, "", "", "", default) is not null;

    private static bool IsNegative(string line) => Regex.IsMatch(line, @"^\d+ NEG ", RegexOptions.CultureInvariant);
}
