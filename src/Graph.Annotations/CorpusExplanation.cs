using System.Text;

namespace Graph.Annotations;

/// <summary>How one set of files is understood, from the articles that it holds.</summary>
/// <param name="Files">As the user named them; those that are read together.</param>
/// <param name="Format">Null where no format takes the file.</param>
/// <param name="Reason">Why none does.</param>
public sealed record FileExplanation(
    ImmutableArray<string> Files,
    string? Format,
    string? Reason)
{
    public int Articles { get; init; }

    /// <summary>By annotation types as they stand in the files; layers of their own as <c>layer: type</c>.</summary>
    public ImmutableSortedDictionary<string, int> MentionsByType { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    public ImmutableSortedDictionary<string, int> RelationsByType { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>What mentions, relations and events carry, by name.</summary>
    public ImmutableSortedDictionary<string, int> Properties { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>What was read or left out beside these.</summary>
    public ImmutableSortedDictionary<string, int> Others { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Its beginning, with the mentions marked: <c>[Ann]{Person}</c>; null where there is none.</summary>
    public string? FirstArticle { get; init; }
}

/// <summary>Shows how files are understood, before anything is made of them.</summary>
public static class CorpusExplanation
{
    private const int LongestText = 800;

    /// <exception cref="IOException">A path cannot be read.</exception>
    public static IEnumerable<FileExplanation> Explain(IReadOnlyList<string> paths, LoadOptions options)
    {
        var log = new ReadingLog();
        using var archives = new ArchiveStore(log);
        var found = CorpusFinder.Find(paths, options, AnnotationFormats.CreateAll(), archives, log);
        foreach (var folder in found.Folders)
        {
            foreach (var set in folder.Sets)
                yield return Explain(set, found with { Folders = [folder with { Sets = [set] }] });
        }

        foreach (var file in found.Skipped)
            yield return new FileExplanation([file.Path], null, file.Reason);
    }

    private static FileExplanation Explain(FoundSet set, FoundCorpus corpus)
    {
        var log = new ReadingLog();
        var articles = CorpusReader.Read(corpus, threads: 1, log, CancellationToken.None)
            .Select(read => read.Record)
            .OfType<AnnotatedArticle>()
            .ToList();
        var mentions = articles.SelectMany(article => article.Mentions).ToList();
        var relations = articles.SelectMany(article => article.Relations).ToList();
        var events = articles.SelectMany(article => article.Events).ToList();
        return new FileExplanation([.. set.Files.Files.Select(file => file.DisplayPath)], set.Format.Name, null)
        {
            Articles = articles.Count,
            MentionsByType = Count(mentions.Select(mention => mention.Layer is { } layer ? $"{layer}: {mention.Type}" : mention.Type)),
            RelationsByType = Count(relations.Select(relation => relation.Type).Concat(events.Select(annotation => annotation.Type))),
            Properties = Count(mentions
                .SelectMany(mention => mention.Properties)
                .Concat(relations.SelectMany(relation => relation.Properties))
                .Concat(events.SelectMany(annotation => annotation.Properties)).Select(property => property.Key)),
            Others = log.Others.ToImmutableSortedDictionary(StringComparer.Ordinal),
            FirstArticle = articles.Count == 0 ? null : Mark(articles[0]),
        };
    }

    private static ImmutableSortedDictionary<string, int> Count(IEnumerable<string> names) =>
        names.CountBy(name => name, StringComparer.Ordinal).ToImmutableSortedDictionary(StringComparer.Ordinal);

    /// <summary>Mentions may lie in each other; brackets close where each ends.</summary>
    private static string Mark(AnnotatedArticle article)
    {
        var opening = article.Mentions.ToLookup(mention => mention.Span.Start);
        var closing = article.Mentions.ToLookup(mention => mention.Span.End);
        var text = new StringBuilder();
        var end = Math.Min(article.Text.Length, LongestText);
        for (var i = 0; i <= end; i++)
        {
            foreach (var mention in closing[i].OrderByDescending(mention => mention.Span.Start))
                text.Append($"]{{{mention.Type}}}");
            foreach (var _ in opening[i])
                text.Append(i < end ? "[" : "");
            if (i < end)
                text.Append(article.Text[i]);
        }

        return end < article.Text.Length ? text.Append("...").ToString() : text.ToString();
    }
}
