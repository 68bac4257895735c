using Graph.Core;

namespace Graph.Annotations.Tests;

/// <summary>Every file is read or named with a reason, and every setting that says nothing is named with its place.</summary>
public sealed class LedgerTests
{
    [Theory]
    [InlineData("a.xml", "<?xml version=\"1.0\"?>\n<!-- x -->\n<Minutes xmlns=\"http://example.org\">", "it is XML with the root <Minutes>, which no format has", true)]
    [InlineData("a.json", "{\"doc\": {\"title\": \"x\"}, \"labels\": [1]}", "it is JSON whose records have no text at 'text', 'content' or 'body'; their fields are 'doc', 'labels'; name it in corpus.yaml: 'json: {text: ...}'", true)]
    [InlineData("a.ann", "T1\tPerson 0 3\tAnn\n", "it is a brat annotation without its text: there is no 'a.txt' beside it", true)]
    [InlineData("a.txt", "Ann slept.\n", "it is a text without annotations beside it, such as 'a.ann', and its lines end in no tag", true)]
    [InlineData("a.md", "---\ntitle: x\n---\n\n[Ann]{.Person}\n", "its front matter has no 'id', which makes Markdown an article", true)]
    [InlineData("README.md", "# Read me\n", "it is Markdown without front matter that has an 'id'", false)]
    [InlineData("a.csv", "id,name\n1,Ann\n", "it is a table that no 'tables' section of a corpus.yaml names; 'graph check FOLDER --init' drafts one", true)]
    [InlineData("a.7z", "7z..", "it is an archive; unpack it", true)]
    [InlineData("a.conll.bz2", "BZh9", "it is packed; unpack it, such as with 'bunzip2 -k a.conll.bz2'", true)]
    [InlineData("a.tar.xz", "7zXZ", "it is packed; unpack it, such as with 'tar -xf a.tar.xz'", true)]
    [InlineData("TypeSystem.xml", "<?xml version=\"1.0\"?>\n<typeSystemDescription xmlns=\"http://uima.apache.org/resourceSpecifier\"/>", "it describes the types of UIMA files, which are read without it", false)]
    [InlineData("ATTRIBUTION", "All of this is by Ann.", "neither its name nor its first lines are those of a format that is read", false)]
    [InlineData("a.parquet", "PAR1", "it is a table in binary form; write it as JSON Lines, such as with 'to_json(path, orient=\"records\", lines=True)'", true)]
    [InlineData("a.spacy", "x", "it is spaCy's binary form; write each document of it with 'Doc.to_json()'", true)]
    [InlineData("a.ods", "x", "it is an older or another workbook; save it as .xlsx", true)]
    [InlineData("a.html", "<html>", "it is a document without annotations that can be read; annotations on it come as the export of an annotation tool", true)]
    [InlineData("a.md", "", "it is empty, or no regular file", false)]
    [InlineData("a.xyz", "Ann|Person\n", "neither its name nor its first lines are those of a format that is read", true)]
    [InlineData("a.jfif", "\u00ff\u00d8\0\u0010JFIF\0\t1\t2", "it is no text, but a picture, a sound, a program or other bytes", true)]
    [InlineData("gateman.mpqa.lre.2.0", "# nothing\n", "neither its name nor its first lines are those of a format that is read", true)]
    [InlineData("header.xml", "<teiHeader xmlns=\"http://www.tei-c.org/ns/1.0\"/>", "it is XML with the root <teiHeader>, which no format has", false)]
    [InlineData("a.py", "print()\n", "neither its name nor its first lines are those of a format that is read", false)]
    public void AFileThatIsNotReadHasAReason(string name, string text, string reason, bool isData)
    {
        using var folder = new TemporaryFolder((name, text));

        var result = folder.Load();

        var skipped = Assert.Single(result.Summary.Skipped);
        Assert.Equal((reason, isData), (skipped.Reason, skipped.IsData));
        Assert.Equal(isData ? ["GR6118", "GR6119"] : ["GR6119"], result.Diagnostics.Select(diagnostic => diagnostic.Id));
        Assert.True(folder.Load(new LoadOptions(null, Strict: true)).HasErrors);
    }

