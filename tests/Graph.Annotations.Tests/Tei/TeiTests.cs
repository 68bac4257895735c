using Graph.Testing;

namespace Graph.Annotations.Tests;

public sealed class TeiTests
{
    private const string Article = """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE TEI SYSTEM "http://example.org/tei.dtd">
        <TEI xmlns="http://www.tei-c.org/ns/1.0" xml:id="letter" xml:lang="en">
          <teiHeader>
            <fileDesc>
              <titleStmt><title>A letter from Oslo</title></titleStmt>
              <publicationStmt><publisher>The Paper</publisher><date when="2022-01-05">5 January</date></publicationStmt>
              <sourceDesc><p>Own sample</p></sourceDesc>
            </fileDesc>
          </teiHeader>
          <standOff>
            <listPerson>
              <person xml:id="ann"><persName>Ann Lee</persName><persName type="short">A. Lee</persName><idno type="wikidata">Q1</idno><birth when="1970"/></person>
            </listPerson>
            <listPlace><place xml:id="oslo"><placeName ref="http://www.wikidata.org/entity/Q585">Oslo</placeName></place></listPlace>
            <listRelation><relation name="LIVES_IN" active="#ann" passive="#oslo"/></listRelation>
          </standOff>
          <text>
            <body>
              <head>News</head>
              <p><persName ref="#ann">Ann <hi>Lee</hi></persName> of the <orgName key="un">United Nations</orgName>
                 is in <placeName ref="#oslo">Oslo</placeName>.<note>An editor's note on <persName>Nobody</persName>.</note>
                 <rs type="person" ref="#ann">She</rs> met <name type="place">Bergen</name> folk &amp; 😀 <rs type="person">a friend</rs>.</p>
            </body>
          </text>
        </TEI>
        """;

    [Fact]
    public void MarkedNamesAndAuthoritiesAreReadAndNotesKeptApart()
    {
        using var folder = new TemporaryFolder(("letter.xml", Article));

        Verifier.Verify(folder.Describe());
    }

    /// <summary>Editors put the break on a line of its own; the word goes on all the same.</summary>
    [Fact]
    public void ABreakInsideAWordTakesTheBlanksAroundIt()
    {
        using var folder = new TemporaryFolder(("a.xml", InText("""
            <p>in <placeName>Amster
              <lb break="no"/>dam</placeName> and <placeName>Rot<pb n="2" break="no"/>
              ter<lb/>dam</placeName></p>
            """)));

        Assert.Equal("in Amsterdam and Rotter dam", folder.Load().Store.Articles.GetText(0));
    }

    [Fact]
    public void BlocksStandOnLinesOfTheirOwn()
    {
        using var folder = new TemporaryFolder(("a.xml", InText(
            "<div1><head>One</head></div1><stage>Enter Ann</stage><epigraph><p>Two</p></epigraph><postscript><p>Three</p></postscript><address><addrLine>A</addrLine><addrLine>B</addrLine></address><u>Four</u><u>Five</u>")));

        Assert.Equal("One\nEnter Ann\nTwo\nThree\nA\nB\nFour\nFive", folder.Load().Store.Articles.GetText(0));
    }

    /// <summary>What was deleted, or is the reading that was corrected, is no text of the article; the names in it are counted.</summary>
    [Fact]
    public void NamesThatAreLeftOutAreCounted()
    {
        using var folder = new TemporaryFolder(("a.xml", InText("""
            <p><persName>Ann</persName> <del>and <persName>Bob</persName></del> <choice><sic><persName>Cass</persName></sic><corr><persName>Cas</persName></corr></choice> <persName key="dan"/></p>
            """)));

        var summary = folder.Load().Summary;

        Assert.Equal(2, summary.Mentions);
        Assert.Equal(3, summary.Others.Single(pair => pair.Key == "names outside the text").Value);
    }

    [Fact]
    public void AFileOfAuthoritiesIsNoArticle()
    {
        using var folder = new TemporaryFolder(
            ("people.xml", """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><listPerson><person xml:id="ann"><persName>Ann</persName></person></listPerson></body></text></TEI>"""));

        var summary = folder.Load().Summary;

        Assert.Equal((0, 1), (summary.Articles, summary.Entities));
    }

    [Theory]
    [InlineData("""<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&b;</p></body></text></TEI>""")]
    [InlineData("""<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/hostname">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&x;</p></body></text></TEI>""")]
    [InlineData("""<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>never closed""")]
    public void EntitiesAndBrokenFilesAreRefused(string text)
    {
        using var folder = new TemporaryFolder(("bad.xml", text));

        var result = folder.Load();

        Assert.Equal((0, 1), (result.Summary.Articles, result.Summary.Malformed));
    }

    [Fact]
    public void NoMutantOfAnArticleCrashes()
    {
        using var folder = new TemporaryFolder(("letter.xml", Article));
        var path = Path.Combine(folder.FullPath, "letter.xml");
        var original = File.ReadAllBytes(path);
        for (var seed = 0; seed < 160; seed++)
        {
            File.WriteAllBytes(path, new Mutator(seed).Mutate(original, seed % Mutator.KindCount));
            var result = folder.Load();

            Assert.True(result.Summary.Articles == 1 || !result.Diagnostics.IsEmpty || !result.Summary.SkippedFiles.IsEmpty, $"Mutant {seed} is lost without a word.");
        }
    }

    private static string InText(string body) => $"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>""";
}
