namespace Graph.Annotations.Tests;

/// <summary>What TEI editions do with words, names, letters and speeches.</summary>
public sealed class TeiReadingTests
{
    private const string Header = "<teiHeader><fileDesc><titleStmt><title level=\"s\">All letters</title><title level=\"a\">Mira to Ola</title></titleStmt><publicationStmt><date when=\"2019\"/></publicationStmt><sourceDesc><p/></sourceDesc></fileDesc>";

    [Theory]
    [InlineData("<s><w>I</w><w>thank</w><name type=\"PER\"><w>Mira</w><w join=\"right\">Dahl</w></name><pc>,</pc><w>who</w><pc join=\"right\">(</pc><w join=\"right\">now</w><pc join=\"right\">)</pc><pc>.</pc></s>", "I thank Mira Dahl, who (now).")]
    [InlineData("<s>\n<w>Mira</w>\n<w join=\"right\">left</w>\n<pc>.</pc>\n</s>\n<s>\n<w>She</w>\n<pc join=\"left\">.</pc>\n</s>", "Mira left. She.")]
    [InlineData("<s><w>Mira</w><w>saw</w><pc>(</pc><w>far</w><pc>)</pc><w>Oslo</w><pc>.</pc></s>", "Mira saw (far) Oslo.")]
    [InlineData("<p><w>don</w><w>'t</w> <w>go</w></p>", "don't go")]
    public void BlanksBetweenTokensAreThoseOfTheText(string body, string expected)
    {
        using var folder = new TemporaryFolder(("a.xml", Wrap(body)));

        Assert.Equal(expected, folder.Load().Store.Articles.GetText(0).Replace('\n', ' '));
    }

    [Theory]
    [InlineData("<p>So <persName part=\"I\">Mira</persName>, he said, <persName part=\"F\">Dahl</persName> left.</p>", 1)]
    [InlineData("<p>So <persName xml:id=\"a\" next=\"#b\">Mira</persName>, he said, <persName xml:id=\"b\" prev=\"#a\">Dahl</persName> left.</p>", 1)]
    [InlineData("<p><persName>Mira<lb/>Dahl</persName> and <persName>Ola<pb/> Berg</persName>.</p>", 2)]
    public void ANameThatGoesOnIsOneMention(string body, int mentions)
    {
        using var folder = new TemporaryFolder(("a.xml", Wrap(body)));

        Assert.Equal(mentions, folder.Load().Summary.Mentions);
    }

    /// <summary>Segments of one structure are one mention; its fragments are joined where only blanks are between them.</summary>
    [Theory]
    [InlineData("<seg ana=\"#A1\">Mira</seg> left <seg ana=\"#A2\">Oslo</seg>.", "Mira:Person Oslo:City", "")]
    [InlineData("<seg ana=\"#A1\">Mira </seg><seg ana=\"#A1 #A2\">Oslo</seg>.", "Mira Oslo:Person Oslo:City", "")]
    [InlineData("<seg ana=\"#A2\">Mira</seg>, says he, <seg ana=\"#A2\">Dahl</seg> in <seg ana=\"#A1\">Oslo</seg>.", "Mira, says he, Dahl:City Oslo:Person", "")]
    [InlineData("<seg ana=\"#A1\">Mira <seg ana=\"#A1\">Dahl</seg></seg> <seg ana=\"#A3 #A9\">left</seg>.", "Mira Dahl:Person", "analyses of 'seg' elements without a declared type 2, feature structures that no words of a text point at 2")]
    public void SegmentsOfAFeatureStructureAreOneMention(string body, string mentions, string told)
    {
        var undeclared = told.Length > 0 ? "<fs xml:id=\"A3\" type=\"D3\"/>" : "";
        using var folder = new TemporaryFolder(
            ("a.xml", WrapFeatures($"<ab>{body}</ab>", "<f name=\"mood\"><vColl><string>calm</string></vColl></f>", undeclared)));

        var result = folder.Load();

        Assert.Equal(mentions, LoadedFacts.Describe(result));
        Assert.Equal("calm", result.Store.GetEdgeProperty(0, "mood").AsString());
        Assert.Equal(told, string.Join(", ", result.Summary.Others.Select(pair => $"{pair.Key} {pair.Value}")));
        Assert.DoesNotContain("calm", result.Store.Articles.GetText(0), StringComparison.Ordinal);
    }

    /// <summary>CATMA can leave the words in the file that it annotates.</summary>
    [Fact]
    public void FeatureStructuresOfATextWithoutWordsAreCounted()
    {
        using var folder = new TemporaryFolder(
            ("a.xml", WrapFeatures("<ab><seg ana=\"#A1\"><ptr target=\"catma://1#char=0,4\"/></seg></ab>", "", "")));

        Assert.Equal(
            ("feature structures that no words of a text point at", 2),
            folder.Load().Summary.Others.Select(pair => (pair.Key, (int)pair.Value)).Single());
    }

