using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>A property that is given twice: a list where the graph type leaves it open, else the first and a diagnostic.</summary>
public sealed class RepeatedPropertyTests
{
    [Theory]
    [InlineData("a.ann", "A1\tMod T1 x\nA2\tMod T1 y\n", "Mod", "['x', 'y']")]
    [InlineData("a.ann", "A1\tMod T1 x\nA2\tMod T1 x\n", "Mod", "'x'")]
    [InlineData("a.ann", "A1\tMod T1\nA2\tMod T1 x\n", "Mod", "[true, 'x']")]
    public void AnAttributeOfAMentionBecomesAList(string name, string attributes, string property, string expected)
    {
        using var folder = new TemporaryFolder(("a.txt", "Ann"), (name, $"T1\tPerson 0 3\tAnn\n{attributes}"));

        Assert.Equal(expected, GetMentionProperty(folder.Load(), property));
    }

    [Fact]
    public void PartsOfANameBecomeAList()
    {
        using var folder = new TemporaryFolder(("a.tsv", """
            TOKEN	NE-COARSE-LIT	NE-COARSE-METO	NE-FINE-LIT	NE-FINE-METO	NE-FINE-COMP	NE-NESTED	NEL-LIT	NEL-METO	MISC
            # language = fr
            # date = 1890-01-01
            # document_id = one
            Dr	B-pers	O	B-pers.ind	O	B-comp.title	O	_	_	_
            Prof	I-pers	O	I-pers.ind	O	B-comp.title	O	_	_	_
            Roe	I-pers	O	I-pers.ind	O	B-comp.name	O	_	_	_

            """));

        Assert.Equal("['Dr', 'Prof']", GetMentionProperty(folder.Load(), "comp.title"));
    }

    [Fact]
    public void AnEventOrRelationKeepsAllValues()
    {
        using var folder = new TemporaryFolder(("a.txt", "Ann left"), ("a.ann",
            "T1\tPerson 0 3\tAnn\nT2\tLeave 4 8\tleft\nE1\tLeave:T2 Who:T1\nA1\tTime E1 past\nA2\tTime E1 recent\n"));

        var store = folder.Load().Store;

        Assert.Equal("['past', 'recent']", ValueText.Format(store.GetNodeProperty(store.FindNodes("key", "a/E1")[0], "Time")));
    }

    [Fact]
    public void AKeyThatLoadingGivesIsNotReplaced()
    {
        using var folder = new TemporaryFolder(
            ("a.jsonl",
                """{"id":"a","text":"Ann","entities":[{"start":0,"end":3,"type":"Person","confidence":0.5,"sense":"x","layer":"l","surface":"s","x":1,"x":2}]}"""));

        var result = folder.Load();

        Assert.Equal((1, 1), (result.Summary.Articles, result.Summary.Mentions));
        Assert.Equal("[1, 2]", GetMentionProperty(result, "x"));
    }

    [Theory]
    [InlineData("key")]
    [InlineData("name")]
    [InlineData("aliases")]
    public void AKnowledgeBaseMayHaveAnyName(string authority)
    {
        using var folder = new TemporaryFolder(("a.txt", "Ann"), ("a.ann", $"T1\tPerson 0 3\tAnn\nN1\tReference T1 {authority}:7\tAnn\n"));

        Assert.Equal(1, folder.Load().Summary.Entities);
    }

    [Theory]
    [InlineData("x=1 x=2")]
    [InlineData("wikidata=Q1 wikidata=Q2")]
    [InlineData("confidence=1 confidence=0.5")]
    [InlineData("sense=literal sense=metonymic")]
    public void AnAttributeWrittenTwiceIsAMistake(string attributes)
    {
        using var folder = new TemporaryFolder(("a.md", $"---\nid: a\n---\n\n[Ann]{{.Person {attributes}}}\n"));

        var result = folder.Load();

        Assert.Equal(1, result.Summary.Mentions);
        var diagnostic = Assert.Single(result.Diagnostics);
        Assert.Equal((5, "{.Person ".Length + 6 + attributes.IndexOf(' ') + 1), (diagnostic.Location.Line, diagnostic.Location.Column));
        Assert.Contains("is given twice, and the first value counts", diagnostic.Message);
    }

    [Fact]
    public void AGraphTypeThatWantsOneValueGetsTheFirst()
    {
        var type = new GraphType(
            "Tiny",
            [new NodeType(
                "Person", "Person", ["Person"],
                [new PropertyDefinition("born", new PropertyType(ScalarType.Date, false, false), SchemaHints.None)], false,
                SchemaHints.None)],
            []);
        using var folder = new TemporaryFolder(
            ("a.md",
                "---\nid: a\n---\n\n[Ann]{.Person #ann born=1950} and [Ann]{.Person #ann born=1951} and [Ann]{.Person #ann born=1950}\n"));

        var result = folder.Load(new LoadOptions(type));

        Assert.Equal(
            "'born' is given twice; 1950 is kept, and 1951 left out.",
            Assert.Single(result.Diagnostics, diagnostic => diagnostic.Id == "GR6035").Message);
    }

    private static string GetMentionProperty(LoadResult result, string name)
    {
        var mentions = Assert.Single(result.Store.EdgeTables, table => table.Type == "MENTIONS");
        return ValueText.Format(result.Store.GetEdgeProperty(mentions.FirstEdge, name));
    }
}
