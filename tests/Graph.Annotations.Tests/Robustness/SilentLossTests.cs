namespace Graph.Annotations.Tests;

/// <summary>Files with something in them that cannot be read as what it says it is: it is told or counted, and never just absent.</summary>
public sealed class SilentLossTests
{
    private const string XmiHead =
        "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\" xmi:version=\"2.0\">"
        + "<cas:NULL xmi:id=\"0\"/><cas:Sofa xmi:id=\"10\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"Ann ran\"/>";

    public static TheoryData<string, string, string> Files => new()
    {
        { "a.xmi", XmiHead
            + "<custom:Name xmi:id=\"2\" sofa=\"10\" begin=\"0\" end=\"3\"/><cas:View sofa=\"11\" members=\"2\"/></xmi:XMI>",
            "malformed 1" },
        { "a.xmi", XmiHead
            + "<custom:Name xmi:id=\"2\" sofa=\"10\" end=\"3\" value=\"PER\"/><cas:View sofa=\"10\" members=\"2\"/></xmi:XMI>",
            "malformed 1, annotations of the whole document 1" },
        { "a.xmi", XmiHead
            + "<custom:Name xmi:id=\"2\" sofa=\"10\" begin=\"x\" end=\"3\"/><cas:View sofa=\"10\" members=\"2\"/></xmi:XMI>",
            "malformed 1, annotations of the whole document 1" },
        {
            "a.json",
            """{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "Ann"}], "%VIEWS": {"_InitialView": {"%SOFA": 9, "%MEMBERS": []}}}""",
            "malformed 1"
        },
        { "a.tsv", "#FORMAT=WebAnno TSV 3.3\n#T SP=custom.Name|value\n\n\n#Text=Ann ran\n1-1\t0-3\tAnn\tPER\t\n1-2\t4-7\tran\t_\t\n",
            "malformed 1, Sentence 1, values in columns that no layer declares 1" },
        { "a.jsonl",
            """{"id":"a","text":"Ann met Bob","entities":[{"id":1,"start":0,"end":3,"type":"Person"}],"relations":{"head":1,"tail":1,"type":"KNOWS"}}""", "values of 'relations' that are no list 1" },
        { "a.jsonl", """{"id":"a","text":"Ann","entities":[{"start":0,"end":3,"label":"Person"}]}"""
            + "\n"
            + """{"id":"b","text":"Ann","entities":7}""", "values of 'entities' that are no list 1" },
        { "a.tsv",
            "#FORMAT=WebAnno TSV 3.3\n#T_SP=custom.Name|value\n\n\n#Summary=x\n#Text=Ann ran\n1-1\t0-3\tAnn\tPER\t\n1-2\t4-7\tran\t_\t\n",
            "Sentence 1, lines '#Summary' 1" },
        { "a.json",
            """{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "Ann"}], "%VIEWS": {"a": {"%MEMBERS": []}, "b": {"%SOFA": 1, "%MEMBERS": []}}}""", "views without a text 1" },
        { "a.jsonl",
            """{"tokens": ["Ann"], "entities": [{"start": 0, "end": 1, "type": "Person"}], "relations": [{"type": "KNOWS", "head": 0, "tail": 7}]}""", "malformed 1" },
        { "a.json", """{"mood": "calm", "documents": [{"text": "Ann", "entities": [{"start": 0, "end": 3, "label": "Person"}]}]}""",
            "JSON field 'mood' not read 1" },
        { "a.json", """{"text": "Ann", "ents": [{"start": 0, "end": 3, "label": "Person"}], "tokens": [], "cats": {"NEWS": 1}}""",
            "JSON field 'cats' not read 1" },
        {
            "a.jsonld",
            """[{"id": "1", "type": "Annotation", "body": [{"type": "TextualBody", "purpose": "tagging", "value": "Person"}, {"type": "TextualBody", "purpose": "commenting", "value": "x"}], "target": {"source": "d", "selector": {"type": "TextQuoteSelector", "exact": "Ann"}}}, {"id": "2", "type": "Annotation", "motivation": "linking", "body": [], "target": [{"id": "1"}, {"id": "9"}]}, {"id": "3", "type": "Annotation", "body": [], "target": {"source": "d"}}]""",
            "bodies of web annotations that are neither tags nor links 1, relations between web annotations that are not in one text 1, web annotations without quoted words 1"
        },
        { "a.conllu",
            "# newdoc id = a\n# meta::genre = news\n# speaker = x\n# sent_id = 1\n1\tAnn\t_\tPROPN\t_\t_\t0\troot\t_\tEntity=(1-person-new)|Gloss=ann\n\n", "'Gloss' in the last column 1, comments 'meta::genre' 1, comments 'speaker' 1, coreference chains 1" },
        { "a.tsv",
            "TOKEN\tNE-COARSE-LIT\tNE-COARSE-METO\tNE-FINE-LIT\tSURE\n# document_id = a\n# page = 3\nAnn\tB-pers\tO\tB-pers.ind\tno\n\n",
            "comments 'page' 1, values of column 'SURE' 1" },
        {
            "a.xml",
            "<Document doc_name=\"a\"><token t_id=\"1\" sentence=\"0\" number=\"0\">Ann</token><Markables><PER m_id=\"1\"><token_anchor t_id=\"1\"/></PER><PER m_id=\"7\" TAG_DESCRIPTOR=\"Ann\"/></Markables><Relations><CROSS_DOC_COREF r_id=\"5\"><source m_id=\"8\"/><target m_id=\"9\"/></CROSS_DOC_COREF></Relations><Extra/></Document>",
            "malformed 1, Extra elements not read 1, coreference without a mention 1, instances that nothing refers to 1"
        },
        {
            "a.tml",
            "<TimeML><TITLE><EVENT eid=\"e2\" class=\"STATE\">x</EVENT></TITLE><TEXT>Ann <EVENT eid=\"e1\" class=\"STATE\">ran</EVENT> <SIGNAL sid=\"s\">on</SIGNAL></TEXT><TLINK lid=\"l\" relType=\"BEFORE\" timeID=\"t9\"/></TimeML>",
            "malformed 1, EVENT elements outside the text 1, SIGNAL elements not read 1"
        },
        {
            "a.xml",
            "<root><document><sentences><sentence id=\"1\"><tokens><token id=\"1\"><word>Ann</word><CharacterOffsetBegin>0</CharacterOffsetBegin><CharacterOffsetEnd>3</CharacterOffsetEnd><NER>PERSON</NER><NormalizedNER>ann</NormalizedNER></token></tokens><parse>(N)</parse><openie><triple/></openie><MachineReading><relations><relation/></relations></MachineReading></sentence></sentences></document></root>",
            "MachineReading elements not read 1, normalized values of names 1, openie triples not read 1, parses and dependencies 1"
        },
        {
            "a.xml",
            "<FoLiA xmlns=\"http://ilk.uvt.nl/folia\" xml:id=\"a\"><text xml:id=\"t\"><s xml:id=\"s\"><w xml:id=\"w1\"><t>Ann</t><pos class=\"N\"/></w><w xml:id=\"w2\"/><entities><entity xml:id=\"e\" class=\"per\"><wref id=\"w1\"/></entity></entities><chunking><chunk xml:id=\"c\" class=\"NP\"><wref id=\"w1\"/></chunk></chunking><sentiments><sentiment xml:id=\"x\" class=\"good\"><wref id=\"w1\"/></sentiment></sentiments></s></text></FoLiA>",
            "chunk elements not read 1, pos elements not read 1, sentiment elements not read 1, words without a text 1"
        },
        {
            "a.naf",
            "<NAF xml:lang=\"en\"><raw>Ann</raw><text><wf id=\"w1\" sent=\"1\" offset=\"0\" length=\"3\">Ann</wf></text><terms><term id=\"t1\"><span><target id=\"w1\"/></span></term></terms><deps><dep/></deps><entities><entity id=\"e1\" type=\"PER\"><references><span><target id=\"t1\"/></span></references></entity></entities><opinions><opinion><opinion_target><span><target id=\"t1\"/></span></opinion_target><opinion_expression polarity=\"good\"><span><target id=\"t1\"/></span></opinion_expression></opinion></opinions><topics><topic>x</topic></topics></NAF>",
            "deps/dep elements not read 1, opinion targets 1, opinions without a predicate 1, topics/topic elements not read 1"
        },
        {
            "a.xml",
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><standOff><listPerson><person xml:id=\"ann\"><persName>Ann</persName><linkGrp/></person><person><persName>Bob</persName></person></listPerson><listEvent><event xml:id=\"e\"><label>Fair</label></event></listEvent></standOff><text><body><p><persName ref=\"#ann #bob\">Ann</persName> read <title ref=\"#w\">Faust</title> on <date when=\"1890\">a day</date><note><persName>Cy</persName></note></p></body></text></TEI>",
            "'event' entries of lists 1, 'linkGrp' in entries of lists 1, 'title' elements that refer to something 1, dates in the text 1, entries of lists without xml:id 1, names inside notes 1, names that refer to several entities, of which the first counts 1, notes 1"
        },
        {
            "a.xml",
            "<GateDocument version=\"3\"><GateDocumentFeatures><Feature><Name>genre</Name><Value>news</Value></Feature></GateDocumentFeatures><TextWithNodes><Node id=\"0\"/>Ann<Node id=\"3\"/></TextWithNodes><AnnotationSet><Annotation Id=\"1\" Type=\"Person\" StartNode=\"0\" EndNode=\"3\"/><Annotation Id=\"2\" Type=\"Person\" StartNode=\"3\" EndNode=\"3\"/></AnnotationSet><RelationSet><Relation Id=\"4\" Type=\"x\" Members=\"1;2;1\"/></RelationSet></GateDocument>",
            "annotations without words 1, features of the document 1, relations with 3 members not read 1"
        },
        {
            "a.xml",
            "<collection><document><id>1</id><infon key=\"year\">2020</infon><passage><offset>0</offset><text>Ann</text><annotation id=\"1\"><infon key=\"type\">Person</infon><location offset=\"0\" length=\"3\"/></annotation><annotation id=\"2\"/></passage><relation id=\"r\"><node refid=\"1\"/></relation></document></collection>",
            "annotations without a location 1, infon 'year' 1, relations without two ends 1"
        },
        {
            "a.xml",
            "<TEI xmlns=\"http://www.tei-c.org/ns/1.0\"><teiHeader/><standOff><listPerson><person xml:id=\"ann\"><persName>Ann</persName></person></listPerson>"
            + "<listRelation><relation name=\"KNOWS\" active=\"\" passive=\"#ann\"/></listRelation></standOff><text><body><p><persName ref=\"#ann\">Ann</persName></p></body></text></TEI>",
            "relations without two ends 1"
        },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void WhatIsNotReadIsToldOrCounted(string name, string content, string told)
    {
        using var folder = new TemporaryFolder((name, content));
        var summary = folder.Load().Summary;
        var malformed = summary.Malformed == 0 ? [] : new[] { $"malformed {summary.Malformed}" };
        Assert.Equal(told, string.Join(", ", malformed.Concat(summary.Others.Select(pair => $"{pair.Key} {pair.Value}"))));
    }

    /// <summary>Half a surrogate pair is no text; it comes as it is written, wherever it stands.</summary>
    [Theory]
    [InlineData("""{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "Ann \ud800"}], "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": []}}}""")]
    [InlineData("""{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "Ann", "a\udc00": 1}], "%VIEWS": {"_InitialView": {"%SOFA": 1, "%MEMBERS": []}}}""")]
    [InlineData("""{"text": "Ann \ud800", "entities": [{"start": 0, "end": 3, "type": "P\udc00"}]}""")]
    public void HalfASurrogatePairEndsNoFile(string content)
    {
        using var folder = new TemporaryFolder(("a.json", content));
        var result = folder.Load();
        Assert.Equal(1, result.Summary.Articles);
        Assert.DoesNotContain(result.Diagnostics, diagnostic => diagnostic.Id == "GR6199");
    }
}
