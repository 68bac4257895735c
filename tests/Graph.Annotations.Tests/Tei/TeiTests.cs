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
            ("people.xml",
                """<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body><listPerson><person xml:id="ann"><persName>Ann</persName></person></listPerson></body></text></TEI>"""));

        var summary = folder.Load().Summary;

        Assert.Equal((0, 1), (summary.Articles, summary.Entities));
    }

    /// <summary>What a file declares itself is text; pictures that it names are not opened.</summary>
    [Fact]
    public void EntitiesOfTheFileItselfAreRead()
    {
        using var folder = new TemporaryFolder(("a.xml",
            """<!DOCTYPE TEI [<!ENTITY dots "&#8230;"><!ENTITY more "&dots;&dots;"><!ENTITY pic SYSTEM "p.jpg" NDATA jpg>]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p><persName>Ann</persName>&more;</p></body></text></TEI>"""));

        Assert.Equal("Ann\u2026\u2026", folder.Load().Store.Articles.GetText(0));
    }

    /// <summary>
    /// Who speaks is said by a reference or by name; received letters have their day too; a list keeps what it says of people.
    /// </summary>
    [Theory]
    [InlineData("""<text><body><sp><speaker>Ann.</speaker><p>Yes.</p></sp><sp who="#bob"><speaker>Bob</speaker><p>No.</p></sp><sp><speaker>Ann.</speaker><p>Well.</p></sp></body></text>""", "speech-speaker-Ann speech-speaker-Ann speech-speaker-bob")]
    [InlineData("""<teiHeader><profileDesc><correspDesc><correspAction type="sent"><persName>Ann</persName><date when="1890-01-02"/></correspAction><correspAction type="received"><persName>Bob</persName><date when="1890-01-05"/></correspAction></correspDesc></profileDesc></teiHeader><text><body><p>Dear</p></body></text>""", "letter-receiver-Bob letter-sender-Ann")]
    [InlineData("""<standOff><listPerson><person xml:id="a"><persName>Ann</persName></person><person xml:id="b"><persName>Bob</persName></person><listRelation><relation name="knows" mutual="#a #b" from="1890"/></listRelation></listPerson></standOff><text><body><p>x</p></body></text>""", "Ann-knows-Bob")]
    public void FactsOfATextAreRelations(string content, string relations)
    {
        using var folder = new TemporaryFolder(("a.xml", $"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">{content}</TEI>"));

        var described = LoadedFacts.Describe(folder.Load());

        Assert.Equal(relations, string.Join(' ', described.Split(" | ")[0].Split(' ').Order()));
    }

    [Fact]
    public void AListKeepsWhatItSaysOfPeople()
    {
        using var folder = new TemporaryFolder(("people.xml", """
            <listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="a"><persName>Ann</persName><occupation>printer</occupation><sex value="F"/><note>one</note><note>two</note><affiliation>Mill</affiliation><affiliation ref="https://d-nb.info/gnd/1"/></person></listPerson>
            """));

        var described = folder.Describe();

        foreach (var part in new[] { "occupation: 'printer'", "sex: 'F'", "'one', 'two'", "'Mill', 'https://d-nb.info/gnd/1'" })
            Assert.Contains(part, described);
    }

    /// <summary>
    /// Parts of a text are put in where they are included; texts and lists of the folder are read once, by themselves, and put in where one
    /// file is asked for. Nothing outside the folder is opened.
    /// </summary>
    [Theory]
    [InlineData("""<text><body><xi:include href="parts/one.xml"/></body></text>""", "Ann left", 3, 0)]
    [InlineData("""<text><body><p><xi:include href="parts/two.xml" xpointer="s2"/></p></body></text>""", "Bob", 3, 0)]
    [InlineData("""<text><body><p>x <xi:include href="parts/note.txt" parse="text"/></p></body></text>""", "x plain", 2, 0)]
    [InlineData("""<text><body><p>x <xi:include href="parts/none.xml"><xi:fallback>nothing</xi:fallback></xi:include></p></body></text>""", "x nothing", 2, 1)]
    [InlineData("""<text><body><p>x <xi:include href="../../outside.xml"/></p></body></text>""", "x", 2, 1)]
    [InlineData("""<text><body><p>x</p><xi:include href="a.xml"/></body></text>""", "x", 2, 1)]
    public void PartsAreIncluded(string content, string text, int mentions, int leftOut)
    {
        using var folder = new TemporaryFolder(
            ("a.xml", $"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xmlns:xi=\"http://www.w3.org/2001/XInclude\">{content}</TEI>"),
            ("b.xml", InText("<p><persName>Eve</persName> and <persName>Cy</persName></p>")),
            ("parts/one.xml", """<div xmlns="http://www.tei-c.org/ns/1.0"><p><persName>Ann</persName> left</p></div>"""),
            ("parts/two.xml",
                """<p xmlns="http://www.tei-c.org/ns/1.0"><seg xml:id="s1">Ann</seg> <persName xml:id="s2">Bob</persName></p>"""),
            ("parts/note.txt", "plain"));

        var result = folder.Load();

        var missing = result.Summary.Others
            .Where(other => other.Key.StartsWith("inclusions of", StringComparison.Ordinal))
            .Sum(other => other.Value);
        Assert.Equal(
            (text, mentions, leftOut), (result.Store.Articles.GetText(0), result.Summary.Mentions, result.Summary.Malformed + missing));
    }

    [Fact]
    public void AFileThatIsAskedForAloneComesWithWhatItIncludes()
    {
        using var folder = new TemporaryFolder(
            ("corpus.xml",
                """<teiCorpus xmlns="http://www.tei-c.org/ns/1.0" xmlns:xi="http://www.w3.org/2001/XInclude"><teiHeader/><xi:include href="b.xml"/><xi:include href="corpus.xml"/></teiCorpus>"""),
            ("b.xml", InText("<p><persName>Eve</persName></p>")));

        Assert.Equal((1, 1, 1), Count(folder.Load()));
        Assert.Equal((1, 1, 1), Count(GraphLoader.Load([Path.Combine(folder.FullPath, "corpus.xml")], new LoadOptions(null))));

        static (int, int, int) Count(LoadResult result) => (result.Summary.Articles, result.Summary.Mentions, result.Summary.Malformed);
    }

    /// <summary>Of an apparatus the lemma is the text.</summary>
    [Fact]
    public void OneReadingOfAnApparatusIsTheText()
    {
        using var folder = new TemporaryFolder(
            ("a.xml", InText("<p><app><lem><persName>Ann</persName></lem><rdg><persName>Anne</persName></rdg></app> left</p>")));

        var result = folder.Load();

        Assert.Equal(("Ann left", 1), (result.Store.Articles.GetText(0), result.Summary.Mentions));
    }

    [Theory]
    [InlineData("""<!DOCTYPE TEI [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;"><!ENTITY e "&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;"><!ENTITY f "&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;">]><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&f;&f;</p></body></text></TEI>""")]
    [InlineData("""<!DOCTYPE TEI SYSTEM "tei.dtd"><TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><p>&owner;</p></body></text></TEI>""")]
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

            Assert.True(
                result.Summary.Articles == 1 || !result.Diagnostics.IsEmpty || !result.Summary.SkippedFiles.IsEmpty,
                $"Mutant {seed} is lost without a word.");
        }
    }

    private static string InText(string body) =>
        $"""<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>{body}</body></text></TEI>""";
}
