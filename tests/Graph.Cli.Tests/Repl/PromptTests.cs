using System.Text.RegularExpressions;
using Graph.Cli.Commands;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Repl;

public sealed class PromptTests : IDisposable
{
    private readonly string state = Directory.CreateTempSubdirectory("graph-state").FullName;

    public void Dispose() => Directory.Delete(state, recursive: true);

    [Fact]
    public void ATerminalSessionAsSeen() => Verifier.Verify(Type(
        """
        MATCH (a:Actor)-[:SENT_TROOPS_TO]->(p:Place)<Enter>RETURN a.name, p.name;<Enter>
        :why 1<Enter>
        MATCH (c:Contry) RETURN nothing;<Enter>
        MATCH (n) RET<C-c>
        :format csv<Enter>
        match (c:Cou<Tab> {na<Tab>: 'Zuidland'})-[r:REQ<Tab>]->() return c.name, r.certainty as certainty order by certainty;<Enter>
        :aliases zuidland<Enter>
        <Up><Up><Enter>
        :quit<Enter>
        """));

    [Fact]
    public void ARedirectedSessionAsWritten()
    {
        var (code, output, error) = TestHost.Run([TestHost.Articles, "--fail-at-end"], """
            // a comment, and a statement over two lines
            MATCH (c:Country)

            RETURN c ORDER BY c.name; MATCH (a:Alliance) RETURN a.name;
            :format json
            MATCH (z)-[r:REQUESTED_HELP_FROM]->(n)
            RETURN z.name AS who, r, ';' AS semicolon;
            :why 2
            :why 3
            :param who=Noordland
            :param
            MATCH (c {name: $who}) RETURN c.key;
            :format pdf
            :schema MEMBER_OF
            :warnings
            :nonsense
            RETURN 1 AS last
            """);
        Assert.Equal(ExitCode.Failure, code);
        Verifier.Verify($"{output}--- stderr\n{error}");
    }

    [Fact]
    public void AScriptStopsAtItsFirstMistakeHoweverItComes()
    {
        const string Text = "#!/usr/bin/env graph\nRETURN 1 AS one;\n:why 7\nRETURN 2 AS two;\n";
        var file = Path.Combine(state, "script.cypher");
        File.WriteAllText(file, Text);
        var piped = TestHost.Run([TestHost.Articles, "--format", "csv"], Text);
        Assert.Equal((ExitCode.Failure, "one\n1\n", "error: The last result has no row 7.\n"), piped);
        Assert.Equal(piped, TestHost.Run(["run", file, "--data", TestHost.Articles, "--format", "csv"]));
        Assert.Equal(piped, TestHost.Run([TestHost.Articles, "--format", "csv"], $":run {file}\n"));
        var whole = TestHost.Run([TestHost.Articles, "--format", "csv", "--fail-at-end"], Text);
        Assert.Equal((ExitCode.Failure, "one\n1\n\ntwo\n2\n"), (whole.ExitCode, whole.Output));
    }

