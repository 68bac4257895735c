using Graph.Core;
using Graph.Testing;

namespace Graph.Annotations.Tests;

/// <summary>Documents that stand in two formats are read as the same annotations.</summary>
public sealed class UimaPairTests
{
    private const string Tsv = "corpora/format-fixtures/inception-webanno-tsv/tsv3-suite";
    private const string Json = "corpora/format-fixtures/uima-cas-json-and-xmi";

    /// <summary>
    /// What differs differs in the files: TSV has no blanks outside tokens, and moves annotations on them to the next token.
    /// </summary>
    [SkippableFact]
    public void EveryTsvEqualsItsXmi()
    {
        var folder = SharedData.Require(Tsv);
        var differences = Directory.EnumerateFiles(folder, "*.tsv").Order(StringComparer.Ordinal)
            .Where(path => File.Exists(Path.ChangeExtension(path, ".xmi")))
            .Select(path => Compare(path, Path.ChangeExtension(path, ".xmi")))
            .OfType<string>();

        Verifier.Verify(string.Join("\n\n", differences) + "\n");
    }

    /// <summary>One XMI was written without the text that its JSON has.</summary>
    [SkippableFact]
    public void EveryCasInJsonEqualsItsXmi()
    {
        var folder = SharedData.Require(Json);
        var pairs = Directory.EnumerateFiles(folder, "*__debug.xmi").Order(StringComparer.Ordinal)
            .Select(xmi => (Json: xmi.Replace("__debug.xmi", "__data.json", StringComparison.Ordinal), Xmi: xmi))
            .ToList();

        Assert.NotEmpty(pairs);
        Verifier.Verify(string.Join("\n\n", pairs.Select(pair => Compare(pair.Json, pair.Xmi)).OfType<string>()) + "\n");
    }

    /// <summary>
    /// Null where both say the same; else both sides. Layer names do not count, as some pairs were made with other layers.
    /// </summary>
    private static string? Compare(string left, string right)
    {
        var (first, second) = (Describe(left), Describe(right));
        return first == second ? null : $"{Path.GetFileName(left)}\n{first}\n{Path.GetFileName(right)}\n{second}";
    }

    private static string Describe(string path)
    {
        var file = new AnnotationFile(path, Path.GetFileName(path), Path.GetFileName(path));
        var format = new UimaFormat();
        var log = new ReadingLog();
        var articles = format.Read(new FileSet([file]), log).Cast<AnnotatedArticle>().Select(Describe);
        return string.Join('\n', articles.Append($"malformed {log.Malformed}"));
    }

    private static string Describe(AnnotatedArticle article)
    {
        var spans = article.Mentions
            .Where(mention => mention.Layer is null)
            .Select(mention => $"  {Format(mention.Span)} {GetValue(mention.Type)}");
        var relations = article.Relations.Select(
            relation => $"  {Format(article, relation.Source)} -> {Format(article, relation.Target)} {GetValue(relation.Type)}");
        var events = article.Events.Select(annotation => $"  {Format(annotation.Fragments[0])} "
            + string.Join(
                ' ', annotation.Participants
                    .Select(participant => $"{participant.Role}={Format(article, participant.Argument)}")
                    .Order(StringComparer.Ordinal)));
        var chains = article.Chains.Select(
            chain => "  chain " + string.Join(' ', chain.Mentions.Select(index => Format(article.Mentions[index].Span))));
        return string.Join(
            '\n', [article.Text.TrimEnd('\n'),
                .. new[] { spans, relations, events, chains }.SelectMany(lines => lines.Order(StringComparer.Ordinal))]);
    }

    private static string Format(AnnotatedArticle article, Argument argument) => argument switch
    {
        MentionArgument mention => Format(article.Mentions[mention.Index].Span),
        EventArgument annotation => Format(article.Events[annotation.Index].Fragments[0]),
        _ => "?",
    };

    private static string Format(TextSpan span) => $"{span.Start}-{span.End}";

    private static string GetValue(string type) => type is "NamedEntity" or "Span" or "SimpleSpan" or "SimpleLink" ? "*" : type;
}
