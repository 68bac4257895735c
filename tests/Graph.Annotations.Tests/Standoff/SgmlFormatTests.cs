namespace Graph.Annotations.Tests;

/// <summary>Names and coreference that tags in the text mark, as MUC and those after it wrote them.</summary>
public sealed class SgmlFormatTests
{
    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "MUC-6 names", "a.ne.key",
            """
            <DOC>
            <DOCID> wsj93_059.0203 </DOCID>
            <DOCNO> 930219-0013. </DOCNO>
            <HL>    Who's News:
            @  <ENAMEX TYPE="ORGANIZATION">Gerral Corp.</ENAMEX> </HL>
            <DD> 02/19/93 </DD>
            <SO> A JOURNAL (J), PAGE B5 </SO>
            <TXT>
            <p>
            <s> <ENAMEX TYPE="ORGANIZATION">Gerral Corp.</ENAMEX> (<ENAMEX TYPE="LOCATION" STATUS="OPT">Oslo</ENAMEX>)
            named <ENAMEX TYPE="PERSON" MIN="Dahl">Ms. Dahl</ENAMEX> in <TIMEX TYPE="DATE">May</TIMEX> for <NUMEX TYPE="MONEY">$5 million</NUMEX>.</s>
            </p>
            </TXT>
            </DOC>
            """,
            "Gerral Corp.:ORGANIZATION Gerral Corp.:ORGANIZATION Oslo:LOCATION Ms. Dahl:PERSON May:DATE $5 million:MONEY"
        },
        {
            "MUC-6 coreference, a mark in a mark", "a.co.key",
            """
            <DOC><DOCNO> 1 </DOCNO><TXT><p><s> <COREF ID="1" MIN="Dahl">Mira Dahl, the head of <COREF ID="2">Gerral</COREF></COREF>, left <COREF ID="3" TYPE="IDENT" REF="2" STATUS="OPT">the firm</COREF>.</s>
            <s><COREF ID="4" TYPE="IDENT" REF="1">She</COREF> is <COREF ID="5" TYPE="IDENT" REF="4">an engineer</COREF>.</s></p></TXT></DOC>
            """,
            "Mira Dahl, the head of Gerral: Gerral: the firm: She: an engineer:"
        },
        {
            "MUC-7, two documents, marks in their heads, alternatives", "training.ne.sgm",
            """
            <DOC>
            <DOCID> nyt960214.0704 </DOCID>
            <STORYID cat=f pri=r> A4479 </STORYID>
            <SLUG fv=taf-z> BC-<ENAMEX TYPE="LOCATION">NORWAY</ENAMEX>-NYT </SLUG>
            <DATE> <TIMEX TYPE="DATE">02-14</TIMEX> </DATE>
            <NWORDS> 0608 </NWORDS>
            <TEXT>
            <p>
            <ENAMEX TYPE="PERSON">Mira Dahl</ENAMEX> sued <ENAMEX TYPE="ORGANIZATION|LOCATION">AT&amp;T</ENAMEX>.
            <p>
            She won.
            </TEXT>
            <TRAILER>
            NYT-<TIMEX TYPE="DATE">02-14-96</TIMEX>
            </TRAILER>
            </DOC>
            <DOC>
            <DOCID> nyt960215.0001 </DOCID>
            <TEXT>
            <p>
            <ENAMEX TYPE="PERSON">Bo</ENAMEX> left.
            </TEXT>
            </DOC>
            """,
            "NORWAY:LOCATION 02-14:DATE Mira Dahl:PERSON AT&T:LOCATION/ORGANIZATION 02-14-96:DATE Bo:PERSON"
        },
        {
            "IEER, tags that begin and end", "APW_19980314",
            """
            <DOC>
            <DOCNO> APW19980314.0391 </DOCNO>
            <DOCTYPE> NEWS </DOCTYPE>
            <DATE_TIME> 03/14/1998 10:36:00 </DATE_TIME>
            <BODY>
            <HEADLINE>
            Kenyans protest
            </HEADLINE>
            <TEXT>
            <p>
            <b_enamex type="LOCATION">NAIROBI<e_enamex>, <b_enamex type="LOCATION">Kenya<e_enamex> (<b_enamex type="ORGANIZATION">AP<e_enamex>) _
            It ended <b_timex type="DATE">Saturday<e_timex> at <b_numex type="PERCENT">5 percent<e_numex>.
            </TEXT>
            </BODY>
            </DOC>
            """,
            "NAIROBI:LOCATION Kenya:LOCATION AP:ORGANIZATION Saturday:DATE 5 percent:PERCENT"
        },
        {
            "OntoNotes names, parts of tokens", "wsj_0001.name",
            """
            <DOC DOCNO="nw/wsj/00/wsj_0001@0001@wsj@nw@en@on">
            <ENAMEX TYPE="PERSON">Mira Dahl</ENAMEX> , <ENAMEX TYPE="DATE">61 years old</ENAMEX>
            The <ENAMEX TYPE="GPE" S_OFF="4">non-U.S.</ENAMEX> board met .
            </DOC>
            """,
            "Mira Dahl:PERSON 61 years old:DATE U.S.:GPE"
        },
        {
            "OntoNotes coreference, one id for a chain", "wsj_0001.coref",
            """
            <DOC DOCNO="nw/wsj/00/wsj_0001@0001@wsj@nw@en@on">
            <TEXT PARTNO="000">
            <COREF ID="12" TYPE="IDENT">Mira Dahl</COREF> left <COREF ID="9" TYPE="IDENT"><COREF ID="12" TYPE="IDENT">her</COREF> firm</COREF> .
            </TEXT>
            </DOC>
            """,
            "Mira Dahl: her: her firm:"
        },
        {
            "HAREM", "cd.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE colHAREM>
            <colHAREM versao="x"><DOC DOCID="hub-1">
            <P>A <EM ID="h1-1" CATEG="ORGANIZACAO|LOCAL" TIPO="INSTITUICAO|HUMANO">Universidade de Lisboa</EM> fica em <EM ID="h1-2" CATEG="LOCAL" TIPO="HUMANO">Lisboa</EM>.</P>
            </DOC></colHAREM>
            """,
            "Universidade de Lisboa:LOCAL/ORGANIZACAO Lisboa:LOCAL"
        },
        {
            "i2b2 of 2006, records", "unannotated_records.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <ROOT>
            <RECORD ID="1"><TEXT>
            Seen by Dr. <PHI TYPE="DOCTOR">Dahl</PHI> at <PHI TYPE="HOSPITAL">Bergen</PHI> .
            </TEXT></RECORD>
            <RECORD ID="2"><TEXT>Sent to <PHI TYPE="HOSPITAL">Oslo</PHI> .</TEXT></RECORD>
            </ROOT>
            """,
            "Dahl:DOCTOR Bergen:HOSPITAL Oslo:HOSPITAL"
        },
        {
            "an element for each type", "a.txt",
            "<PERSON>Mira Dahl</PERSON> left <ORGANIZATION>Gerral</ORGANIZATION> in <LOCATION>Oslo</LOCATION>.\n<DATE>Monday</DATE> was cold, 3 < 4.\n",
            "Mira Dahl:PERSON Gerral:ORGANIZATION Oslo:LOCATION Monday:DATE"
        },
        {
            "a mark without an end costs only itself", "a.sgm",
            "<DOC><DOCID>1</DOCID><TEXT><ENAMEX TYPE=PERSON>Mira</ENAMEX> left <ENAMEX TYPE=LOCATION>Oslo.<ENAMEX TYPE=LOCATION> </ENAMEX>\r\n</TEXT></DOC>",
            "Mira:PERSON | 1 malformed"
        },
        {
            "NITF, whose head has names that stand nowhere", "a.xml",
            """
            <nitf><head><docdata><identified-content><person class="index">Dahl, Mira</person><location>Bergen</location></identified-content></docdata></head>
            <body><body.content><p><person>Mira Dahl</person> left <location>Oslo</location>.</p></body.content></body></nitf>
            """,
            "Mira Dahl:person Oslo:location"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void EachKindOfMarkIsRead(string what, string name, string text, string expected)
    {
        using var folder = new TemporaryFolder((name, text));

        var result = folder.Load();

        Assert.Equal((what, expected, 0), (what, LoadedFacts.Describe(result), result.Summary.SkippedFiles.Length));
    }

    [Theory]
    [InlineData(1, 2, 5)]
    [InlineData(5, 1, 3)]
    public void MarksThatReferToEachOtherAreOneEntity(int file, int chains, int mentions)
    {
        using var folder = WriteFile(file);

        var summary = folder.Load().Summary;

        Assert.Equal((chains, mentions, 2), (summary.Others["coreference chains"], summary.Mentions, summary.Entities));
    }

    [Fact]
    public void EachDocumentIsAnArticleWithItsHead()
    {
        using var folder = WriteFile(2);

        var store = folder.Load().Store;

        Assert.Equal(
            "BC-NORWAY-NYT \n 02-14 \n\n\n\nMira Dahl sued AT&T.\n\nShe won.\n\n\nNYT-02-14-96", store.Articles.GetText(0));
        Assert.Equal(["nyt960214.0704", "nyt960215.0001"], new[] { 0, 1 }.Select(node => store.GetNodeProperty(node, "key").AsString()));
    }

    /// <summary>Data with elements of these names are no text with marks.</summary>
    [Theory]
    [InlineData("a.xml", "<people><person>Mira Dahl</person><location>Oslo</location></people>")]
    [InlineData("a.xml", "<people>\n<person>Mira Dahl</person>\n<location>Oslo</location>\n</people>")]
    [InlineData("a.html", "<p><person>Mira Dahl</person> left</p>")]
    [InlineData("a.txt", "Write <ENAMEX> around names.\n")]
    public void OtherFilesAreLeftAlone(string name, string text)
    {
        using var folder = new TemporaryFolder((name, text));

        Assert.Equal(0, folder.Load().Summary.Articles);
    }

    private static TemporaryFolder WriteFile(int number)
    {
        var row = Files.ElementAt(number);
        return new TemporaryFolder(((string)row[1], (string)row[2]));
    }
}