    [Fact]
    public void PartsOfANameAreProperties()
    {
        using var folder = new TemporaryFolder(
            ("a.xml", Wrap("<p><persName><roleName>Dr</roleName> <forename>Mira</forename> <surname>Dahl</surname></persName> left.</p>")));

        var store = folder.Load().Store;

        Assert.Equal(
            ("Dr", "Mira", "Dahl"),
            (store.GetEdgeProperty(0, "roleName").AsString(), store.GetEdgeProperty(0, "forename").AsString(),
                store.GetEdgeProperty(0, "surname").AsString()));
    }

    [Fact]
    public void ALetterHasSenderReceiverPlaceAndDay()
    {
        using var folder = new TemporaryFolder(("a.xml", "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"a\">" + Header
            + "<profileDesc><correspDesc><correspAction type=\"sent\"><persName ref=\"#p1\">Mira Dahl</persName><placeName ref=\"#l1\">Oslo</placeName><date when=\"1890-05-06\"/></correspAction>"
            + "<correspAction type=\"received\"><persName ref=\"#p2\">Ola Berg</persName></correspAction></correspDesc></profileDesc></teiHeader><text><body><p>Dear Ola</p></body></text></TEI>"));

        var result = folder.Load();

        Assert.Equal("letter-receiver-Ola Berg letter-sender-Mira Dahl letter-sentFrom-Oslo | 1 letter", LoadedFacts.Describe(result));
        Assert.Equal(("Mira to Ola", "1890-05-06"), (result.Store.GetNodeProperty(0, "title").AsString(), ValueText(result, "published")));
        Assert.Equal("1890-05-06", ValueText(result, "on"));
    }

    /// <summary>P4 had no namespace and ids without a prefix; other files lost it.</summary>
    [Theory]
    [InlineData("TEI.2", "id", "<date value=\"1890-05-06\"/>")]
    [InlineData("TEI", "xml:id", "<date when=\"1890-05-06\"/>")]
    public void TheNamespaceMayBeMissing(string root, string id, string date)
    {
        using var folder = new TemporaryFolder(("a.xml", $"""
            <?xml version="1.0"?>
            <{root} {id}="letter"><teiHeader><fileDesc><titleStmt><title>A letter</title></titleStmt><sourceDesc>{date}</sourceDesc></fileDesc></teiHeader>
            <text><body><listPerson><person {id}="p1"><persName>Mira Dahl</persName></person></listPerson><p><name type="person" key="p1">Mira</name> saw <placeName>Oslo</placeName>.</p></body></text></{root}>
            """));

        var result = folder.Load();

        Assert.Equal("Mira:persName/person Oslo:placeName", LoadedFacts.Describe(result));
        Assert.Equal(("letter", "1890-05-06"), (result.Store.GetNodeProperty(0, "key").AsString(), ValueText(result, "published")));
    }

    /// <summary>A list of letters has no words; what it says of each is an event all the same.</summary>
    [Fact]
    public void AListOfLettersIsRead()
    {
        string Letter(int number) =>
            $"<correspDesc ref=\"http://example.org/{number}\"><correspAction type=\"sent\"><persName ref=\"http://d-nb.info/gnd/{number}\">Mira {number}</persName><date when=\"1890-05-0{number}\"/></correspAction><correspAction type=\"received\"><persName ref=\"http://d-nb.info/gnd/9\">Ola</persName></correspAction></correspDesc>";
        using var folder = new TemporaryFolder(
            ("letters.xml",
                "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\">"
                    + Header
                    + $"<profileDesc>{Letter(1)}{Letter(2)}</profileDesc></teiHeader><text><body><p/></body></text></TEI>"));

        Assert.Equal(
            "letter-receiver-Ola letter-receiver-Ola letter-sender-Mira 1 letter-sender-Mira 2 | 2 letter",
            LoadedFacts.Describe(folder.Load()));
    }

