namespace Graph.Cli.Tests.Repl;

/// <summary>Sessions, as they are typed and seen.</summary>
public sealed class PromptTests : PromptTest
{
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
        var empty = Directory.CreateDirectory(Path.Combine(State, "empty")).FullName;
        var screen = Type($"{keys.Replace("{empty}", empty, StringComparison.Ordinal)}:quit<Enter>");
        Assert.Contains(part, screen.Replace("\n", " ").Replace("  ", " ") + screen);
        Assert.False(part.StartsWith("graph> ") && screen.Contains('│'));
    }

    /// <summary>
    /// A graph that was damaged is no fault of the program, also where it was opened at the prompt, whose session goes on then.
    /// </summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void ADamagedGraphIsNamed(bool isLoaded)
    {
        var graph = Path.Combine(State, "a.graph");
        Assert.Equal(0, TestHost.Run(["build", TestHost.Articles, "-o", graph]).ExitCode);
        var segment = Directory.GetFiles(graph, "nodes-*Country*.arrow").Single();
        var bytes = File.ReadAllBytes(segment);
        bytes.AsSpan(bytes.Length / 4).Fill(0x7F);
        File.WriteAllBytes(segment, bytes);

        var screen = TestHost.RunPrompt(
            isLoaded ? [TestHost.Articles] : [graph],
            $"{(isLoaded ? $":load {graph}<Enter>" : "")}MATCH (c:Country) RETURN c.name;<Enter>RETURN 6 * 7 AS x;<Enter>:quit<Enter>",
            State);
        Assert.Contains($"isdamaged:{Path.GetFileName(segment)}:thecontenthaschanged", screen.Replace("\n", "").Replace(" ", ""));
        Assert.Equal(isLoaded, screen.Contains("│ 42 │", StringComparison.Ordinal));
        Assert.DoesNotContain("internal error", screen);
    }

    [Fact]
    public void TheFirstLinesAreBrokenAtWords()
    {
        var screen = TestHost.RunPrompt([Repository.GetPath("data")], ":load nowhere at all<Enter>:quit<Enter>", State, 44);
        Assert.Contains("  MATCH (a)-[r:", screen);
        Assert.Contains("\n      ", screen);
        Assert.All(["RETURN", "DESC", "LIMIT"], (string word) => Assert.Contains(word, screen));
    }

    /// <summary>Whoever has no X at all is told once, and not again of the one that was named.</summary>
    [Fact]
    public void ACauseIsToldOnce()
    {
        var (_, _, error) = TestHost.Run(
            [TestHost.Articles], "MATCH (a:Alliance {name: 'the Polar Union'})-[r:REQUESTED_HELP_FROM]->() RETURN r;\n");
        Assert.Equal("note: No REQUESTED_HELP_FROM starts at an Alliance.\n", error);
    }

    [Fact]
    public void WhoReadsNothingIsToldWhatToDo()
    {
        var empty = Directory.CreateDirectory(Path.Combine(State, "empty")).FullName;
        Assert.EndsWith(
            "\nnote: Nothing was read. 'graph check PATH' tells why; 'graph check PATH --init' writes a first corpus.yaml.\n",
            TestHost.Run([empty], "").Error);
    }

    [Fact]
    public void SettingsAreKeptForTheNextSession()
    {
        Type(":set mode csv<Enter>:quit<Enter>");
        Assert.Contains("mode csv", File.ReadAllText(Path.Combine(State, "graph", "settings")));
        Assert.Contains("one\n1\n", Type("RETURN 1 AS one;<Enter>:quit<Enter>"));
    }

    /// <summary>Whatever is asked, a limit that stops it stops no more.</summary>
    [Theory]
    [InlineData(":path Noordland 'the Polar Union'")]
    [InlineData(":open Noordland")]
    public void ALimitThatStopsACommandLeavesTheSession(string command)
    {
        var (_, output, error) = TestHost.Run(
            [TestHost.Articles, "--timeout", "1ms", "--fail-at-end", "--format", "csv"], $"{command}\n:mode csv\n:param x = 1\n");
        Assert.DoesNotContain("internal error", error);
        Assert.DoesNotContain("Unhandled", output + error);
    }

    [SkippableTheory]
    [InlineData("less -RS", "/bin:/usr/bin", true)]
    [InlineData("/nonexistent/pager -x", "/bin", false)]
    [InlineData("no-such-pager", "/bin:/usr/bin", false)]
    [InlineData("LESS=-S sh", "/bin", true)]
    [InlineData("sh", "/bin", true)]
    public void APagerThatIsNotThereIsNotUsed(string pager, string path, bool isUsed)
    {
        Skip.IfNot(
            !pager.StartsWith("less", StringComparison.Ordinal) || File.Exists("/usr/bin/less") || File.Exists("/bin/less"),
            "There is no less here.");
        Assert.Equal(isUsed ? pager : null, Graph.Cli.Repl.Pager.Find(name => name == "PAGER" ? pager : path));
    }

    [Fact]
    public void AHistoryThatCannotBeWrittenCostsNoStatement()
    {
        Directory.CreateDirectory(Path.Combine(State, "graph", "history"));
        Assert.Contains("│ one │", Type("RETURN 1 AS one;<Enter>:quit<Enter>"));
    }

    [Fact]
    public void TheSchemaShowsWhatIsThereAndWhatIsDeclared() => Verifier.Verify(Ask(":schema\n:schema Country\n"));

    [Fact]
    public void TheHistoryIsKeptOverSessions()
    {
        Type("RETURN 1 AS one;<Enter>:quit<Enter>");
        Assert.Contains("│ one │", Type("<Up><Up><Enter><C-d>"));
    }

    [Fact]
    public void AnEmptyLineEndsAStatementAtThePrompt() => Assert.Contains("│ one │", Type("RETURN 1 AS one<Enter><Enter><C-d>"));
}
