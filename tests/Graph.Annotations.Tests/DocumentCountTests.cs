using System.Text.Json;
using Graph.Testing;

namespace Graph.Annotations.Tests;

/// <summary>Not only the sums are right: each document has what other programs counted in it.</summary>
public sealed class DocumentCountTests
{
    /// <summary>Where the other program reads a file as one document and the file itself says that it holds several.</summary>
    private static readonly string[] CountedByFile = ["europeana-iob/enp_DE.sbb.bio"];

    [SkippableFact]
    public void EveryDocumentOfEveryCorpusHasItsCounts()
    {
        using var expected = JsonDocument.Parse(File.ReadAllBytes(SharedData.Require("corpora/expected_per_document.json")));
        var differences = new List<string>();
        foreach (var corpus in expected.RootElement.EnumerateObject().Where(corpus => !CountedByFile.Contains(corpus.Name)))
        {
            var path = corpus.Name.StartsWith("hipe", StringComparison.Ordinal) ? $"{corpus.Name}.tsv" : corpus.Name;
            differences.AddRange(Compare(corpus.Name, Read(SharedData.Require(Path.Combine("corpora", path))), corpus.Value));
        }

        Assert.Empty(differences);
    }

    private static IEnumerable<string> Compare(string corpus, IReadOnlyList<AnnotatedArticle> articles, JsonElement expected)
    {
        if (articles.Count != expected.EnumerateObject().Count())
            yield return $"{corpus}: {articles.Count} documents";
        foreach (var article in articles)
        {
            var names = new[] { article.Metadata.Id, article.File.Name, article.File.Stem };
            var name = Array.Find(names, candidate => candidate is not null && expected.TryGetProperty(candidate, out _));
            var counts = Describe(article);
            var wanted = name is null ? "nothing" : Describe(expected.GetProperty(name));
            if (counts != wanted)
                yield return $"{corpus} {article.File.Name} {article.Metadata.Id}: {counts}, expected {wanted}";
        }
    }

    private static List<AnnotatedArticle> Read(string path)
    {
        var log = new ReadingLog();
        var found = CorpusFinder.Find([path], new LoadOptions(null), AnnotationFormats.CreateAll(), new ArchiveStore(log), log);
        return [.. CorpusReader.Read(found, threads: 1, log, CancellationToken.None)
            .Select(read => read.Record)
            .OfType<AnnotatedArticle>()];
    }

    private static string Describe(AnnotatedArticle article)
    {
        var mentions = article.Mentions.Count(mention => mention.Layer is null);
        var relations = article.Relations.Count(relation => relation.Layer is null);
        return $"{mentions} mentions, {relations} relations, {article.Events.Length} events";
    }

    private static string Describe(JsonElement counts) =>
        $"{counts.GetProperty("mentions")} mentions, {counts.GetProperty("relations")} relations, {counts.GetProperty("events")} events";
}
