namespace Graph.Annotations.Tests;

/// <summary>Links of names to entries of a knowledge base, on texts in files of their own.</summary>
public sealed class LinkingFormatTests
{
    private const string Problem =
        """
        <ReferenceProblem>
        <ReferenceFileName>
        Bus1.txt
        </ReferenceFileName>
        <ReferenceInstance>
        <SurfaceForm>
        Home Depot
        </SurfaceForm>
        <Offset>
        0
        </Offset>
        <Length>
        10
        </Length>
        <ChosenAnnotation>
        http://en.wikipedia.org/wiki/Home_Depot
        </ChosenAnnotation>
        <NumAnnotators>
        1
        </NumAnnotators>
        <AnnotatorId>
        x
        </AnnotatorId>
        <Annotation>
        http://en.wikipedia.org/wiki/Home_Depot
        </Annotation>
        </ReferenceInstance>
        <ReferenceInstance><SurfaceForm>Nardelli</SurfaceForm><Offset>19</Offset><Length>8</Length><ChosenAnnotation>*null*</ChosenAnnotation></ReferenceInstance>
        </ReferenceProblem>
        """;

    private const string List =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <msnbc.entityAnnotation>
        <document docName="Bus1.txt"><annotation><mention>Home Depot</mention><wikiName>The Home Depot</wikiName><offset>0</offset><length>10</length></annotation>
        <annotation><mention>Nardelli</mention><wikiName>NIL</wikiName><offset>19</offset><length>8</length></annotation></document>
        <document docName="Bus2"><annotation><mention>Oslo</mention><wikiName/><offset>0</offset><length>4</length></annotation><annotation><mention>Oslo</mention><wikiName>Oslo</wikiName><offset>90</offset><length>4</length></annotation></document>
        <document docName="Bus3"><annotation><mention>Oslo</mention><wikiName>Oslo</wikiName><offset>0</offset><length>4</length></annotation></document>
        </msnbc.entityAnnotation>
        """;

    private const string Table =
        "run\tM1\tHome Depot\tBus1:13-22\tm.01\tORG\tNAM\t1.0\nrun\tM2\tthe firm\tBus1:29-36\tm.01\tORG\tNOM\t1.0\n"
        + "run\tM3\tNardelli\tBus1:47-54\tNIL0007\tPER\tNAM\t1.0\nrun\tM4\tNardelli\tBus2:0-7\tNIL0007\tPER\tNAM\t1.0\nrun\tM5\tx\tBus3:0-1\tNIL0008\tPER\tNAM\t1.0\nrun\tM6\n";

    private const string Text = "Home Depot CEO Mr. Nardelli left.";

    [Theory]
    [InlineData("Problems/Bus1.txt", "RawTexts/Bus1.txt")]
    [InlineData("b/Bus1", "a/Bus1.txt")]
    [InlineData("Bus1.xml", "Bus1.txt")]
    public void AProblemIsReadWithItsText(string problem, string text)
    {
        using var folder = new TemporaryFolder((problem, Problem), (text, Text));

        var result = folder.Load();

        Assert.Equal(("Home Depot: Nardelli:", 0), (LoadedFacts.Describe(result), result.Summary.SkippedFiles.Length));
        Assert.Contains("Home_Depot", GraphDescription.Describe(result));
        Assert.DoesNotContain("null*", GraphDescription.Describe(result));
    }

    [Fact]
    public void AListHasManyDocuments()
    {
        using var folder = new TemporaryFolder(
            ("msnbc/msnbc.xml", List), ("msnbc/RawText/Bus1.txt", Text), ("msnbc/RawText/Bus2", "Oslo won."));

        var result = folder.Load();

        Assert.Equal(
            ("Home Depot: Nardelli: Oslo: | 2 malformed", 2, 0),
            (LoadedFacts.Describe(result), result.Summary.Articles, result.Summary.SkippedFiles.Length));
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Message.Contains("'Bus3'", StringComparison.Ordinal));
    }

    [Fact]
    public void ATableOfMentionsIsReadWithItsDocuments()
    {
        using var folder = new TemporaryFolder(
            ("gold/edl.tab", Table), ("source/Bus1.xml", "<doc id=\"x\">\nHome Depot says the firm lost Mr. Nardelli.\n</doc>"),
            ("source/Bus2.txt", "Nardelli won."));

        var result = folder.Load();

        Assert.Equal(
            ("Home Depot:ORG the firm:ORG Nardelli:PER Nardelli:PER | 2 malformed", 2, 2, 0),
            (LoadedFacts.Describe(result), result.Summary.Articles, result.Summary.Entities, result.Summary.SkippedFiles.Length));
    }

    /// <summary>Places of 2010 and later, entries of the queries themselves or of a table, and queries of 2009 without a place.</summary>
    [Theory]
    [InlineData("<entity>E1</entity>", "<beg>13</beg><end>22</end>", null, "Home Depot: Nardelli:")]
    [InlineData("", "<beg>13</beg><end>22</end>", "EL1\tE1\tORG\tNW\nEL2\tNIL\tPER\tNW\n", "Home Depot:ORG Nardelli:PER")]
    [InlineData("", "", "EL1\tE1\tORG\nEL2\tNIL0002\tPER\n", "Home Depot:ORG Nardelli:PER")]
    [InlineData("", "<beg>900</beg><end>922</end>", null, "Nardelli: | 1 malformed")]
    public void QueriesAreMentionsOfTheirDocuments(string entity, string place, string? answers, string expected)
    {
        var queries =
            $"<?xml version=\"1.0\"?><kbpentlink><query id=\"EL1\"><name>Home Depot</name><docid>Bus1</docid>{place}{entity}</query>"
            + "<query id=\"EL2\"><name>Nardelli</name><docid>Bus1</docid></query></kbpentlink>";
        using var folder = new TemporaryFolder(
            ("q/queries.xml", queries), ("source/Bus1.xml", "<doc id=\"x\">\nHome Depot lost Mr. Nardelli.\n</doc>"));
        if (answers is not null)
            folder.Write("q/answers.tab", answers);

        var result = folder.Load();

        Assert.Equal((expected, 1, 0), (LoadedFacts.Describe(result), result.Summary.Articles, result.Summary.SkippedFiles.Length));
    }
}