    [Fact]
    public void TextsOfACorpusWithoutIdsAreNumbered()
    {
        using var folder = new TemporaryFolder(("all.xml", "<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/>"
            + string.Concat(Enumerable.Repeat(
                "<TEI><teiHeader/><text><body><p>I saw <persName>Mira</persName>.</p></body></text></TEI>", 2)) + "</teiCorpus>"));

        var result = folder.Load();

        Assert.Equal(
            ["all", "all#2"], [result.Store.GetNodeProperty(0, "key").AsString(), result.Store.GetNodeProperty(1, "key").AsString()]);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id == "GR6108");
    }

    /// <summary>The list of organizations may be a file that is not there.</summary>
    [Theory]
    [InlineData("<affiliation ref=\"#party.X\" role=\"member\"/>", "Mira-affiliation-party.X")]
    [InlineData("<affiliation ref=\"#party.X\">Party of X</affiliation>", "Mira-affiliation-Party of X")]
    public void AnAffiliationWithWhatIsListedElsewhereIsKept(string affiliation, string expected)
    {
        using var folder = new TemporaryFolder(
            ("people.xml",
                $"<listPerson xmlns=\"http://www.tei-c.org/ns/1.0\"><person xml:id=\"p1\"><persName>Mira</persName>{affiliation}</person></listPerson>"));

        Assert.Equal(expected, LoadedFacts.Describe(folder.Load()));
        folder.Write(
            "parties.xml",
            "<listOrg xmlns=\"http://www.tei-c.org/ns/1.0\"><org xml:id=\"party.X\"><orgName>Party of X</orgName></org></listOrg>");
        Assert.Equal("Mira-affiliation-Party of X", LoadedFacts.Describe(folder.Load()));
    }

    [Theory]
    [InlineData("<u who=\"#p1\"><seg>I agree.</seg></u>")]
    [InlineData("<sp who=\"#p1\"><speaker>Mira</speaker><p>I agree.</p></sp>")]
    public void WhoSpeaksIsKnown(string body)
    {
        using var folder = new TemporaryFolder(
            ("a.xml", Wrap($"<div>{body}</div>")),
            ("speakers.xml",
                "<listPerson xmlns=\"http://www.tei-c.org/ns/1.0\"><person xml:id=\"p1\"><persName><forename>Mira</forename><surname>Dahl</surname></persName></person></listPerson>"));

        var result = folder.Load();

        Assert.Equal("speech-speaker-Mira Dahl | 1 speech", LoadedFacts.Describe(result));
        Assert.Equal((1, 0), (result.Summary.Articles, result.Summary.SkippedFiles.Length));
    }

    [Fact]
    public void AnAffiliationOfARegisterIsARelationWithDates()
    {
        using var folder = new TemporaryFolder(("list.xml",
            "<listPerson xmlns=\"http://www.tei-c.org/ns/1.0\"><person xml:id=\"p1\"><persName>Mira Dahl</persName><affiliation ref=\"#o1\" role=\"member\" from=\"2015-01-01\" to=\"2019\"/></person>"
            + "<org xml:id=\"o1\"><orgName>Delta Party</orgName></org></listPerson>"));

        var result = folder.Load();

        Assert.Equal("Mira Dahl-affiliation-Delta Party", LoadedFacts.Describe(result));
        Assert.Equal(
            ("member", "2015-01-01"),
            (result.Store.GetEdgeProperty(0, "role").AsString(), Graph.Core.ValueText.Format(result.Store.GetEdgeProperty(0, "from"))));
    }

    [Fact]
    public void ARegisterMayHaveALineOfText()
    {
        using var folder = new TemporaryFolder(
            ("a.xml", Wrap("<p>I met <rs type=\"person\" ref=\"#p1\">Miss D.</rs></p>")),
            ("list.xml",
                "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><text><body><p>A line of text.</p><listPerson><person xml:id=\"p1\"><persName>Mira Dahl</persName></person></listPerson></body></text></TEI>"));

        var summary = folder.Load().Summary;

        Assert.Equal((1, 1, 1), (summary.Articles, summary.Mentions, summary.Entities));
    }

    private static string ValueText(LoadResult result, string property) =>
        Enumerable.Range(0, result.Store.NodeCount)
            .Select(node => result.Store.GetNodeProperty(node, property))
            .Where(value => !value.IsNull)
            .Select(Graph.Core.ValueText.Format)
            .First();

    /// <summary>A text with two structures, <c>A1</c> of a person and <c>A2</c> of a city.</summary>
    private static string WrapFeatures(string body, string features, string others) =>
        $"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"a\">{Header}<encodingDesc><fsdDecl><fsDecl type=\"D1\"><fsDescr>Person</fsDescr></fsDecl><fsDecl type=\"D2\"><fsDescr>City</fsDescr></fsDecl></fsdDecl></encodingDesc></teiHeader>"
        + $"<text><body>{body}</body><fs xml:id=\"A1\" type=\"D1\">{features}</fs><fs xml:id=\"A2\" type=\"D2\">{features}</fs>{others}</text></TEI>";

    private static string Wrap(string body) =>
        $"<TEI xmlns=\"http://www.tei-c.org/ns/1.0\" xml:id=\"a\">{Header}</teiHeader><text><body>{body}</body></text></TEI>";
}
