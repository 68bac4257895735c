namespace Graph.Annotations.Tests;

/// <summary>ACE as the years have written it: the annotations of <c>a.apf.xml</c> on the text in <c>a.sgm</c>.</summary>
public sealed class AceFormatTests
{
    private const string Text =
        """
        <DOC>
        <DOCID> APW_ENG_20030322.0119 </DOCID>
        <DOCTYPE SOURCE="newswire"> NEWS STORY </DOCTYPE>
        <DATETIME> 2003-03-22 13:45:00 </DATETIME>
        <BODY>
        <HEADLINE>
        Dahl leaves AT&amp;T
        </HEADLINE>
        <TEXT>
        Chairman Mira Dahl, who led AT&amp;T, left the
        company on Friday. She joins Telenor in Oslo.

        Protesters attacked the building. The attack hurt two guards.
        </TEXT>
        </BODY>
        </DOC>
        """;

    private const string Year2005 =
        """
        <?xml version="1.0"?>
        <!DOCTYPE source_file SYSTEM "apf.v5.1.1.dtd">
        <source_file URI="a.sgm" SOURCE="newswire" TYPE="text" AUTHOR="LDC" ENCODING="UTF-8">
        <document DOCID="APW_ENG_20030322.0119">
        <entity ID="E1" TYPE="PER" SUBTYPE="Individual" CLASS="SPC">
          <entity_mention ID="E1-1" TYPE="NAM" LDCTYPE="NAM"><extent>@Dahl@</extent><head>@Dahl@</head></entity_mention>
          <entity_mention ID="E1-2" TYPE="NAM" LDCTYPE="NAM"><extent>@Chairman Mira Dahl, who led AT&amp;T@</extent><head>@Mira Dahl@</head></entity_mention>
          <entity_mention ID="E1-3" TYPE="PRO" LDCTYPE="PRO"><extent>@She@</extent><head>@She@</head></entity_mention>
          <entity_attributes><name NAME="Mira Dahl">@Mira Dahl@</name></entity_attributes>
        </entity>
        <entity ID="E2" TYPE="ORG" SUBTYPE="Commercial" CLASS="SPC">
          <entity_mention ID="E2-1" TYPE="NAM"><extent>@AT&amp;T#2@</extent><head>@AT&amp;T#2@</head></entity_mention>
          <entity_mention ID="E2-2" TYPE="NOM"><extent>@the\ncompany@</extent><head>@company@</head></entity_mention>
        </entity>
        <entity ID="E3" TYPE="PER" SUBTYPE="Group" CLASS="USP"><entity_mention ID="E3-1" TYPE="NOM"><extent>@Protesters@</extent><head>@Protesters@</head></entity_mention></entity>
        <entity ID="E4" TYPE="PER" SUBTYPE="Group" CLASS="SPC"><entity_mention ID="E4-1" TYPE="NOM"><extent>@two guards@</extent><head>@guards@</head></entity_mention></entity>
        <value ID="V1" TYPE="Job-Title"><value_mention ID="V1-1"><extent>@Chairman@</extent></value_mention></value>
        <timex2 ID="T1" VAL="2003-03-21"><timex2_mention ID="T1-1"><extent>@Friday@</extent></timex2_mention></timex2>
        <relation ID="R1" TYPE="ORG-AFF" SUBTYPE="Employment" TENSE="Past" MODALITY="Asserted">
          <relation_argument REFID="E1" ROLE="Arg-1"/><relation_argument REFID="E2" ROLE="Arg-2"/>
          <relation_mention ID="R1-1" LEXICALCONDITION="Verbal"><extent>@Mira Dahl, who led AT&amp;T@</extent>
            <relation_mention_argument REFID="E1-2" ROLE="Arg-1"/><relation_mention_argument REFID="E2-1" ROLE="Arg-2"/></relation_mention>
          <relation_mention ID="R1-2" LEXICALCONDITION="Verbal"><extent>@left the\ncompany@</extent>
            <relation_mention_argument REFID="E1-2" ROLE="Arg-1"/><relation_mention_argument REFID="E2-2" ROLE="Arg-2"/><relation_mention_argument REFID="T1-1" ROLE="Time-Ending"/></relation_mention>
        </relation>
        <event ID="EV1" TYPE="Conflict" SUBTYPE="Attack" MODALITY="Asserted" POLARITY="Positive" GENERICITY="Specific" TENSE="Past">
          <event_argument REFID="E3" ROLE="Attacker"/><event_argument REFID="E4" ROLE="Target"/>
          <event_mention ID="EV1-1"><extent>@Protesters attacked the building@</extent><ldc_scope>@Protesters@</ldc_scope><anchor>@attacked@</anchor><event_mention_argument REFID="E3-1" ROLE="Attacker"/></event_mention>
          <event_mention ID="EV1-2"><extent>@The attack hurt two guards@</extent><anchor>@attack#2@</anchor><event_mention_argument REFID="E4-1" ROLE="Target"/></event_mention>
        </event>
        </document>
        </source_file>
        """;

