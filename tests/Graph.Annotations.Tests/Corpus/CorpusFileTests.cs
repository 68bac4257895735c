using Graph.Core;
using Graph.Testing;

namespace Graph.Annotations.Tests;

public sealed class CorpusFileTests
{
    [Fact]
    public void TypesAreMappedAndUncertainMentionsLeftOut()
    {
        using var folder = new TemporaryFolder(
            ("a.jsonl", """
                {"id":"a","text":"Rusland stuurt troepen naar Kazachstan","entities":[{"id":1,"start":0,"end":7,"type":"LOC"},{"id":2,"start":28,"end":38,"type":"LOC"},{"id":3,"start":15,"end":22,"type":"ORG","confidence":0.2}],"relations":[{"head":1,"tail":2,"type":"sent"},{"head":3,"tail":2,"type":"sent"},{"head":1,"tail":2,"type":"same","confidence":0.4}]}
                """),
            ("corpus.yaml", """
                language: nl
                source: Field work
                types: {LOC: Country, ORG: Military}
                relations:
                  sent: SENT_TROOPS_TO
                confidence: 0.5
                """));

        Verifier.Verify(folder.Describe());
    }

    [Fact]
    public void AJsonMapNamesFields()
    {
        using var folder = new TemporaryFolder(
            ("a.json", """
                [{"nr": 7, "body": "😀 Ann knows Bob", "spans": [{"from": 3, "to": 6, "tag": "P", "who": "ann"}, {"from": 13, "to": 16, "tag": "P", "who": "bob"}],
                  "links": [{"a": [3], "kind": "knows", "x1": 3, "x2": 6, "y1": 13, "y2": 16}]}]
                """),
            ("corpus.yaml", """
                format: json
                json:
                  id: nr
                  text: body
                  unit: utf16
                  mentions: {list: spans, start: from, end: to, type: tag, entity: who}
                  relations: {list: links, type: kind, source: [], sourceStart: x1, sourceEnd: x2, targetStart: y1, targetEnd: y2}
                """));

        Verifier.Verify(folder.Describe());
    }

    [Fact]
    public void ColumnsOfATaggedFileAreChosen()
    {
        using var folder = new TemporaryFolder(
            ("a.conll", "1 Ann NNP B-PER x\n2 Lee NNP I-PER x\n3 slept VBD O x\n\n1 Oslo NNP B-LOC x\n"),
            ("corpus.yaml", "format: iob\ncolumns: {token: 1, tag: 3}\n"));

        Verifier.Verify(folder.Describe());
    }

    [Fact]
    public void MistakesAreShownWithTheNearestName()
    {
        using var folder = new TemporaryFolder(
            ("corpus.yaml",
                "formt: json\nformat: jason\nconfidence: high\nidentity: {lastname: false}\njson: {unit: bytes}\ntables: {nodes: [{label: X}]}\n"));

        Verifier.Verify(folder.Describe());
    }

    [Fact]
    public void ACorpusFileOfTheUserReplacesThoseBesideTheFiles()
    {
        using var folder = new TemporaryFolder(
            ("data/a.bio", "Ann B-PER\n"), ("data/corpus.yaml", "types: {PER: Wrong}\n"), ("given.yaml", "types: {PER: Person}\n"));

        var result = GraphLoader.Load(
            [Path.Combine(folder.FullPath, "data")], new LoadOptions(null) { CorpusFile = Path.Combine(folder.FullPath, "given.yaml") });

        Assert.Contains("Person", result.Store.Labels);
        Assert.DoesNotContain("Wrong", result.Store.Labels);
    }

    [Fact]
    public void ADraftProposesTheNearestLabels()
    {
        var type = new GraphType(
            "Tiny",
            [.. new[] { "Person", "Organization", "Place" }.Select(
                label => new NodeType(label, label, [label], [], false, SchemaHints.None))],
            [new EdgeType("PART_OF", "PART_OF", null, null, [], SchemaHints.None)]);
        using var folder = new TemporaryFolder(
            ("a.txt", "Ann Bob Cee Dee"),
            ("a.ann",
                "T1\tPER 0 3\tAnn\nT2\tOrganisation 4 7\tBob\nT3\tPerson 8 11\tCee\nT4\tWeapon:x 12 15\tDee\nR1\tpart-of Arg1:T1 Arg2:T2\n"));

        Verifier.Verify(CorpusDraft.Write(folder.Load().Summary, type));
    }

    [Fact]
    public void ADraftDoesNotTakeWhatIsOnlyNearInSpelling()
    {
        var type = new GraphType(
            "Tiny",
            [.. new[] { "Person", "Region" }.Select(label => new NodeType(label, label, [label], [], false, SchemaHints.None))],
            [new EdgeType("PART_OF", "PART_OF", null, null, [], SchemaHints.None)]);
        using var folder = new TemporaryFolder(
            ("a.txt", "Ann Bob Cee"),
            ("a.ann", "T1\tPERSON 0 3\tAnn\nT2\tRELIGION 4 7\tBob\nT3\tnull 8 11\tCee\nR1\tPARENT_OF Arg1:T1 Arg2:T2\n"), ("b.xyz", "x"),
            ("c.json", "{\"doc\": 1}"));

        Verifier.Verify(CorpusDraft.Write(folder.Load().Summary, type).Replace($"{folder.FullPath}/", ""));
    }

    [Theory]
    [InlineData("A\n---\nformat: tables\n...\n#")]
    [InlineData("A\r\nformat: tables")]
    [InlineData("A\u2028format: tables")]
    [InlineData("'\"\\: {")]
    public void ANameOutOfAFileNeverBecomesASetting(string name)
    {
        var json = System.Text.Json.JsonSerializer.Serialize(name);
        using var folder = new TemporaryFolder(
            ("a.jsonl", $$"""{"id":"a","text":"Ann","entities":[{"start":0,"end":3,"type":{{json}}},{"start":0,"end":3,"type":"PER"}]}"""));
        var type = new GraphType("Tiny", [new NodeType("Person", "Person", ["Person"], [], false, SchemaHints.None)], []);

        folder.Write("corpus.yaml", CorpusDraft.Write(folder.Load().Summary, type));
        var result = folder.Load();

        Assert.Equal((1, 2), (result.Summary.Articles, result.Summary.Mentions));
        Assert.Empty(result.Diagnostics);
        Assert.Contains("Person", result.Store.Labels);
    }

    [Fact]
    public void AnExplanationShowsHowAFileIsUnderstood()
    {
        using var folder = new TemporaryFolder(
            ("a.txt", "Ann met Bob of Oslo."),
            ("a.ann", "T1\tPerson 0 3\tAnn\nT2\tPerson 8 19\tBob of Oslo\nT3\tCity 15 19\tOslo\nR1\tKnows Arg1:T1 Arg2:T2\nA1\tSure T1\n"),
            ("b.xml", "<x/>"));

        var explained = CorpusExplanation.Explain([folder.FullPath], new LoadOptions(null)).ToList();

        Assert.Equal(["brat", null], explained.Select(file => file.Format));
        Assert.Equal("[Ann]{Person} met [Bob of [Oslo]{City}]{Person}.", explained[0].FirstArticle);
        Assert.Equal(["City 1", "Person 2"], explained[0].MentionsByType.Select(pair => $"{pair.Key} {pair.Value}"));
        Assert.Equal("Sure", Assert.Single(explained[0].Properties).Key);
        Assert.Equal("it is XML with the root <x>, which no format has", explained[1].Reason);
    }
}
