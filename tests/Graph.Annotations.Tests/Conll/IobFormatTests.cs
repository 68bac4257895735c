using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>The layouts that tools and shared tasks give to tagged files.</summary>
public sealed class IobFormatTests
{
    /// <summary>IOB1, where B- only parts two neighbours; I only; BIOES, BILOU and BMES with its M- and W-.</summary>
    [Theory]
    [InlineData("I-ORG O I-PER I-PER B-PER", "ORG 0", "PER 2-3", "PER 4")]
    [InlineData("I-ORG O I-PER I-PER I-LOC", "ORG 0", "PER 2-3", "LOC 4")]
    [InlineData("S-ORG O B-PER I-PER E-PER", "ORG 0", "PER 2-4")]
    [InlineData("U-ORG O B-PER I-PER L-PER", "ORG 0", "PER 2-4")]
    [InlineData("W-ORG O B-PER M-PER E-PER", "ORG 0", "PER 2-4")]
    [InlineData("W-ORG W-ORG O B-PER E-PER", "ORG 0", "ORG 1", "PER 3-4")]
    public void EveryNotationGivesItsRuns(string tags, params string[] runs)
    {
        var sequence = new TagSequence();
        foreach (var (token, tag) in tags.Split(' ').Index())
            sequence.Add(token, tag);
        sequence.Break();

        Assert.Equal(
            runs, sequence.Runs.Select(run => run.First == run.Last ? $"{run.Type} {run.First}" : $"{run.Type} {run.First}-{run.Last}"));
    }

    /// <summary>GermEval and MultiCoNER put a comment before each sentence, with a tab in it.</summary>
    [Fact]
    public void ALineThatBeginsWithAHashAndEndsInNoTagIsAComment()
    {
        using var folder = new TemporaryFolder(
            ("news.conll",
                "#\thttp://example.org/a [2009-10-17]\nAnn\tB-PER\n#\tO\nparis\tO\n\n# id 7f\tdomain=en\n# free words\nRome\tB-LOC\n"));

        var result = folder.Load();

        Assert.Equal(0, result.Summary.Malformed);
        Assert.Equal("Ann # paris\nRome", result.Store.Articles.GetText(0));
        Assert.Equal(["Ann PER", "Rome LOC"], GetMentions(result));
    }

    /// <summary>GermEval and WikiNEuRal number the tokens of a sentence in the first column.</summary>
    [Fact]
    public void AColumnThatNumbersTheTokensIsNoToken()
    {
        using var folder = new TemporaryFolder(("news.tsv", "1\tAnn\tB-PER\n2\tis\tO\n\n1\t2010\tO\n2\tRome\tB-LOC\n"));

        var result = folder.Load();

        Assert.Equal("Ann is\n2010 Rome", result.Store.Articles.GetText(0));
        Assert.Equal(["Ann PER", "Rome LOC"], GetMentions(result));
    }

    /// <summary>GermEval has the names inside names in a column of their own, the last one.</summary>
    [Fact]
    public void NamesInsideNamesAreALayerOfTheirOwn()
    {
        using var folder = new TemporaryFolder(
            ("news.tsv", "#\thttp://example.org/a [2009-10-17]\n1\tRC\tB-ORG\tO\n2\tKiel\tI-ORG\tB-LOC\n3\twon\tO\tO\n"));

        var result = folder.Load();

        Assert.Equal("RC Kiel won", result.Store.Articles.GetText(0));
        Assert.Equal(["RC Kiel ORG", "Kiel LOC"], GetMentions(result));
        Assert.Equal("ORG", Assert.Single(result.Summary.MentionsByType).Key);
        Assert.Equal("comments 1, nested mentions 1", string.Join(", ", result.Summary.Others.Select(pair => $"{pair.Key} {pair.Value}")));
    }

    [Theory]
    [InlineData("-DOCSTART- (a)\n\nAnn B-PER\n\n-DOCSTART- (b 2)\n\nBo B-PER\n", "a", "b 2")]
    [InlineData("# doc_id = a\nAnn B-PER\n\n# doc_id = b\nBo B-PER\n", "a", "b")]
    [InlineData("# newdoc id = a\nAnn B-PER\n\n# newdoc id = b\nBo B-PER\n", "a", "b")]
    [InlineData("# newdoc id = a\n# sent_id = 1\nAnn B-PER\n", "a")]
    public void WhatNamesAnArticleBeginsOne(string text, params string[] ids)
    {
        using var folder = new TemporaryFolder(("news.conll", text));

        var store = folder.Load().Store;

        var articles = Enumerable.Range(0, store.NodeCount).Where(node => store.HasLabel(node, store.Labels.IndexOf("Article")));
        Assert.Equal(ids, articles.Select(article => store.GetNodeProperty(article, "key").AsString()));
    }

    /// <summary>WNUT parts its sentences by lines with a tab.</summary>
    [Fact]
    public void ALineOfBlanksEndsASentence()
    {
        using var folder = new TemporaryFolder(("news.conll", "Ann\tB-PER\n\t\nBo\tB-PER\n  \nCas\tB-PER\n"));

        Assert.Equal("Ann\nBo\nCas", folder.Load().Store.Articles.GetText(0));
    }

    [Fact]
    public void ANumberMayStillBeAToken()
    {
        using var folder = new TemporaryFolder(("news.tsv", "1\tX\tO\nAnn\tX\tB-PER\n\n2\tX\tO\nRome\tX\tB-LOC\n"));

        Assert.Equal("1 Ann\n2 Rome", folder.Load().Store.Articles.GetText(0));
    }

    [Theory]
    [InlineData("ned.train")]
    [InlineData("eng.testa")]
    [InlineData("eng.testb")]
    [InlineData("news.bioes")]
    public void SharedTasksNameTheirFilesByPart(string name)
    {
        using var folder = new TemporaryFolder((name, "-DOCSTART- -DOCSTART- O\n\nAnn N B-PER\nis V O\n"));

        Assert.Equal((1, 1), (folder.Load().Summary.Articles, folder.Load().Summary.Mentions));
    }

    /// <summary>A first line that names the columns has no tag where all others have one.</summary>
    [Fact]
    public void TheNamesOfColumnsAreNoToken()
    {
        using var folder = new TemporaryFolder(
            ("news.conll", "token\ttag\n" + string.Concat(Enumerable.Repeat("Ann\tB-PER\nis\tO\n\n", 5))));

        var result = folder.Load();

        Assert.Empty(result.Diagnostics);
        Assert.StartsWith("Ann is", result.Store.Articles.GetText(0), StringComparison.Ordinal);
    }

    private static List<string> GetMentions(LoadResult result)
    {
        var store = result.Store;
        var table = Assert.Single(store.EdgeTables, table => table.Type == "MENTIONS");
        return [.. Enumerable.Range(table.FirstEdge, table.EndEdge - table.FirstEdge)
            .Select(edge => (Evidence: store.GetEdgeEvidence(edge)!.Value,
                Label: store.Labels.Last(label => store.HasLabel(table.GetTarget(edge), store.Labels.IndexOf(label)))))
            .OrderBy(found => found.Evidence.Span.Start)
            .Select(
                found => $"{store.Articles.GetText(0).Substring(found.Evidence.Span.Start, found.Evidence.Span.Length)} {found.Label}")];
    }
}