    private const string Year2004 =
        """
        <?xml version="1.0"?>
        <source_file SOURCE="newswire" TYPE="text" VERSION="4.0" URI="a.sgm"><document DOCID="d">
        <entity ID="E1" TYPE="PER" SUBTYPE="" CLASS="SPC"><entity_mention ID="1-1" TYPE="NAM" LDCTYPE="NAM"><extent>@Mira Dahl@</extent><head>@Dahl#2@</head></entity_mention></entity>
        <entity ID="E2" TYPE="ORG" SUBTYPE="Commercial" CLASS="SPC"><entity_mention ID="2-1" TYPE="NAM" ROLE="ORG"><extent>@Telenor@</extent><head>@Telenor@</head></entity_mention></entity>
        <relation ID="R1" TYPE="EMP-ORG" SUBTYPE="Employ-Staff"><rel_entity_arg ENTITYID="E1" ARGNUM="1"/><rel_entity_arg ENTITYID="E2" ARGNUM="2"/>
        <relation_mention ID="1-1" LDCLEXICALCONDITION="Verbal"><ldc_extent>@She joins Telenor@</ldc_extent><rel_mention_arg ENTITYMENTIONID="1-1" ARGNUM="1"/><rel_mention_arg ENTITYMENTIONID="2-1" ARGNUM="2"/></relation_mention></relation>
        </document></source_file>
        """;

    private const string Year2002 =
        """
        <?xml version="1.0"?>
        <source_file SOURCE="newswire" TYPE="text" VERSION="2.0" URI="a.sgm"><document DOCID="d">
        <entity ID="E1"><entity_type GENERIC="FALSE">PERSON</entity_type><entity_mention TYPE="NAME" ID="E1-1"><extent>%Mira Dahl%</extent><head>%Mira Dahl%</head></entity_mention></entity>
        <entity ID="E2"><entity_type GENERIC="FALSE">ORGANIZATION</entity_type><entity_mention TYPE="NAME" ID="E2-2"><extent>%Telenor%</extent><head>%Telenor%</head></entity_mention></entity>
        <relation ID="R1" TYPE="ROLE" SUBTYPE="STAFF" CLASS="EXPLICIT"><rel_entity_arg ENTITYID="E1" ARGNUM="1"/><rel_entity_arg ENTITYID="E2" ARGNUM="2"/>
        <relation_mentions><relation_mention ID="R1-1"><rel_mention_arg MENTIONID="E1-1" ARGNUM="1"/><rel_mention_arg MENTIONID="E2-2" ARGNUM="2"/></relation_mention></relation_mentions></relation>
        </document></source_file>
        """;

    private const string Expected2005 =
        "Dahl:Individual/PER Chairman:Job-Title Mira Dahl:Individual/PER AT&T:Commercial/ORG the company:Commercial/ORG Friday:TIMEX2 She:Individual/PER "
        + "Protesters:Group/PER two guards:Group/PER | Conflict:Attack-Attacker-Protesters Conflict:Attack-Target-two guards "
        + "Dahl-ORG-AFF-AT&T Dahl-ORG-AFF-AT&T | 1 Conflict:Attack";

