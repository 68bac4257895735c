namespace Graph.Annotations.Tests;

/// <summary>The XML of MAE and of the shared tasks that were annotated with it.</summary>
public sealed class MaeFormatTests
{
    public static TheoryData<string, string, string> Files => new()
    {
        {
            "i2b2 2014",
            """
            <?xml version="1.0" encoding="UTF-8" ?>
            <deIdi2b2>
            <TEXT><![CDATA[
            Record date: 2069-04-07
            Mr. Villegas is seen at CRH & Co by Dr. Dahl.
            ]]></TEXT>
            <TAGS>
            <DATE id="P0" start="14" end="24" text="2069-04-07" TYPE="DATE" comment="" />
            <NAME id="P1" start="29" end="37" text="Villegas" TYPE="PATIENT" comment="" />
            <LOCATION id="P2" start="49" end="57" text="CRH &amp; Co" TYPE="HOSPITAL" comment="sure" />
            <NAME id="P3" start="65" end="69" text="Dahl" TYPE="DOCTOR" comment="" />
            </TAGS>
            </deIdi2b2>
            """,
            "2069-04-07:DATE Villegas:NAME/PATIENT CRH & Co:HOSPITAL/LOCATION Dahl:DOCTOR/NAME"
        },
        {
            "i2b2 2012, links",
            """
            <?xml version="1.0" encoding="UTF-8" ?>
            <ClinicalNarrativeTemporalAnnotation>
            <TEXT><![CDATA[
            Admission 03/29/1993 for pain.
            ]]></TEXT>
            <TAGS>
            <EVENT id="E0" start="1" end="10" text="Admission" modality="FACTUAL" polarity="POS" type="OCCURRENCE" />
            <TIMEX3 id="T0" start="11" end="21" text="03/29/1993" type="DATE" val="1993-03-29" mod="NA" />
            <EVENT id="E1" start="26" end="30" text="pain" modality="FACTUAL" polarity="POS" type="PROBLEM" />
            <TLINK id="TL0" fromID="E0" fromText="Admission" toID="T0" toText="03/29/1993" type="OVERLAP" />
            <TLINK id="TL1" fromID="E1" fromText="pain" toID="E9" toText="x" type="BEFORE" />
            </TAGS>
            </ClinicalNarrativeTemporalAnnotation>
            """,
            "Admission:EVENT/OCCURRENCE 03/29/1993:DATE/TIMEX3 pain:EVENT/PROBLEM | Admission-OVERLAP-03/29/1993 | 1 malformed"
        },
        {
            "MAE 2: parts, links of three, a tag without words, emoji counted as UTF-16",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <NewsTask>
            <TEXT><![CDATA[🙂 Mira and Bo Dahl sold Gerral to Telenor.]]></TEXT>
            <TAGS>
            <PERSON id="P1" spans="3~7,15~19" text="Mira ... Dahl" role=""/>
            <PERSON id="P2" spans="12~19" text="Bo Dahl" role="owner"/>
            <FIRM id="F1" spans="25~31" text="Gerral"/>
            <FIRM id="F2" spans="35~42" text="Telenor"/>
            <DOC_TIME id="D1" spans="-1~-1" text="" val="2021-03-04"/>
            <TOPIC id="D2" spans="" text="" kind="economy"/>
            <SALE id="S1" sellerID="P1" sellerText="Mira ... Dahl" goodsID="F1" goodsText="Gerral" buyerID="F2" buyerText="Telenor" sure="no"/>
            <KIN id="K1" fromID="P1" fromText="Mira ... Dahl" toID="P2" toText="Bo Dahl" kind="sister"/>
            <WHEN id="W1" fromID="F1" fromText="Gerral" toID="D1" toText=""/>
            </TAGS>
            </NewsTask>
            """,
            "Mira and Bo Dahl:PERSON Bo Dahl:PERSON Gerral:FIRM Telenor:FIRM | "
            + "Gerral-WHEN-2021-03-04 Mira Dahl-KIN-Bo Dahl SALE-buyer-Telenor SALE-goods-Gerral SALE-seller-Mira Dahl | 1 SALE"
        },
        {
            "tags of documents, and a text that is longer than the head of a file",
            $"""
            <?xml version="1.0" encoding="UTF-8" ?>
            <PatientMatching>
            <TEXT><![CDATA[{new string('x', 9000)} Dahl]]></TEXT>
            <TAGS>
            <ABDOMINAL met="not met" />
            <NAME id="N1" start="9001" end="9005" text="Dahl" />
            <NAME id="N2" start="9001" end="9099" text="Dahl" />
            <NAME id="N1" start="9001" end="9005" text="Dahl" />
            </TAGS>
            </PatientMatching>
            """,
            "Dahl:NAME | 2 malformed"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void TagsAndLinksAreRead(string what, string text, string expected)
    {
        using var folder = new TemporaryFolder(("110-01.xml", text));

        var result = folder.Load();

        Assert.Equal((what, expected, 1), (what, LoadedFacts.Describe(result), result.Summary.Articles));
    }

    [Fact]
    public void TagsWithoutWordsAreCountedByName()
    {
        using var folder = new TemporaryFolder(("a.xml", (string)Files.ElementAt(3)[1]), ("b.xml", (string)Files.ElementAt(2)[1]));

        var others = folder.Load().Summary.Others;

        Assert.Equal((1, 1), (others["ABDOMINAL tags of the whole document"], others["TOPIC tags of the whole document"]));
    }
}
