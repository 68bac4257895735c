using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>XML, Turtle and MMAX2 files as their tools write them, and what each gives.</summary>
public sealed class XmlFormatTests
{
    public static TheoryData<string, string, string, string> Files => new()
    {
        {
            "TimeML", "a.tml",
            """
            <?xml version="1.0" ?>
            <TimeML xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            <DOCID>wire-1</DOCID>
            <DCT><TIMEX3 tid="t0" type="DATE" value="2021-03-04" temporalFunction="false" functionInDocument="CREATION_TIME">March 4</TIMEX3></DCT>
            <TITLE>A title</TITLE>
            <TEXT>Mira <EVENT eid="e1" class="OCCURRENCE">left</EVENT> <SIGNAL sid="s1">on</SIGNAL> <TIMEX3 tid="t1" type="DATE" value="2021-03-01">Monday</TIMEX3>.</TEXT>
            <MAKEINSTANCE eventID="e1" eiid="ei1" tense="PAST" aspect="NONE" polarity="NEG" pos="VERB"/>
            <TLINK lid="l1" relType="IS_INCLUDED" eventInstanceID="ei1" relatedToTime="t1"/>
            <TLINK lid="l2" relType="BEFORE" eventInstanceID="ei1" relatedToTime="t0"/>
            </TimeML>
            """,
            "Monday:DATE | OCCURRENCE-BEFORE-2021-03-04 OCCURRENCE-IS_INCLUDED-Monday | 1 OCCURRENCE"
        },
        {
            "KAF", "a.kaf",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <KAF xml:lang="en" version="v1.opener"><kafHeader/><text><wf wid="w1" sent="1" offset="0" length="4">Mira</wf><wf wid="w2" sent="1" offset="5" length="4">left</wf><wf wid="w3" sent="1" offset="10" length="4">Oslo</wf></text>
            <terms><term tid="t1" lemma="Mira"><span><target id="w1"/></span></term><term tid="t3" lemma="Oslo"><span><target id="w3"/></span></term></terms>
            <entities><entity eid="e1" type="person"><references><span><target id="t1"/></span></references></entity><entity eid="e2" type="location"><references><span><target id="t3"/></span></references></entity></entities></KAF>
            """,
            "Mira:person Oslo:location"
        },
        {
            "BioC", "a.xml",
            """
            <?xml version="1.0"?>
            <!DOCTYPE collection SYSTEM "BioC.dtd">
            <collection><source>x</source><date/><key/><document><id>7</id>
            <passage><infon key="type">title</infon><offset>0</offset><text>Mira.</text><annotation id="1"><infon key="type">Person</infon><infon key="identifier">9</infon><location offset="0" length="4"/><text>Mira</text></annotation></passage>
            <passage><offset>6</offset><sentence><offset>6</offset><text>She left Oslo.</text><annotation id="2"><infon key="type">City</infon><infon key="sure">no</infon><location offset="15" length="4"/><text>Oslo</text></annotation></sentence></passage>
            <relation id="R1"><infon key="type">left</infon><node refid="1" role="who"/><node refid="2" role="what"/></relation>
            </document></collection>
            """,
            "Mira:Person Oslo:City | Mira-left-Oslo"
        },
        {
            "PubTator", "a.PubTator",
            "7|t|Mira.\n7|a|She left Oslo.\n7\t0\t4\tMira\tPerson\t9\n7\t15\t19\tOslo\tCity\t11\n7\tleft\t9\t11\n\n",
            "Mira:Person Oslo:City | Mira-left-Oslo"
        },
        {
            "PubTator, words that are not there", "a.txt",
            "7|t|Mira.\n7|a|\n7\t0\t4\tMara\tPerson\t-\n7\t2\t90\tx\tPerson\n7\tleft\t9\n",
            "Mira:Person | 2 malformed | 1 mismatches"
        },
        {
            "ECB+ CAT", "1_1ecbplus.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document doc_name="1_1ecbplus.xml" doc_id="D1">
            <token t_id="1" sentence="0" number="0">Mira</token><token t_id="2" sentence="0" number="1">Dahl</token><token t_id="3" sentence="0" number="2">left</token><token t_id="4" sentence="1" number="0">She</token>
            <Markables>
            <HUMAN_PART_PER m_id="1"><token_anchor t_id="1"/><token_anchor t_id="2"/></HUMAN_PART_PER>
            <ACTION_OCCURRENCE m_id="2"><token_anchor t_id="3"/></ACTION_OCCURRENCE>
            <HUMAN_PART_PER m_id="3"><token_anchor t_id="4"/></HUMAN_PART_PER>
            <HUMAN_PART_PER m_id="9" RELATED_TO="" TAG_DESCRIPTOR="Mira Dahl" instance_id="HUM1"/>
            </Markables>
            <Relations><CROSS_DOC_COREF r_id="5" note="HUM1"><source m_id="1"/><source m_id="3"/><target m_id="9"/></CROSS_DOC_COREF></Relations>
            </Document>
            """,
            "Mira Dahl:HUMAN_PART_PER left:ACTION_OCCURRENCE She:HUMAN_PART_PER"
        },
        {
            "MEANTIME CAT, events with participants", "1.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <Document doc_id="1" doc_name="1.xml" lang="en" url="http://example.org/1">
            <token t_id="1" sentence="0" number="0">Gerral</token><token t_id="2" sentence="0" number="1">did</token><token t_id="3" sentence="0" number="2">not</token><token t_id="4" sentence="0" number="3">sell</token><token t_id="5" sentence="0" number="4">Telenor</token><token t_id="6" sentence="1" number="0">The</token><token t_id="7" sentence="1" number="1">sale</token><token t_id="8" sentence="1" number="2">failed</token><token t_id="9" sentence="1" number="3">Monday</token>
            <Markables>
            <ENTITY_MENTION m_id="1" head="Gerral" syntactic_type="NAM"><token_anchor t_id="1"/></ENTITY_MENTION>
            <ENTITY_MENTION m_id="2" head="Telenor" syntactic_type="NAM"><token_anchor t_id="5"/></ENTITY_MENTION>
            <EVENT_MENTION m_id="3" pred="sell" certainty="CERTAIN" polarity="NEG" time="NON_FUTURE" pos="VERB"><token_anchor t_id="4"/></EVENT_MENTION>
            <EVENT_MENTION m_id="4" pred="sale" pos="NOUN"><token_anchor t_id="7"/></EVENT_MENTION>
            <EVENT_MENTION m_id="5" pred="fail" certainty="POSSIBLE" pos="VERB"><token_anchor t_id="8"/></EVENT_MENTION>
            <TIMEX3 m_id="6" type="DATE" value="2021-03-01"><token_anchor t_id="9"/></TIMEX3>
            <ENTITY m_id="7" RELATED_TO="" TAG_DESCRIPTOR="Gerral" ent_type="ORG" instance_id="ENT1" external_ref="http://dbpedia.org/resource/Gerral"/>
            <EVENT m_id="8" RELATED_TO="" TAG_DESCRIPTOR="sale" class="OTHER" instance_id="EV1"/>
            </Markables>
            <Relations>
            <HAS_PARTICIPANT r_id="1" sem_role="Arg0" comment=""><source m_id="3"/><target m_id="1"/></HAS_PARTICIPANT>
            <HAS_PARTICIPANT r_id="2" sem_role="Arg1"><source m_id="3"/><target m_id="2"/></HAS_PARTICIPANT>
            <HAS_PARTICIPANT r_id="3" sem_role="Arg1"><source m_id="4"/><target m_id="9"/></HAS_PARTICIPANT>
            <HAS_PARTICIPANT r_id="4" sem_role="Arg1"><source m_id="5"/><target m_id="4"/></HAS_PARTICIPANT>
            <REFERS_TO r_id="5"><source m_id="1"/><target m_id="7"/></REFERS_TO>
            <REFERS_TO r_id="6"><source m_id="3"/><source m_id="4"/><target m_id="8"/></REFERS_TO>
            <TLINK r_id="7" reltype="IS_INCLUDED"><source m_id="5"/><target m_id="6"/></TLINK>
            <TLINK r_id="8" reltype="BEFORE"><source m_id="4"/><target m_id="5"/></TLINK>
            </Relations>
            </Document>
            """,
            "Gerral:ENTITY_MENTION Telenor:ENTITY_MENTION Monday:TIMEX3 | EVENT_MENTION-Arg1-OTHER EVENT_MENTION-IS_INCLUDED-Monday "
            + "OTHER-Arg0-Gerral OTHER-Arg1-Telenor OTHER-BEFORE-EVENT_MENTION | 1 EVENT_MENTION 1 OTHER | 1 malformed"
        },
        {
            "GATE", "a.xml",
            """
            <?xml version='1.0' encoding='UTF-8'?>
            <GateDocument version="3">
            <GateDocumentFeatures><Feature><Name className="java.lang.String">gate.SourceURL</Name><Value className="java.lang.String">http://example.org/a</Value></Feature></GateDocumentFeatures>
            <TextWithNodes><Node id="0"/>Mira<Node id="4"/> left <Node id="10"/>Oslo<Node id="14"/>.</TextWithNodes>
            <AnnotationSet><Annotation Id="1" Type="Token" StartNode="0" EndNode="4"/></AnnotationSet>
            <AnnotationSet Name="Key"><Annotation Id="2" Type="Person" StartNode="0" EndNode="4"><Feature><Name>gender</Name><Value>female</Value></Feature></Annotation><Annotation Id="3" Type="City" StartNode="10" EndNode="14"/></AnnotationSet>
            <RelationSet><Relation Id="4" Type="left" Members="2;3"/></RelationSet>
            </GateDocument>
            """,
            "Mira:Person Oslo:City | Mira-left-Oslo"
        },
        {
            "CoreNLP", "a.txt.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <?xml-stylesheet href="CoreNLP-to-HTML.xsl" type="text/xsl"?>
            <root><document><docId>a.txt</docId><sentences>
            <sentence id="1"><tokens>
            <token id="1"><word>Mira</word><CharacterOffsetBegin>0</CharacterOffsetBegin><CharacterOffsetEnd>4</CharacterOffsetEnd><NER>PERSON</NER></token>
            <token id="2"><word>Dahl</word><CharacterOffsetBegin>5</CharacterOffsetBegin><CharacterOffsetEnd>9</CharacterOffsetEnd><NER>PERSON</NER></token>
            <token id="3"><word>left</word><CharacterOffsetBegin>10</CharacterOffsetBegin><CharacterOffsetEnd>14</CharacterOffsetEnd><NER>O</NER></token>
            <token id="4"><word>.</word><CharacterOffsetBegin>14</CharacterOffsetBegin><CharacterOffsetEnd>15</CharacterOffsetEnd><NER>O</NER></token>
            </tokens></sentence>
            <sentence id="2"><tokens><token id="1"><word>She</word><CharacterOffsetBegin>16</CharacterOffsetBegin><CharacterOffsetEnd>19</CharacterOffsetEnd><NER>O</NER></token></tokens></sentence>
            </sentences><coreference><coreference><mention representative="true"><sentence>1</sentence><start>1</start><end>3</end><head>2</head></mention><mention><sentence>2</sentence><start>1</start><end>2</end><head>1</head></mention></coreference></coreference></document></root>
            """,
            "Mira Dahl:PERSON She:PERSON"
        },
        {
            "FoLiA", "a.folia.xml",
            """
            <?xml version="1.0" encoding="utf-8"?>
            <FoLiA xmlns="http://ilk.uvt.nl/folia" xmlns:xlink="http://www.w3.org/1999/xlink" xml:id="doc" version="2.5.1" generator="x">
            <metadata type="native"><annotations><entity-annotation set="x"/></annotations><meta id="title">A title</meta></metadata>
            <text xml:id="doc.text"><p xml:id="p1"><s xml:id="s1"><w xml:id="w1" class="WORD"><t>Mira</t></w><w xml:id="w2" class="WORD" space="no"><t>Dahl</t></w><w xml:id="w3" class="PUNCT"><t>,</t></w><w xml:id="w4"><t>Oslo</t></w>
            <entities><entity xml:id="e1" class="per"><wref id="w1" t="Mira"/><wref id="w2" t="Dahl"/></entity><entity xml:id="e2" class="loc"><wref id="w4"/></entity></entities>
            <chunking><chunk class="NP"><wref id="w1"/></chunk></chunking></s></p></text></FoLiA>
            """,
            "Mira Dahl:per Oslo:loc"
        },
        {
            "NIF", "kore.ttl",
            """
            @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
            <http://example.org/doc1/#char=0,15>
                a nif:String , nif:Context , nif:RFC5147String ;
                nif:isString "Mira left Oslo."@en ;
                nif:beginIndex "0"^^xsd:nonNegativeInteger ;
                nif:endIndex "15"^^xsd:nonNegativeInteger .
            <http://example.org/doc1/#char=0,4> a nif:String ; nif:anchorOf "Mira" ; nif:beginIndex "0"^^xsd:int ; nif:endIndex "4"^^xsd:int ; nif:referenceContext <http://example.org/doc1/#char=0,15> ; itsrdf:taIdentRef <http://dbpedia.org/resource/Mira> ; itsrdf:taClassRef <http://dbpedia.org/ontology/Person> .
            <http://example.org/doc1/#char=10,14> a nif:Phrase ; nif:anchorOf "Oslo" ; nif:beginIndex 10 ; nif:endIndex 14 ; nif:referenceContext <http://example.org/doc1/#char=0,15> ; itsrdf:taIdentRef <http://dbpedia.org/resource/Oslo> .
            """,
            "Mira:Person Oslo:"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void EachFormatIsRead(string format, string name, string text, string expected)
    {
        using var folder = new TemporaryFolder((name, text));

        var result = folder.Load();

        Assert.True(result.Summary.Articles == 1, $"{format} was not read");
        Assert.Equal(expected, LoadedFacts.Describe(result));
    }

    [Fact]
    public void Mmax2HasAFileForEachLevel()
    {
        using var folder = new TemporaryFolder(
            ("a.mmax", """<?xml version="1.0"?><mmax_project><words>a_words.xml</words></mmax_project>"""),
            ("Basedata/a_words.xml",
                """<?xml version="1.0"?><!DOCTYPE words SYSTEM "words.dtd"><words><word id="word_1">Mira</word><word id="word_2">Dahl</word><word id="word_3">left</word><word id="word_4">She</word></words>"""),
            ("Markables/a_sentence_level.xml",
                """<?xml version="1.0"?><!DOCTYPE markables SYSTEM "markables.dtd"><markables xmlns="www.eml.org/NameSpaces/sentence"><markable id="markable_1" span="word_1..word_3" mmax_level="sentence"/></markables>"""),
            ("Markables/a_coref_level.xml",
                """<?xml version="1.0"?><markables xmlns="www.eml.org/NameSpaces/coref"><markable id="markable_2" span="word_1..word_2" type="person" coref_class="set_1" mmax_level="coref"/><markable id="markable_3" span="word_4" type="person" coref_class="set_1" mmax_level="coref"/></markables>"""));

        var result = folder.Load();

        Assert.Equal("Mira Dahl:person She:person", LoadedFacts.Describe(result));
        Assert.Equal((1, 1, 0), (result.Summary.Articles, result.Summary.Others["coreference chains"], result.Summary.SkippedFiles.Length));
        Assert.Equal("Mira Dahl left\nShe", result.Store.Articles.GetText(0));
    }

    /// <summary>One entity through documents, by the id that the note of a relation gives.</summary>
    [Fact]
    public void CatJoinsDocumentsByInstance()
    {
        static string Write(string word) =>
            $"""<Document doc_name="x"><token t_id="1" sentence="0" number="0">{word}</token><Markables><HUMAN_PART_PER m_id="1"><token_anchor t_id="1"/></HUMAN_PART_PER></Markables><Relations><CROSS_DOC_COREF r_id="5" note="HUM7"><source m_id="1"/></CROSS_DOC_COREF></Relations></Document>""";
        using var folder = new TemporaryFolder(("a.xml", Write("Mira")), ("b.xml", Write("Dahl")));

        Assert.Equal((2, 2, 1), (folder.Load().Summary.Articles, folder.Load().Summary.Mentions, folder.Load().Summary.Entities));
    }

    [Theory]
    [InlineData("<a> <b> \"x\\u00E9\\n\"@en .", "a b xé\n")]
    [InlineData("@prefix p: <http://x#> . p:s p:t [ p:u 'v' ] , \"w\" .", "_:b0 http://x#u v|http://x#s http://x#t _:b0|http://x#s http://x#t w")]
    [InlineData("<a> a <c> ; <d> 4.5 . # note\n<e> <f> true .", "a http://www.w3.org/1999/02/22-rdf-syntax-ns#type c|a d 4.5|e f true")]
    [InlineData("<a> <b> ( <c> <d> ) .", "a b ")]
    public void TurtleIsReadToTriples(string text, string triples)
    {
        var read = new TurtleReader(new SourceText(text), new ReadingLog()).Read();

        Assert.Equal(triples, string.Join('|', read.Select(triple => $"{triple.Subject} {triple.Property} {triple.Object}")));
    }

    [Fact]
    public void AStatementThatCannotBeReadCostsOnlyItself()
    {
        var log = new ReadingLog();

        var read = new TurtleReader(new SourceText("<a> <b> <c> .\nq:x <b> <c> .\n<d> <e> <f> .\n"), log).Read();

        Assert.Equal((2, 1), (read.Count, log.Malformed));
    }

    /// <summary>What all addresses of a corpus have in common is no name of a text.</summary>
    [Theory]
    [InlineData("http://dbpedia.org/resource/Oslo?dbpv=2016-10&nif=context", "Oslo")]
    [InlineData("http://dbpedia.org/resource/Oslo/abstract#offset_0_10", "Oslo")]
    [InlineData("http://example.org/news?id=7#char=0,10", "id=7")]
    [InlineData("http://example.org/corpus/n7#char=0,10", "n7")]
    public void ANifContextIsCalledByItsAddress(string address, string expected)
    {
        using var folder = new TemporaryFolder(("a.nt", $"""
            <{address}> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#Context> .
            <{address}> <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#isString> "Mira left." .
            """));

        Assert.Equal(expected, folder.Load().Store.GetNodeProperty(0, "key").AsString());
    }

    /// <summary>Titles with parentheses, escaped as names need it and as some files write them.</summary>
    [Theory]
    [InlineData("dbr:Oslo_\\(city\\)")]
    [InlineData("dbr:Oslo_(city)")]
    [InlineData("<http://dbpedia.org/resource/Oslo_(city)>")]
    public void ANameOfTurtleMayHaveParentheses(string name)
    {
        using var folder = new TemporaryFolder(("a.ttl", $"""
            @prefix nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> .
            @prefix itsrdf: <http://www.w3.org/2005/11/its/rdf#> .
            @prefix dbr: <http://dbpedia.org/resource/> .
            <http://x/1#char=0,9> a nif:Context ; nif:isString "Oslo won." .
            <http://x/1#char=0,4> a nif:Phrase ; nif:beginIndex 0 ; nif:endIndex 4 ; nif:referenceContext <http://x/1#char=0,9> ; itsrdf:taIdentRef {name}, <http://x/y> .
            """));

        var result = folder.Load();

        Assert.Equal(0, result.Summary.Malformed);
        Assert.Contains("Oslo_(city)", GraphDescription.Describe(result));
    }
}