    public static TheoryData<string, string, string, string> Years => new()
    {
        { "2005", Text, Write(Year2005, Text), Expected2005 },
        { "2004", Text, Write(Year2004, Text), "Dahl:PER Telenor:Commercial/ORG | Dahl-EMP-ORG-Telenor" },
        {
            "2002, characters as elements", Text, Write(Year2002.Replace('%', '@'), Text, older: true),
            "Mira Dahl:PERSON Telenor:ORGANIZATION | Mira Dahl-ROLE-Telenor"
        },
        { "line ends of two characters, counted as one", Text.Replace("\n", "\r\n"), Write(Year2005, Text),
            Expected2005.Replace("the company", "the\r company") },
        { "tags are counted", Text, Write(Year2005, Text, view: Text), Expected2005 },
        {
            "references are counted as what they stand for", Text,
            Write(Year2005.Replace("&amp;", "&"), Text, view: StandoffWriter.WithoutTags(Text).Replace("&amp;", "&")), Expected2005
        },
        { "a plain text", StandoffWriter.WithoutTags(Text)
            .Replace("&amp;", "and"), Write(Year2004.Replace("&amp;", "and"), Text.Replace("&amp;", "and")),
            "Dahl:PER Telenor:Commercial/ORG | Dahl-EMP-ORG-Telenor" },
        {
            "what is wrong costs only itself", Text,
            Write(Year2004, Text).Replace("ENTITYMENTIONID=\"2-1\"", "ENTITYMENTIONID=\"2-9\"").Replace(">Telenor<", ">Telia<"),
            "Dahl:PER Telenor:Commercial/ORG | 2 malformed | 2 mismatches"
        },
    };

    [Theory]
    [MemberData(nameof(Years))]
    public void EachYearIsRead(string what, string text, string annotations, string expected)
    {
        using var folder = new TemporaryFolder(("a.sgm", text), ("a.apf.xml", annotations));

        var result = folder.Load();

        Assert.Equal((what, expected, 0), (what, LoadedFacts.Describe(result), result.Summary.SkippedFiles.Length));
    }

    [Fact]
    public void AnArticleHasItsHeadAsPropertiesAndNoSentenceOverTags()
    {
        using var folder = new TemporaryFolder(("a.sgm", Text), ("a.apf.xml", Write(Year2005, Text)));

        var articles = folder.Load().Store.Articles;

        Assert.Equal(
            ["Dahl leaves AT&T", "Chairman Mira Dahl, who led AT&T, left the\ncompany on Friday.", "She joins Telenor in Oslo.",
                "Protesters attacked the building.", "The attack hurt two guards."],
            articles.GetSentences(0).Select(span => articles.GetText(0).Substring(span.Start, span.Length)));
    }

    [Theory]
    [InlineData("a.sgm", "a.apf.xml")]
    [InlineData("source/a.sgm", "apf/a.apf.xml")]
    [InlineData("apf/sgm/a.sgm", "apf/a.apf.xml")]
    [InlineData("a.SGM", "a.apf.xml")]
    [InlineData("b.sgm", "b.sgm.tmx.rdc.xml")]
    [InlineData("data/source/x/a.sgm", "data/ann/x/a.apf.xml")]
    public void TheTextIsFoundNearby(string text, string annotations)
    {
        using var folder = new TemporaryFolder((text, Text), (annotations, Write(Year2005, Text)));

        var result = folder.Load();

        Assert.Equal((1, 9, 0), (result.Summary.Articles, result.Summary.Mentions, result.Summary.SkippedFiles.Length));
        var alone = GraphLoader.Load([Path.Combine(folder.FullPath, annotations)], new LoadOptions(null));
        Assert.Equal((1, 9), (alone.Summary.Articles, alone.Summary.Mentions));
    }

    [Fact]
    public void AMissingTextIsNamed()
    {
        using var folder = new TemporaryFolder(("a.apf.xml", Write(Year2005, Text)));

        var result = folder.Load();

        Assert.Equal((0, 1), (result.Summary.Articles, result.Summary.Malformed));
        Assert.Contains(result.Diagnostics, diagnostic => diagnostic.Message.Contains("'a.sgm'", StringComparison.Ordinal));
    }

    private static string Write(string template, string text, bool older = false, string? view = null) => StandoffWriter.Write(
        template, view ?? StandoffWriter.WithoutTags(text), (start, end, words) => older
            ? $"<charseq><!-- string = \"{words}\" --><start>{start}</start><end>{end - 1}</end></charseq>"
            : $"<charseq START=\"{start}\" END=\"{end - 1}\">{words.Replace("&amp;", "&").Replace("&", "&amp;")}</charseq>");
}
