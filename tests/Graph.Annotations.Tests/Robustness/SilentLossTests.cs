namespace Graph.Annotations.Tests;

/// <summary>Files with something in them that cannot be read as what it says it is: it is told or counted, and never just absent.</summary>
public sealed class SilentLossTests
{
    private const string XmiHead =
        "<xmi:XMI xmlns:xmi=\"http://www.omg.org/XMI\" xmlns:cas=\"http:///uima/cas.ecore\" xmlns:custom=\"http:///webanno/custom.ecore\" xmi:version=\"2.0\">"
        + "<cas:NULL xmi:id=\"0\"/><cas:Sofa xmi:id=\"10\" sofaNum=\"1\" sofaID=\"_InitialView\" mimeType=\"text\" sofaString=\"Ann ran\"/>";

    public static TheoryData<string, string, string> Files => new()
    {
        { "a.xmi", XmiHead + "<custom:Name xmi:id=\"2\" sofa=\"10\" begin=\"0\" end=\"3\"/><cas:View sofa=\"11\" members=\"2\"/></xmi:XMI>", "malformed 1" },
        { "a.xmi", XmiHead + "<custom:Name xmi:id=\"2\" sofa=\"10\" end=\"3\" value=\"PER\"/><cas:View sofa=\"10\" members=\"2\"/></xmi:XMI>", "malformed 1, annotations of the whole document 1" },
        { "a.xmi", XmiHead + "<custom:Name xmi:id=\"2\" sofa=\"10\" begin=\"x\" end=\"3\"/><cas:View sofa=\"10\" members=\"2\"/></xmi:XMI>", "malformed 1, annotations of the whole document 1" },
        {
            "a.json",
            """{"%FEATURE_STRUCTURES": [{"%ID": 1, "%TYPE": "uima.cas.Sofa", "sofaID": "_InitialView", "sofaString": "Ann"}], "%VIEWS": {"_InitialView": {"%SOFA": 9, "%MEMBERS": []}}}""",
            "malformed 1"
        },
        { "a.tsv", "#FORMAT=WebAnno TSV 3.3\n#T SP=custom.Name|value\n\n\n#Text=Ann ran\n1-1\t0-3\tAnn\tPER\t\n1-2\t4-7\tran\t_\t\n", "malformed 1, Sentence 1, values in columns that no layer declares 1" },
        { "a.jsonl", """{"id":"a","text":"Ann met Bob","entities":[{"id":1,"start":0,"end":3,"type":"Person"}],"relations":{"head":1,"tail":1,"type":"KNOWS"}}""", "values of 'relations' that are no list 1" },
        { "a.jsonl", """{"id":"a","text":"Ann","entities":[{"start":0,"end":3,"label":"Person"}]}""" + "\n" + """{"id":"b","text":"Ann","entities":7}""", "values of 'entities' that are no list 1" },
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
