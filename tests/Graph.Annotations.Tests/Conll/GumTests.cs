using Graph.Testing;

namespace Graph.Annotations.Tests;

public sealed class GumTests
{
    /// <summary>The two exports build their texts differently, so mentions are compared by their letters without blanks.</summary>
    [SkippableFact]
    public void BothExportsGiveTheSameMentions()
    {
        var conllu = SharedData.Require("corpora/gum-conllu");
        var tsv = SharedData.Require("corpora/gum-webanno-tsv");
        foreach (var path in Directory.EnumerateFiles(conllu, "*.conllu").Order(StringComparer.Ordinal))
        {
            var other = Path.Combine(tsv, Path.ChangeExtension(Path.GetFileName(path), ".tsv"));

            Assert.Equal(ReadMentions(new UimaFormat(), other), ReadMentions(new ConlluFormat(), path));
        }
    }

    private static IReadOnlyList<string> ReadMentions(IAnnotationFormat format, string path)
    {
        var file = new AnnotationFile(path, path, path);
        var article = Assert.IsType<AnnotatedArticle>(Assert.Single(format.Read(new FileSet([file]), new ReadingLog())));
        return [.. article.Mentions
            .Where(mention => mention.Layer is null)
            .Select(mention => Describe(article, mention))
            .Order(StringComparer.Ordinal)];
    }

    private static string Describe(AnnotatedArticle article, Mention mention)
    {
        var before = article.Text.AsSpan(0, mention.Span.Start).ToString().Count(character => !char.IsWhiteSpace(character));
        return $"{before} {mention.Type} {string.Concat(SurfaceText.Get(article.Text, mention).Where(character => !char.IsWhiteSpace(character)))}";
    }
}