    /// <summary>Articles without a mention are told: once where none has any, each where others have some.</summary>
    [Theory]
    [InlineData("", "", "", "None of 3 articles with a text has a mention, a relation or an event; the first of them is here.")]
    [InlineData("T1\tPer 0 3\tAnn\n", "", "", "This article has a text and no mention, though others have some.|This article has a text and no mention, though others have some.")]
    [InlineData("T1\tPer 0 3\tAnn\n", "T1\tPer 0 3\tAnn\n", "T1\tPer 0 3\tAnn\n", "")]
    public void ArticlesWithoutAMentionAreTold(string first, string second, string third, string told)
    {
        using var folder = new TemporaryFolder(
            ("a.txt", "Ann"), ("a.ann", first + "#1\tNote T9\tx\n"), ("b.txt", "Ann"), ("b.ann", second + "#1\tNote T9\tx\n"),
            ("c.txt", "Ann"), ("c.ann", third + "#1\tNote T9\tx\n"));

        var result = folder.Load();

        Assert.Equal(
            told, string.Join(
                '|', result.Diagnostics.Where(diagnostic => diagnostic.Id == "GR6117").Select(diagnostic => diagnostic.Message)));
    }

    /// <summary>A format that takes a file and finds nothing in it says so.</summary>
    [Theory]
    [InlineData("a.xml", "<set><title><cons sem=\"G#x\">cells</cons></title></set>", "genia")]
    [InlineData("a.xml", "<benchmark>\n<entry a=\"1\"/></benchmark>", "")]
    public void AFileThatIsTakenAndGivesNothingIsTold(string name, string text, string format)
    {
        using var folder = new TemporaryFolder((name, text));

        var result = folder.Load();

        Assert.NotEmpty(result.Diagnostics.Where(diagnostic => diagnostic.Id is not "GR6119"));
        Assert.Equal(format.Length > 0 ? [$"This file was taken as '{format}', and no article, entity or table was found in it."] : [],
            result.Diagnostics.Where(diagnostic => diagnostic.Id == "GR6125").Select(diagnostic => diagnostic.Message));
    }

    [Fact]
    public void AFileThatIsNamedAndNotReadIsAnError()
    {
        using var folder = new TemporaryFolder(("a.md", "---\nid: a\n---\n[Ann]{.Person}\n"), ("b.xyz", "Bob"));

        var result = GraphLoader.Load(
            [Path.Combine(folder.FullPath, "a.md"), Path.Combine(folder.FullPath, "b.xyz")], new LoadOptions(null));

        Assert.True(result.HasErrors);
        Assert.Equal("GR6116", Assert.Single(result.Diagnostics).Id);
    }

    /// <summary>Among articles files of Graph itself are passed over; who names one alone is told.</summary>
    [Theory]
    [InlineData("q.cypher", "RETURN 1;", true)]
    [InlineData("news.gql", "CREATE GRAPH TYPE g {}", true)]
    [InlineData("q.cypher", "RETURN 1;", false)]
    public void AFileOfGraphItselfIsNotMissedInAFolder(string name, string text, bool isNamed)
    {
        using var folder = new TemporaryFolder(("a.md", "---\nid: a\n---\n[Ann]{.Person}\n"), (name, text));

        var result = GraphLoader.Load([isNamed ? Path.Combine(folder.FullPath, name) : folder.FullPath], new LoadOptions(null));

        Assert.Equal(isNamed, result.HasErrors);
        Assert.Equal(isNamed ? ["GR6116", "GR6119"] : [], result.Diagnostics.Select(diagnostic => diagnostic.Id));
    }

    [Fact]
    public void AFileThatIsNamedTwiceIsReadOnce()
    {
        using var folder = new TemporaryFolder(("a.txt", "Ann"), ("a.ann", "T1\tPerson 0 3\tAnn\n"), ("corpus.yaml", "source: Here\n"));
        string[] names = ["a.ann", "a.txt", "corpus.yaml", "."];

        var result = GraphLoader.Load([.. names.Select(name => Path.Combine(folder.FullPath, name))], new LoadOptions(null));

        Assert.Equal((1, 1), (result.Summary.Articles, result.Summary.Mentions));
        Assert.Empty(result.Diagnostics);
        Assert.Equal(2, result.Summary.FilesByFormat["brat"]);
    }

    /// <summary>What a file says and the graph does not take is one warning for each name; analysis of the language is a note.</summary>
    [Fact]
    public void EachKindOfLossIsToldOnceWithItsFirstFile()
    {
        const string Record = """{"text": "Mira left", "entities": [{"start": 0, "end": 4, "label": "PER"}], "verdict": "good"}""";
        using var folder = new TemporaryFolder(("a.jsonl", Record + "\n" + Record), ("b.jsonl", Record));

        var result = folder.Load();
        var told = Assert.Single(result.Diagnostics);

        Assert.Equal(("GR6123", DiagnosticSeverity.Warning, "a.jsonl"), (told.Id, told.Severity, Path.GetFileName(told.Location.Path)));
        Assert.Equal("Left out: JSON field 'verdict' not read, 3 in all; the first of them is in this file.", told.Message);
        Assert.Equal("JSON field 'verdict' not read", Assert.Single(result.Summary.Losses));
        Assert.True(folder.Load(new LoadOptions(null, Strict: true)).HasErrors);
    }

