using System.Text;

namespace Graph.Annotations.Tests;

/// <summary>Where the files of a brat corpus stand, and what their offsets count.</summary>
public sealed class BratPlacesTests
{
    private const string Text = "Mira left Oslo.";
    private const string Person = "T1\tPER 0 4\tMira\n";
    private const string City = "T1\tLOC 10 14\tOslo\nR1\tLEFT Arg1:T1 Arg2:T1\n";

    [Theory]
    [InlineData("text/a.txt", "ann/a.ann")]
    [InlineData("a.txt", "ann/a.ann")]
    [InlineData("docs/text/a.txt", "docs/ann/a.ann")]
    public void TextsMayStandInAnotherFolder(string text, string annotations)
    {
        using var folder = new TemporaryFolder((text, Text), (annotations, Person));

        var result = folder.Load();

        Assert.Equal("Mira:PER", LoadedFacts.Describe(result));
        Assert.Equal((1, 0), (result.Summary.Articles, result.Summary.SkippedFiles.Length));
    }

    [Fact]
    public void TheSettingsNameTheFolderOfTexts()
    {
        using var folder = new TemporaryFolder(("corpus.yaml", "texts: raw/one"), ("raw/one/a.txt", Text), ("marks/deep/a.ann", Person));

        Assert.Equal("Mira:PER", LoadedFacts.Describe(folder.Load()));
    }

    /// <summary>Annotators, by folder or by file name, are annotators of one article.</summary>
    [Theory]
    [InlineData("a.txt", "ola/a.ann", "per/a.ann")]
    [InlineData("text/a.txt", "ola/a.ann", "per/a.ann")]
    [InlineData("a.txt", "a_ola.ann", "a_per.ann")]
    [InlineData("a.txt", "ola.a.ann", "per.a.ann")]
    public void SeveralAnnotatorsShareAnArticle(string text, string first, string second)
    {
        using var folder = new TemporaryFolder((text, Text), (first, Person), (second, City));

        var result = folder.Load();

        Assert.Equal("Mira:PER Oslo:LOC | Oslo-LEFT-Oslo", LoadedFacts.Describe(result));
        Assert.Equal((1, 0), (result.Summary.Articles, result.Summary.SkippedFiles.Length));
        var mentions = result.Store.EdgeTables.First(table => table.Type == "MENTIONS");
        Assert.Equal(
            ["ola", "per"],
            Enumerable.Range(mentions.FirstEdge, 2).Select(edge => result.Store.GetEdgeProperty(edge, "annotator").AsString()).Order());
    }

    [Theory]
    [InlineData("ola", "Mira:PER")]
    [InlineData("per", "Oslo:LOC | Oslo-LEFT-Oslo")]
    [InlineData("nobody", "")]
    public void OneAnnotatorMayBeChosen(string annotator, string expected)
    {
        using var folder = new TemporaryFolder(("a.txt", Text), ("a_ola.ann", Person), ("a_per.ann", City));

        Assert.Equal(expected, LoadedFacts.Describe(folder.Load(new LoadOptions(null) { Annotator = annotator })));
    }

    /// <summary>Each counting that tools and scripts have used: the words decide.</summary>
    [Theory]
    [InlineData("code points", "🙂 é\nMira left.", "T1\tPER 4 8\tMira", 0)]
    [InlineData("UTF-16 units", "🙂 é\nMira left.", "T1\tPER 5 9\tMira", 1)]
    [InlineData("bytes", "🙂 é\nMira left.", "T1\tPER 8 12\tMira", 1)]
    [InlineData("CR LF as two", "A.\r\nB.\r\nMira left.", "T1\tPER 8 12\tMira", 0)]
    [InlineData("CR LF as one", "A.\r\nB.\r\nMira left.", "T1\tPER 6 10\tMira", 1)]
    [InlineData("a byte order mark", "\uFEFFMira left.", "T1\tPER 1 5\tMira", 1)]
    public void TheWordsShowWhatOffsetsCount(string counting, string text, string annotation, int notes)
    {
        using var folder = new TemporaryFolder(("a.txt", text), ("a.ann", annotation + "\n"));

        var result = folder.Load();

        Assert.True(LoadedFacts.Describe(result) == "Mira:PER", counting);
        Assert.Equal(notes, result.Diagnostics.Count(diagnostic => diagnostic.Id == "GR6115"));
    }

    [Fact]
    public void WordsThatFitNoCountingAreReported()
    {
        using var folder = new TemporaryFolder(("a.txt", Text), ("a.ann", "T1\tPER 0 4\tMira\nT2\tLOC 10 14\tRome\n"));

        var result = folder.Load();

        Assert.Equal(
            (2, 1, 0),
            (result.Summary.Mentions, result.Summary.SurfaceMismatches, result.Diagnostics.Count(diagnostic => diagnostic.Id == "GR6115")));
    }
}