    [Theory]
    [InlineData("RETURN 1;\n\n  RETRUN 2;\n", "3:3: error GR1001")]
    [InlineData("RETURN 1; RETRUN 2;", "1:11: error GR1001")]
    [InlineData(":param x=1\nRETURN 1;\nRETURN y;", "3:8: error GR2001")]
    public void PositionsCountFromTheBeginningOfTheText(string text, string place)
    {
        var (code, output, error) = TestHost.Run([TestHost.Articles], text);
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.StartsWith(place, error);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'R', (byte)'\n', 0xE9, (byte)' ' }, "2:1: error GR1030: This is not UTF-8: byte 0xE9; save it as UTF-8.")]
    [InlineData(new byte[] { 0xFF, 0xFE, (byte)'R', 0 }, "1:1: error GR1030: This is UTF-16, not UTF-8; save it as UTF-8.")]
    public void AQueryFileThatIsNotUtf8IsRefusedWithThePlace(byte[] bytes, string message)
    {
        var file = Path.Combine(state, "latin.cypher");
        File.WriteAllBytes(file, bytes);
        foreach (var command in new[] { "run", "verify" })
        {
            var (code, _, error) = TestHost.Run([command, file, "--data", TestHost.Articles]);
            Assert.Equal(ExitCode.Failure, code);
            Assert.StartsWith($"{file}:{message}", error);
        }
    }

    [Theory]
    [InlineData("help<Enter>", "A query ends with")]
    [InlineData("exit<Enter>RETURN 1 AS one;<Enter>", "graph> exit")]
    [InlineData("exit now<Enter>RETURN 1 AS one;<Enter>", "graph> exit now")]
    [InlineData("help match<Enter>", "MATCH finds a pattern")]
    [InlineData("HELP :open;<Enter>", "All about one entity, by name or key.")]
    [InlineData("clear<Enter>", "There is no command 'clear'; Ctrl-L clears the screen.")]
    [InlineData("ls -l<Enter>", "There is no command 'ls'; ':schema' shows what the graph contains, ':articles' the articles.")]
    [InlineData("history<Enter>", "There is no command 'history'; ':history' shows the last inputs.")]
    [InlineData("<Tab>RETURN 7 AS seven;<Enter>", "│ seven │")]
    [InlineData("MATCH (c) WHERE c.name IN ['Southland', 'NOORDLAND', 'Zuidlandje'] RETURN c;<Enter>", "but it is an alias of Zuidland (:Country)")]
    [InlineData("MATCH (c) WHERE c.name IN ['Southland', 'NOORDLAND', 'Zuidlandje'] RETURN c;<Enter>", "differs in case or accents only")]
    [InlineData("MATCH (c) WHERE c.name IN ['Southland', 'NOORDLAND', 'Zuidlandje'] RETURN c;<Enter>", "Nothing is named 'Zuidlandje'.")]
    [InlineData(":param names = ['Southland']<Enter>MATCH (c) WHERE c.name IN $names RETURN c;<Enter>", "but it is an alias of Zuidland (:Country)")]
    [InlineData("MATCH (c) WITH c WHERE c.name = 'ZUIDLAND' RETURN c;<Enter>", "differs in case or accents only")]
    [InlineData("MATCH (c) WITH c AS d, count(*) AS n WITH d WHERE d.name = 'ZUIDLAND' RETURN d;<Enter>", "differs in case or accents only")]
    [InlineData("MATCH (c) WITH c.name AS name WHERE name = 'Southland' RETURN name;<Enter>", "but it is an alias of Zuidland (:Country)")]
    [InlineData("CALL { MATCH (c {name: 'Southland'}) RETURN c } RETURN c;<Enter>", "but it is an alias of Zuidland (:Country)")]
    [InlineData("CALL graph.pageRank({}) YIELD node WHERE node.name = 'Southland' RETURN node;<Enter>", "but it is an alias of Zuidland (:Country)")]
    [InlineData("quit<Enter>RETURN 1 AS one;<Enter>", "graph> quit")]
    [InlineData(":q<Enter>RETURN 1 AS one;<Enter>", "graph> :q")]
    [InlineData("RETURN 'a<Enter><Enter>b' AS x;<Enter>", "a↵↵b")]
    [InlineData("MATCH (c:Country) RETURN c ORDER BY c.name;<Enter>", "│ 1 │ (Noordland :Country)")]
    [InlineData(":props on<Enter>MATCH (c:Country {key: 'noordland'}) RETURN c;<Enter>", "key")]
    [InlineData(":rows 1<Enter>UNWIND [1, 2, 3] AS x RETURN x;<Enter>", "first 1 of 3 rows (:rows all)")]
    [InlineData(":mode line<Enter>RETURN 1 AS x;<Enter>", "x  1")]
    [InlineData(":mode tabel<Enter>", "'tabel' is no value for mode")]
    [InlineData(":timeout 5x<Enter>", "'5x' is no value for timeout: TIME|none.")]
    [InlineData(":open northland<Enter>", "<-[REQUESTED_HELP_FROM]-")]
    [InlineData(":open nobody<Enter>", "No entity is called 'nobody'")]
    [InlineData(":timeline Noordland<Enter>", "21 years 2021")]
    [InlineData(":path zuidland 'the Polar Union'<Enter>", "MEMBER_OF")]
    [InlineData(":articles akkoord<Enter>", "Noordland en Zuidland sluiten een akkoord")]
    [InlineData(":articles kangaroo<Enter>", "No article has 'kangaroo'")]
    [InlineData(":param x = 3<Enter>RETURN $x AS y;<Enter>", "│ 1 │ 3 │")]
    [InlineData(":param x=a b<Enter>:param x<Enter>", "$x = 'a b'")]
    [InlineData(":param x = a b<Enter>:param $x<Enter>", "$x = 'a b'")]
    [InlineData(":param x = [1, 2<Enter>", "'[1, 2' is no list and no map of values")]
    [InlineData(":param x = '[1, 2'<Enter>:param<Enter>", "$x = '[1, 2'")]
    [InlineData(":param x = 't Hooft<Enter>:param<Enter>", "$x = '\\'t Hooft'")]
    [InlineData(":param x = {a: b}<Enter>", "'{a: b}' is no list and no map of values")]
    [InlineData(":param x<Enter>", "There is no parameter 'x'; ':param NAME = VALUE' sets one.")]
    [InlineData(":param x => 5<Enter>:param<Enter>", "$x = 5")]
    [InlineData(":param x=>'a=b'<Enter>:param<Enter>", "$x = 'a=b'")]
    [InlineData(":param {x: 5, y: 'b'}<Enter>:param<Enter>", "$x = 5")]
    [InlineData(":param {x: 5, y: 'b'}<Enter>:param<Enter>", "$y = 'b'")]
    [InlineData(":param {x: 5<Enter>", "'{x: 5' is no list and no map of values")]
    [InlineData(":open NOORDLAND<Enter>", "<-[REQUESTED_HELP_FROM]-")]
    [InlineData(":open Ada-Berg<Enter>", "Did you mean 'Ada Berg'?")]
    [InlineData(":open da ber<Enter>", "Did you mean 'Ada Berg'?")]
    [InlineData(":aliases zuidlnad<Enter>", "Did you mean 'Zuidland'?")]
    [InlineData(":save x.what<Enter>", ".svg .html")]
    [InlineData(":param 1x = 3<Enter>:param<Enter>", "$`1x` = 3")]
    [InlineData(":open 'noordland'<Enter>", "<-[REQUESTED_HELP_FROM]-")]
    [InlineData(":aliases \"Zuidland\"<Enter>", "Southland")]
    [InlineData(":article 'accord'<Enter>", "Noordland en Zuidland sluiten een akkoord")]
    [InlineData(":article \"Noordland en Zuidland sluiten een akkoord\"<Enter>", "accord")]
    [InlineData(":path 'zuidland' \"the Polar Union\"<Enter>", "MEMBER_OF")]
    [InlineData(":history 0<Enter>", "'0' is no number of inputs")]
    [InlineData(":history ten<Enter>", "'ten' is no number of inputs")]
    [InlineData("UNWIND [1, 2] AS x RETURN x<Enter>:rows<Enter>", "2 rows")]
    [InlineData(":help WITHIN<Enter>", "Whether every day of the first date lies in the second.")]
    [InlineData(":help stdev<Enter>", "stDev(NUMBER) :: FLOAT")]
    [InlineData("   :open Noordland<Enter>", "<-[REQUESTED_HELP_FROM]-")]
    [InlineData(" :op<Tab> Noordland<Enter>", "<-[REQUESTED_HELP_FROM]-")]
    [InlineData("  help<Enter>", "A query ends with")]
    [InlineData("RETURN range(1, 3000) AS x;<Enter>", " more characters (:rows all)")]
    [InlineData(":pager off<Enter>:rows all<Enter>RETURN range(1, 3000) AS x;<Enter>", " 3000]")]
    [InlineData(":load {empty}<Enter>MATCH (c:Country {key: 'noordland'}) RETURN 'still' + 'here' AS x;<Enter>", "stillhere")]
    [InlineData(":load {empty}<Enter>", "Nothing was read there; the graph is the one before.")]
    [InlineData(":load {empty}<Enter>", "PATH --init' writes")]
    [InlineData(".tables<Enter>", "There is no command '.tables'; ':schema' shows what the graph contains.")]
    [InlineData("\\d<Enter>", "There is no command '\\d'; ':schema' shows what the graph contains.")]
    [InlineData("RETURN 1 AS one; // c<Enter>", "│ 1 │   1 │")]
    [InlineData("RETURN 1 AS one; RETUR 2;<Enter>:history 1<Enter>", "Unexpected 'RETUR'")]
    [InlineData(":param x = 1 + 2<Enter>", "$x = 3")]
    [InlineData(":param x = date('20222222')<Enter>", "'20222222' is no date")]
    [InlineData(":param x = Noordland<Enter>", "$x = 'Noordland'")]
    [InlineData("MATCH (a:Article) RETURN a;<Enter>:why 1<Enter>", "shows an article, which rests on nothing else; ':article ")]
    [InlineData("MATCH (n)<Enter>:help<Enter>;<Enter>", "note: ':help' is a command only where an input begins")]
    [InlineData(":set pager off<Enter>:pager<Enter>", "off")]
    [InlineData(":pager<Enter>", "auto")]
    [InlineData(":unset y<Enter>", "There is no parameter and no setting 'y'.")]
    [InlineData("RETURN 1;<Enter>:history<Enter>", ":history")]
    [InlineData(":load nowhere<Enter>RETURN 1 AS one;<Enter>", "│ one │")]
    [InlineData(":reload<Enter>", "2 articles, 8 mentions")]
    [InlineData(":help shortestPath<Enter>", "ANY SHORTEST")]
    [InlineData(":play movies<Enter>", "There is no command ':play'; ':help' lists what can be asked and done.")]
    [InlineData(":use system<Enter>", "There is no command ':use'; one graph is asked at a time, and ':load PATH' asks another.")]
    [InlineData("SHOW FUNCTIONS EXECUTABLE BY CURRENT USER YIELD name WHERE name = 'abs' RETURN name;<Enter>", "│ 1 │ abs │")]
    [InlineData(":help nonsense<Enter>", "There is no help on 'nonsense'.")]
    [InlineData("MATCH (c {name: 'Southland'}) RETURN c;<Enter>", "it is an alias of Zuidland (:Country)")]
    [InlineData("MATCH (c {name: 'ZUIDLAND'}) RETURN c;<Enter>", "differs in case or accents only")]
    [InlineData("MATCH (c {name: 'Nobody'}) RETURN c;<Enter>", "note: Nothing is named 'Nobody'.")]
    [InlineData("MATCH (c:City) RETURN c;<Enter>", "note: There is no City here.")]
    [InlineData("MATCH (:Alliance)-[r:REQUESTED_HELP_FROM]->() RETURN r;<Enter>", "note: No REQUESTED_HELP_FROM starts at an Alliance.")]
    [InlineData("MATCH (c:Country) WHERE c.name ~= 'SOUTHLAND' RETURN c.key;<Enter>", "│ 1 │ zuidland │")]
    public void WhatIsTypedIsAnswered(string keys, string part)
    {
        var empty = Directory.CreateDirectory(Path.Combine(state, "empty")).FullName;
        var screen = Type($"{keys.Replace("{empty}", empty, StringComparison.Ordinal)}:quit<Enter>");
        Assert.Contains(part, screen.Replace("\n", " ").Replace("  ", " ") + screen);
        Assert.False(part.StartsWith("graph> ") && screen.Contains('│'));
    }

    /// <summary>Between what is named, and never inside of it.</summary>
    [Theory]
    [InlineData(78)]
    [InlineData(64)]
    [InlineData(40)]
    public void ACardIsBrokenBetweenCaptions(int width)
    {
        var screen = TestHost.RunPrompt([Repository.GetPath("data")], ":open csto<Enter>:quit<Enter>", state, width);
        var lines = screen[screen.IndexOf("(Collective", StringComparison.Ordinal)..].Split('\n');
        Assert.All(lines, line => Assert.InRange(line.Length, 0, width));
        foreach (var whole in (string[])["(Kyrgyzstan :Country) 3", "(Moscow :City)", "2010-06 .. 2022-01-05", "(summit :Event) 2022-01-10 as PATIENT"])
            Assert.True(width < whole.Length + 30 || lines.Any(line => line.Contains(whole)), $"{whole}\n{screen}");
    }

    /// <summary>Keys as they are entered, and dates as other tables call them.</summary>
    [Theory]
    [InlineData("id: 7\npublished: 2021-07\n", "2021-07     7  T\n")]
    [InlineData("id: 7\n", "7  T\n")]
    public void ArticlesAreListedByKeyAndDate(string head, string line)
    {
        var folder = Directory.CreateDirectory(Path.Combine(state, "listed")).FullName;
        File.WriteAllText(Path.Combine(folder, "a.md"), $"---\n{head}title: T\n---\n\n[North]{{.Country #north}}.\n");
        Assert.Equal(line, TestHost.Run([folder], ":articles\n").Output);
    }

    [Fact]
    public void TheDateOfAnArticleMayBeATextOfATable()
    {
        var folder = Directory.CreateDirectory(Path.Combine(state, "tables")).FullName;
        File.WriteAllText(Path.Combine(folder, "nodes.csv"), "id:ID,title,date,:LABEL\n0,Zero,2019-08-10,Article\n");
        Assert.Equal(
            "2019-08-10  Article:0  Zero\n", TestHost.Run([folder], ":articles\n").Output);
    }

    [Fact]
    public void TheFirstLinesAreBrokenAtWords()
    {
        var screen = TestHost.RunPrompt([Repository.GetPath("data")], ":load nowhere at all<Enter>:quit<Enter>", state, 44);
        Assert.Contains("  MATCH (a)-[r:", screen);
        Assert.Contains("\n      ", screen);
        Assert.All(["RETURN", "DESC", "LIMIT"], (string word) => Assert.Contains(word, screen));
    }

    /// <summary>Whoever has no X at all is told once, and not again of the one that was named.</summary>
    [Fact]
    public void ACauseIsToldOnce()
    {
        var (_, _, error) = TestHost.Run([TestHost.Articles], "MATCH (a:Alliance {name: 'the Polar Union'})-[r:REQUESTED_HELP_FROM]->() RETURN r;\n");
        Assert.Equal("note: No REQUESTED_HELP_FROM starts at an Alliance.\n", error);
    }

    [Fact]
    public void WhoReadsNothingIsToldWhatToDo()
    {
        var empty = Directory.CreateDirectory(Path.Combine(state, "empty")).FullName;
        Assert.EndsWith(
            "\nnote: Nothing was read. 'graph check PATH' tells why; 'graph check PATH --init' writes a first corpus.yaml.\n",
            TestHost.Run([empty], "").Error);
    }

    [Fact]
    public void SettingsAreKeptForTheNextSession()
    {
        Type(":set mode csv<Enter>:quit<Enter>");
        Assert.Contains("one\n1\n", File.ReadAllText(Path.Combine(state, "graph", "settings")).Contains("mode csv") ? "one\n1\n" : "");
        Assert.Contains("x\n2\n", Save(".csv"));
    }

    [Theory]
    [InlineData(".csv", "x\n2\n")]
    [InlineData(".tsv", "x\n2\n")]
    [InlineData(".jsonl", "{\"x\":2}\n")]
    [InlineData(".ndjson", "{\"x\":2}\n")]
    [InlineData(".md", "| x |\n| ---: |\n| 2 |\n")]
    public void AResultIsSavedByTheEndingOfItsFile(string ending, string text) => Assert.Equal(text, Save(ending));

    [Fact]
    public void NamesOfFilesMayStandInQuotes()
    {
        var file = Path.Combine(state, "two words.csv");
        TestHost.Run([TestHost.Articles], $"RETURN 2 AS x;\n:save \"{file}\"\n");
        Assert.Equal("x\n2\n", File.ReadAllText(file));
    }

    [Fact]
    public void APictureIsSavedAsItIsDrawn()
    {
        var file = Path.Combine(state, "picture.svg");
        TestHost.Run([TestHost.Articles], $"MATCH (c:Country) RETURN c;\n:save {file}\n");
        Assert.Contains("<svg", File.ReadAllText(file));
    }

    [Fact]
    public void TheQueryFilesOfAFolderAreRunInTurn()
    {
        File.WriteAllText(Path.Combine(state, "b.cypher"), "RETURN 2 AS b;");
        File.WriteAllText(Path.Combine(state, "a.cypher"), "RETURN 1 AS a;");
        var (_, output, error) = TestHost.Run([TestHost.Articles, "--format", "csv"], $":run {state}\n:run {state}/none\n");
        Assert.Equal("a\n1\n\nb\n2\n", output);
        Assert.Equal($"error: There is no query file '{state}/none'.\n", error);
    }

    /// <summary>Whatever is asked, a limit that stops it stops no more.</summary>
    [Theory]
    [InlineData(":path Noordland 'the Polar Union'")]
    [InlineData(":open Noordland")]
    public void ALimitThatStopsACommandLeavesTheSession(string command)
    {
        var (_, output, error) = TestHost.Run([TestHost.Articles, "--timeout", "1ms", "--fail-at-end", "--format", "csv"], $"{command}\n:mode csv\n:param x = 1\n");
        Assert.DoesNotContain("internal error", error);
        Assert.DoesNotContain("Unhandled", output + error);
    }

    [Fact]
    public void AScriptThatLeavesEndsItselfAlone()
    {
        var file = Path.Combine(state, "leaves.cypher");
        File.WriteAllText(file, "RETURN 1 AS one;\n:quit\nRETURN 2 AS two;\n");
        var (code, output, _) = TestHost.Run([TestHost.Articles, "--format", "csv"], $":run {file}\nRETURN 3 AS three;\n");
        Assert.Equal((ExitCode.Success, "one\n1\n\nthree\n3\n"), (code, output));
    }

    [Fact]
    public void AScriptOfTheStartIsCheckedBeforeItRuns()
    {
        var file = Path.Combine(state, "init.cypher");
        File.WriteAllText(file, "RETURN 1 AS one;\nMATCH (n:Contry) RETURN n;");
        var screen = TestHost.RunPrompt([TestHost.Articles, "--init", file], ":quit<Enter>", state);
        Assert.Contains("Contry", screen);
        Assert.DoesNotContain("│ one │", screen);
    }

    [SkippableTheory]
    [InlineData("less -RS", "/bin:/usr/bin", true)]
    [InlineData("/nonexistent/pager -x", "/bin", false)]
    [InlineData("no-such-pager", "/bin:/usr/bin", false)]
    [InlineData("LESS=-S sh", "/bin", true)]
    [InlineData("sh", "/bin", true)]
    public void APagerThatIsNotThereIsNotUsed(string pager, string path, bool isUsed)
    {
        Skip.IfNot(!pager.StartsWith("less", StringComparison.Ordinal) || File.Exists("/usr/bin/less") || File.Exists("/bin/less"), "There is no less here.");
        Assert.Equal(isUsed ? pager : null, Graph.Cli.Repl.Pager.Find(name => name == "PAGER" ? pager : path));
    }

    [Fact]
    public void AHistoryThatCannotBeWrittenCostsNoStatement()
    {
        Directory.CreateDirectory(Path.Combine(state, "graph", "history"));
        Assert.Contains("│ one │", Type("RETURN 1 AS one;<Enter>:quit<Enter>"));
    }

    /// <summary>What the grammar takes at the beginning of a statement, and behind each of these words.</summary>
    [Fact]
    public void TheHelpKnowsEveryWordThatBeginsAStatement()
    {
        var loaded = Graph.Cli.Repl.LoadedExamples.Of(Open());
        string[] words = [.. BeginningsAfter(""), .. BeginningsAfter("").SelectMany(word => BeginningsAfter($"{word} ").Where(next => word is "EXPLAIN" or "PROFILE" or "OPTIONAL"))];
        Assert.Contains("VERBOSE", words);
        Assert.Equal([], words.Distinct().Where(word => Graph.Cli.Repl.HelpTopics.Find(word, loaded) is null));
    }

    [Fact]
    public void TheListOfTheHelpHasEveryCommandAndFitsAScreen()
    {
        var list = TestHost.Run([TestHost.Articles], ":help\n").Output;
        Assert.All(Graph.Cli.Repl.PromptCommands.All, command => Assert.Contains(command.Name, list));
        Assert.Contains("EXPLAIN [VERBOSE], PROFILE", list);
        Assert.InRange(list.Split('\n').Length, 1, 24);
        Assert.DoesNotContain("…", list);
        Assert.All(Type(":help<Enter>:quit<Enter>").Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    private static IEnumerable<string> BeginningsAfter(string text) => Graph.Query.Syntax.CompletionContext.At(new SourceText(text), text.Length).Expected
        .Where(expected => expected.Kind == Graph.Query.Parsing.ExpectationKind.Keyword)
        .Select(expected => expected.Text);

    [Fact]
    public void EveryExampleOfTheHelpRuns()
    {
        var loaded = Graph.Cli.Repl.LoadedExamples.Of(Open());
        foreach (var topic in Graph.Cli.Repl.HelpTopics.Names)
        {
            var example = Graph.Cli.Repl.HelpTopics.Find(topic, loaded)!.Example;
            var (code, _, error) = TestHost.Run([TestHost.Articles], example);
            Assert.True(code == ExitCode.Success, $"{topic}: {example}\n{error}");
        }
    }

    private static Session Open()
    {
        var loaded = Graph.Annotations.GraphLoader.Load([TestHost.Articles], new Graph.Annotations.LoadOptions(Graph.News.NewsSchema.GraphType));
        return new Session(loaded.Store, loaded);
    }

    private string Save(string ending)
    {
        var file = Path.Combine(state, $"saved{ending}");
        TestHost.Run([TestHost.Articles], $"RETURN 2 AS x;\n:save {file}\n");
        return File.ReadAllText(file);
    }

    [Fact]
    public void TheSchemaShowsWhatIsThereAndWhatIsDeclared() => Verifier.Verify(Ask(":schema\n:schema Country\n"));

    [Theory]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() WITH c RETURN c.name AS n;", "Southland denies")]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() RETURN count(*) AS n;", "member")]
    [InlineData("MATCH (c:Country)-[:MEMBER_OF]->() WITH DISTINCT c.key AS k ORDER BY k LIMIT 1 RETURN k;", "[the Polar Union]")]
    [InlineData("CALL { MATCH (c:Country)-[r:MEMBER_OF]->(a) RETURN c, r } RETURN c;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) CALL (c) { MATCH (c)-[:MEMBER_OF]->() RETURN count(*) AS n } RETURN n ORDER BY n DESC;", "-[:MEMBER_OF]->")]
    [InlineData("CALL { MATCH (c)-[:MEMBER_OF]->() RETURN c.name AS n UNION MATCH ()-[:PRESIDENT_OF]->(c) RETURN c.name AS n } RETURN n ORDER BY n;", "-[:MEMBER_OF]->")]
    [InlineData("CALL { MATCH (c)-[:MEMBER_OF]->() RETURN count(c) AS n UNION ALL MATCH (c:City) RETURN count(c) AS n } RETURN n ORDER BY n DESC;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) CALL (c) { CALL (c) { MATCH (c)-[:MEMBER_OF]->(a) RETURN a } RETURN a } RETURN DISTINCT c.name AS n;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) RETURN COUNT { (c)-[:MEMBER_OF]->() } AS n ORDER BY n DESC;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) WHERE EXISTS { (c)-[:MEMBER_OF]->() } WITH c.name AS n RETURN n;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) WHERE (c)-[:MEMBER_OF]->() RETURN count(*) AS n;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (c:Country) RETURN [(c)-[:MEMBER_OF]->(a) | a.name] AS n ORDER BY size(n) DESC;", "-[:MEMBER_OF]->")]
    [InlineData("MATCH (p:Person) RETURN p.name AS n;", "[Ada Berg]")]
    [InlineData("MATCH p = (:Person)-->(:Country)-[:MEMBER_OF]->(a) RETURN length(p) AS n;", "[Northland]")]
    [InlineData("MATCH (:Person)-[*2]->(a:Alliance) RETURN *;", "[the Polar Union]")]
    [InlineData("MATCH (a:Person) RETURN a.key AS k UNION MATCH (a:Alliance) RETURN a.key AS k;", "Ada Berg")]
    [InlineData("OPTIONAL MATCH (a:City)-[r]->(b) WITH count(r) AS n MATCH (:Country)-[:MEMBER_OF]->() RETURN n;", "[Northland]")]
    public void WhyFollowsTheRowThroughEveryClause(string query, string part) => Assert.Contains(part, Ask($"{query}\n:why 1\n"));

    [Fact]
    public void WhyTellsEqualRowsApart()
    {
        var output = Ask("MATCH (z)-[r:REQUESTED_HELP_FROM]->(n) RETURN z.key AS k;\n:why 1\n");
        var second = Ask("MATCH (z)-[r:REQUESTED_HELP_FROM]->(n) RETURN z.key AS k;\n:why 2\n");
        Assert.NotEqual(output, second);
    }

    /// <summary>What tables state has no sentence, and what mentions its ends is none.</summary>
    [Theory]
    [InlineData("RETURN r LIMIT 1", "This fact names no sentence:\n  r: Ann -[:SUED]-> Bob (year 0)\n")]
    [InlineData("RETURN count(r) AS n", "These facts name no sentence:\n  Ann -[:SUED]-> Bob (year 0)\n")]
    [InlineData("RETURN count(r) AS n", "(year 19)\nand 5 more facts\n")]
    [InlineData("RETURN b.name AS n, count(*) AS c", "and 5 more facts\n")]
    public void WhyShowsFactsThatNameNoSentence(string result, string part)
    {
        var graph = Path.Combine(state, "sued.graph");
        var builder = new GraphBuilder();
        builder.AddNode(["Person"], [new("key", Value.FromString("a")), new("name", Value.FromString("Ann"))]);
        builder.AddNode(["Person"], [new("key", Value.FromString("b")), new("name", Value.FromString("Bob"))]);
        for (var year = 0; year < 25; year++)
            builder.AddEdge("SUED", 0, 1, [new("year", Value.FromInteger(year))]);
        GraphFile.Write(builder.Build(), graph);

        Assert.Contains(part, TestHost.Run([graph], $"MATCH (a)-[r:SUED]->(b) {result};\n:why 1\n").Output);
    }

    /// <summary>Every list is shown as names are, and one date or mention as one.</summary>
    [Theory]
    [InlineData("kazakhstan", "  ids         kazakhstan, wikidata:Q232\n")]
    [InlineData("putin", "  articles    1, 2022-01-10, 1 mention\n")]
    public void TheCardOfAnEntityReadsWell(string name, string line) =>
        Assert.Contains(line, TestHost.Run([Repository.GetPath("data")], $":open {name}\n").Output);

    /// <summary>What reads as a date is one, what is an expression is computed, and what is shown can be entered again.</summary>
    [Theory]
    [InlineData("2022-01-06", "'2022-01-06'")]
    [InlineData("2022-01", "'2022-01'")]
    [InlineData("2022", "2022")]
    [InlineData("2021/2022-03-01", "'2021/2022-03-01'")]
    [InlineData("24-12-2022", "'24-12-2022'")]
    [InlineData("06-12345678", "'06-12345678'")]
    [InlineData("3-1", "2")]
    [InlineData("2022 - 01", "2021")]
    [InlineData("7/3", "2")]
    [InlineData("$three + 1", "4")]
    [InlineData("{a: $three, b: [date('2022-01'), 'x-01']}", "{a: 3, b: [date('2022-01'), 'x-01']}")]
    [InlineData("duration('P1D')", "duration('P1D')")]
    [InlineData("datetime('2022-01-06T10:00:00Z')", "datetime('2022-01-06T10:00Z')")]
    [InlineData("localtime('10:00:01')", "localtime('10:00:01')")]
    [InlineData("point({x: 1.5, y: 2})", "point({srid: 7203, x: 1.5, y: 2.0})")]
    [InlineData("-1.0 / 0", "-1.0 / 0.0")]
    [InlineData("COLLECT { MATCH (p:Person) RETURN p.name }", "['Ada Berg']")]
    public void AParameterIsShownAsItCanBeEntered(string entered, string shown)
    {
        var (_, output, error) = TestHost.Run([TestHost.Articles], $":param three = 3\n:param x = {entered}\n:param x\n:param x = {shown}\n:param x\n");
        Assert.Equal(($"$x = {shown}\n$x = {shown}\n", ""), (output, error));
    }

    [Theory]
    [InlineData("RETURN 1 AS x;\n  :param u = 1/0\n", "2:14: error GR5002: Division by zero.\n  |   :param u = 1/0\n  |              ^~~\n")]
    [InlineData(":param u = 1 + toFlot(3)\n", "1:16: error GR2011: No function 'toFlot'. Did you mean 'toFloat'?\n  | :param u = 1 + toFlot(3)\n  |                ^~~~~~\n")]
    [InlineData(":param {u: abs(3), v: abs('x')}\n", "1:27: error GR3002: abs takes a number, but this is a string.\n")]
    [InlineData(":param u = $v + 1\n", "error: There is no parameter 'v' to compute with; a text with a '$' in it stands in quotes.\n")]
    [InlineData(":param u = [2022-01-06]\n", "error: '2022-01-06' reads as a date; write date('2022-01-06'), or blanks around the '-' to compute.\n")]
    public void AMistakeInAParameterStandsInWhatWasTyped(string input, string message) =>
        Assert.StartsWith(message, TestHost.Run([TestHost.Articles], input).Error);

    /// <summary>Where a fact says when it begins and ends, it says when.</summary>
    [Theory]
    [InlineData(":open Dmitry Medvedev", "-[PRESIDENT_OF]->                           1  2008-05-07 to 2012-05-07  (Russia :Country)\n")]
    [InlineData(":open csto", "<-[MEMBER_OF]-                             12  2002-10 .. 2012\n")]
    [InlineData(":open csto", "-[BASED_IN]->                               1  since 2002-10  (Moscow :City)\n")]
    [InlineData(":timeline Dmitry Medvedev", "2008 # 1\n2009 - 1\n2010 - 1\n2011 - 1\n2012 # 1\n-: lasts through it; #: happens, begins or ends in it.\n")]
    [InlineData(":timeline csto", "2002 # 7\n")]
    [InlineData(":timeline csto", "2006 # 1\n")]
    [InlineData(":timeline csto", "Of 9 only the beginning or the end is known, and counted.\n")]
    [InlineData(":timeline csto", "2022 # 8\n")]
    public void ADurationIsSeenAsOne(string command, string part) =>
        Assert.Contains(part, Regex.Replace(TestHost.Run([Repository.GetPath("data"), "--ascii"], $"{command}\n").Output, " *([#-])[#-]+ ", " $1 "));

    /// <summary>What is known to the year or to a quarter stands beside its months.</summary>
    [Theory]
    [InlineData("FOUGHT_WITH {on: '2021'} FOUGHT_WITH {on: '2021-02'} FOUGHT_WITH {on: '2021-03-04'} FOUGHT_WITH {on: '2021-02/2021-04'}",
        "2021            # 1\n2021-02/2021-04 # 1\n2021-02         # 1\n2021-03         # 1\n2021: the month is not known, only this.\n")]
    [InlineData("FOUGHT_WITH {on: '2021'} FOUGHT_WITH {on: '2021'}", "2021    # 2\n2021: the month is not known, only this.\n")]
    [InlineData("MEMBER_OF {since: '1980-01', until: '2020-05'} FOUGHT_WITH {on: '2000-06'} FOUGHT_WITH {sort: 'x'}",
        "1980    # 1\n...     - 1, for 19 years\n2000    # 1 + 1\n...     - 1, for 19 years\n2020    # 1\n-: lasts through it; #: happens, begins or ends in it.\nWithout a date, and not shown: 1.\n")]
    [InlineData("FOUGHT_WITH {on: '1243'} FOUGHT_WITH {on: '1990/1995'} FOUGHT_WITH {on: '2022'}", "1243      # 1\n...        746 years\n1990/1995 # 1\n")]
    [InlineData("FOUGHT_WITH {date: '2021-07-24'} FOUGHT_WITH {date: 'in July'} FOUGHT_WITH {date: '2021-05', on: '2021-06'}",
        "2021-06 # 1\n2021-07 # 1\nWithout a date, and not shown: 1.\n")]
    public void ADateIsAsWideAsItIsKnown(string facts, string timeline)
    {
        var lines = facts[..^1].Split("} ").Select((fact, index) => $"(#north)-[:{fact}, n: {index}}}]->(#south)\n");
        var folder = Directory.CreateDirectory(Path.Combine(state, "facts")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "a.md"),
            $"---\nid: a\n---\n\n[North]{{.Country #north}} and [South]{{.Country #south}}.\n\n```facts\n{string.Concat(lines)}```\n");
        Assert.StartsWith(timeline, Regex.Replace(TestHost.Run([folder, "--ascii"], ":timeline north\n").Output, "([#-])[#-]+ ", "$1 "));
    }

    [Fact]
    public void TheHistoryIsKeptOverSessions()
    {
        Type("RETURN 1 AS one;<Enter>:quit<Enter>");
        Assert.Contains("│ one │", Type("<Up><Up><Enter><C-d>"));
    }

    [Fact]
    public void AnEmptyLineEndsAStatementAtThePrompt() => Assert.Contains("│ one │", Type("RETURN 1 AS one<Enter><Enter><C-d>"));

    private static string Ask(string input) => TestHost.Run([TestHost.Articles], input).Output;

    private string Type(string keys) => TestHost.RunPrompt([TestHost.Articles], keys.ReplaceLineEndings(""), state);
}