    [Fact]
    public void AnalysisOfTheLanguageIsANote()
    {
        using var folder = new TemporaryFolder(("a.xml",
            "<GateDocument version=\"3\"><TextWithNodes><Node id=\"0\"/>Mira<Node id=\"4\"/></TextWithNodes><AnnotationSet><Annotation Id=\"1\" Type=\"Token\" StartNode=\"0\" EndNode=\"4\"/><Annotation Id=\"2\" Type=\"Person\" StartNode=\"0\" EndNode=\"4\"/></AnnotationSet></GateDocument>"));

        var result = folder.Load(new LoadOptions(null, Strict: true));

        Assert.Equal(DiagnosticSeverity.Note, Assert.Single(result.Diagnostics).Severity);
        Assert.Equal("Token annotations not read", Assert.Single(result.Summary.Losses));
    }

    /// <summary>A property that the graph type does not know is kept and named; where another name is near, it is a mistake.</summary>
    [Theory]
    [InlineData("(#a)-[:KNOWS {since: 1990}]->(#b)", "")]
    [InlineData("(#a)-[:KNOWS {mood: 'calm'}]->(#b)\n(#b)-[:KNOWS {mood: 'grim'}]->(#a)", "Note 9:5 No property 'mood' of 'KNOWS' in graph type 'Tiny'; 2 facts keep it as it came.")]
    [InlineData("(#a)-[:KNOWS {sinse: 1990}]->(#b)", "Warning 9:5 No property 'sinse' of 'KNOWS' in graph type 'Tiny'; 1 fact keeps it as it came. Did you mean 'since'?")]
    public void APropertyThatTheGraphTypeDoesNotKnowIsNamed(string facts, string expected)
    {
        var type = new GraphType(
            "Tiny",
            [new NodeType("Person", "Person", ["Person"], [], false, SchemaHints.None)],
            [new EdgeType(
                "KNOWS", "KNOWS", null, null, [new PropertyDefinition("since", new PropertyType(ScalarType.Integer), SchemaHints.None)],
                SchemaHints.None)]);
        using var folder = new TemporaryFolder(
            ("a.md", $"---\nid: a\n---\n\n[Ann]{{.Person #a}} met [Bob]{{.Person #b}}.\n\n\n```facts\n{facts}\n```\n"));

        var told = folder.Load(new LoadOptions(type)).Diagnostics.Where(diagnostic => diagnostic.Id == "GR6036");

        Assert.Equal(
            expected,
            string.Join(
                '\n', told.Select(
                    diagnostic => $"{diagnostic.Severity} {diagnostic.Location.Line}:{diagnostic.Location.Column} {diagnostic.Message}")));
    }

    /// <summary>
    /// What a mention says beside its type is kept in the same way; it is no reason to refuse a load with generated types.
    /// </summary>
    [Fact]
    public void APropertyOfAMentionThatTheGraphTypeDoesNotKnowIsNamed()
    {
        var type = new GraphType(
            "Tiny",
            [new NodeType("Article", "Article", ["Article"], [], false, SchemaHints.None),
                new NodeType("Person", "Person", ["Person"], [], false, SchemaHints.None)],
            [new EdgeType("MENTIONS", "MENTIONS", null, null, [], SchemaHints.None)]);
        using var folder = new TemporaryFolder(
            ("a.jsonl",
                """{"text": "Mira met Ola.", "entities": [{"start": 0, "end": 4, "label": "Person", "mood": "glad"}, {"start": 9, "end": 12, "label": "Person", "mood": "grim"}]}"""));

        var told = Assert.Single(folder.Load(new LoadOptions(type)).Diagnostics, diagnostic => diagnostic.Id == "GR6037");

        Assert.Equal("1:1: No property 'mood' of 'MENTIONS' in graph type 'Tiny'; 2 mentions keep it as it came.", Show(told));
        Assert.Equal(DiagnosticSeverity.Note, told.Severity);
    }

    [Fact]
    public void AnArticleWithoutAMentionIsNamedWhereOthersHaveSome()
    {
        using var folder = new TemporaryFolder(("a.md", "---\nid: a\n---\n[Ann]{.Person}\n"), ("b.md", "---\nid: b\n---\nNothing.\n"));

        var diagnostic = Assert.Single(folder.Load().Diagnostics);

        Assert.Equal(("GR6117", "b.md"), (diagnostic.Id, Path.GetFileName(diagnostic.Location.Path)));
    }

    [Theory]
    [InlineData("types: {Persson: Person}", "1:9: No annotation has what 'types' names here, 'Persson'. Did you mean 'Person'?")]
    [InlineData("relations:\n  knows: KNOWS\n  left: LEFT", "3:3: No annotation has what 'relations' names here, 'left'.")]
    [InlineData("coreference: [same]", "1:15: No annotation has what 'coreference' names here, 'same'.")]
    [InlineData("layers: [nested]", "1:10: No annotation has what 'layers' names here, 'nested'.")]
    [InlineData("relations: nonsense", "1:12: This is no setting 'relations': it is a map: a name, a colon and a value on each line below it, or all in braces.")]
    [InlineData("identity: {name: maybe}", "1:18: This is no setting 'name': 'maybe' is neither true nor false.")]
    [InlineData("source: [a, b]", "1:9: This is no setting 'source': it is one text, not a list or a map.")]
    [InlineData("types: {Person: [A, B]}", "1:9: This is no setting 'types': each line is a name, a colon and another name.")]
    [InlineData("source: News: daily", "1:1: This is no corpus file: quote the source, as it contains a colon: source: 'News: daily'.")]
    [InlineData("source: @home", "1:1: This is no corpus file: quote the source, as it begins with '@': '@home'.")]
    [InlineData("types:\n\tPER: Person", "2:1: This is no corpus file: lines are indented with blanks, not with a tab.")]
    public void ASettingThatSaysNothingIsNamed(string settings, string expected)
    {
        using var folder = new TemporaryFolder(
            ("a.txt", "Ann Bob"), ("a.ann", "T1\tPerson 0 3\tAnn\nT2\tPerson 4 7\tBob\nR1\tknows Arg1:T1 Arg2:T2\n"),
            ("corpus.yaml", settings + "\n"));

        Assert.Contains(expected, folder.Load().Diagnostics.Select(Show));
    }

    [Fact]
    public void RowsThatMatchNothingAreNamed()
    {
        using var folder = new TemporaryFolder(
            ("a.txt", "Ann"), ("a.ann", "T1\tPerson 0 3\tAnn\n"), ("aliases.csv", "surface,entity id\nAnn,ann\nAnnn,ann\n"),
            ("articles.csv", "file,title\na,A\nb,B\n"));

        Assert.Equal(
            ["3:1: No mention reads 'Annn', so this row joins nothing. Did you mean 'Ann'?",
                "3:1: No article has the file or id 'b', so this row says nothing."],
            folder.Load().Diagnostics.Select(Show));
    }

    [Fact]
    public void AnUnknownLabelIsShownWhereItStandsFirst()
    {
        var type = new GraphType("Tiny", [new NodeType("Person", "Person", ["Person"], [], false, SchemaHints.None)], []);
        using var folder = new TemporaryFolder(
            ("a.txt", "Ann Bob Cee"), ("a.ann", "T1\tPerson 0 3\tAnn\nT2\tPersn 4 7\tBob\nT3\tPersn 8 11\tCee\n"));

        var diagnostic = Assert.Single(folder.Load(new LoadOptions(type)).Diagnostics);

        Assert.Equal("2:1: No label 'Persn' in graph type 'Tiny'; 2 mentions keep it as it came. Did you mean 'Person'?", Show(diagnostic));
    }

    [Theory]
    [InlineData("[Ann{.Person}", "the bracket ']' that ends its text is missing before the brace; write '\\{' for a plain brace")]
    [InlineData("Ann{#ann}", "the bracket ']' that ends its text is missing before the brace; write '\\{' for a plain brace")]
    public void ASpanThatIsNotClosedIsNamed(string text, string reason)
    {
        using var folder = new TemporaryFolder(("a.md", $"---\nid: a\n---\n[Bob]{{.Person}} and {text}\n"));

        Assert.EndsWith(reason + ".", Assert.Single(folder.Load().Diagnostics).Message);
    }

    [Fact]
    public void FactsMayStandBetweenTildes()
    {
        using var folder = new TemporaryFolder(
            ("a.md", "---\nid: a\n---\n[Ann]{.Person #ann} [Bob]{.Person #bob}\n\n~~~facts\n(#ann)-[:MET]->(#bob)\n~~~\n"));

        Assert.Equal(1, folder.Load().Summary.Relations);
    }

    private static string Show(Diagnostic diagnostic) => $"{diagnostic.Location.Line}:{diagnostic.Location.Column}: {diagnostic.Message}";
}
