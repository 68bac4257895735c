using Graph.Cli.Commands;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private const string Query = "MATCH (c:Country) RETURN c.name ORDER BY c.name;";

    private readonly string folder = Directory.CreateTempSubdirectory("graph-verify").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string QueryFile => Path.Combine(folder, "q.cypher");

    private string VerifiedFile { get => field ?? $"{QueryFile}.verified.txt"; set; }

    private string ReceivedFile => $"{QueryFile}.received.txt";

    [Fact]
    public void WithoutASnapshotTheAnswerIsReceived()
    {
        File.WriteAllText(QueryFile, Query);
        var (code, output, error) = Verify();
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains("there is no", error);
        Assert.Contains("Noordland", File.ReadAllText(ReceivedFile));
        Assert.False(File.Exists(VerifiedFile));
    }

    [Fact]
    public void AcceptedAnswersAreVerifiedWhateverTheLineEnds()
    {
        File.WriteAllText(QueryFile, Query);
        Assert.Equal(ExitCode.Success, Verify("--accept").ExitCode);
        File.WriteAllText(VerifiedFile, File.ReadAllText(VerifiedFile).Replace("\n", "\r\n"));
        Assert.Equal((ExitCode.Success, "", "1 verified, 0 failed\n"), Verify());
        Assert.False(File.Exists(ReceivedFile));
    }

    [Fact]
    public void ADifferenceIsShownAsLinesGoneAndLinesCome()
    {
        File.WriteAllText(QueryFile, Query);
        VerifiedFile = $"{QueryFile}.verified.csv";
        Verify("--accept", "--format", "csv");
        File.WriteAllText(QueryFile, "MATCH (c:Country) WHERE c.name <> 'Noordland' RETURN c.name UNION RETURN 'Oostland' AS `c.name`;");
        var (code, _, error) = Verify("--format", "csv");
        Assert.Equal(ExitCode.Failure, code);
        Assert.EndsWith("  c.name\n- Noordland\n  Zuidland\n+ Oostland\n0 verified, 1 failed\n", error);
    }

    [Fact]
    public void AMistakeInTheFileIsAFailure()
    {
        File.WriteAllText(QueryFile, "MATCH (c:Contry) RETURN c;");
        var (code, _, error) = Verify("--accept");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("q.cypher:1:10: error GR2006", error);
        Assert.False(File.Exists(VerifiedFile));
    }

    [Fact]
    public void AStatementThatFailsLeavesTheOthersToBeCompared()
    {
        File.WriteAllText(
            QueryFile,
            "// name: One :many\nRETURN 1 AS x;\n// name: Sum :many\nUNWIND [1, 2] AS x RETURN 2 / x AS x;\n// name: Last :many\nRETURN 3 AS x;");
        Assert.Equal("3 verified, 0 failed\n", Verify("--accept").Error);
        var before = File.ReadAllText(VerifiedFile);

        File.WriteAllText(QueryFile, File.ReadAllText(QueryFile).Replace("[1, 2]", "[1, 0]").Replace("RETURN 3", "RETURN 4"));
        var (code, _, error) = Verify();
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("error GR5002: Division by zero.", error);
        Assert.Contains("q.cypher, Sum: it does not run\n", error);
        Assert.Contains("q.cypher, Last: the answer differs", error);
        Assert.EndsWith("1 verified, 2 failed\n", error);

        // What failed has no answer to accept; the one that it had stays.
        Assert.EndsWith("2 verified, 1 failed\n", Verify("--accept").Error);
        Assert.Equal(before.Replace("| 3 |", "| 4 |"), File.ReadAllText(VerifiedFile));
    }

    [Fact]
    public void ANumberOfRowsThatTheHeaderForbidsIsNeverAccepted()
    {
        File.WriteAllText(QueryFile, "// name: One :many\nRETURN 1 AS x;\n// name: Two :one\nUNWIND [1, 2] AS x RETURN x;");
        var (code, _, error) = Verify("--accept");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("q.cypher:3:10: error GR7015: The query 'Two' gave 2 rows", error);
        Assert.EndsWith("q.cypher, Two: it gives another number of rows than it declares\n1 verified, 1 failed\n", error);
        Assert.DoesNotContain("Two", File.ReadAllText(VerifiedFile));
    }

    [Fact]
    public void WhatIsNeverClosedIsToldWhateverStatementsAreAskedFor()
    {
        File.WriteAllText(QueryFile, "// name: One :many\nRETURN 1 AS x;\n/* open\n// name: Two :many\nRETURN 2 AS x;");
        foreach (var name in new[] { "One", "Two" })
        {
            var (code, _, error) = Verify("--only", name, "--accept");
            Assert.Equal(ExitCode.Failure, code);
            Assert.Contains("q.cypher:3:1: error GR1002", error);
            Assert.False(File.Exists(VerifiedFile));
        }
    }

    [Fact]
    public void StatementsAreComparedOneByOne()
    {
        File.WriteAllText(
            QueryFile,
            "// name: North :many\nMATCH (c:Country) RETURN c, c.name AS name;\n// name: Two :many\nRETURN 2 AS two, 0.1 AS tenth, 'a|b\\nc' AS text;");
        Verify("--accept");
        Assert.Equal(
            "## North\n\n| c | name |\n|---|---|\n| Noordland [Country noordland] | Noordland |\n| Zuidland [Country zuidland] | Zuidland |\n\n"
            + "## Two\n\n| two | tenth | text |\n|---|---|---|\n| 2 | 0.1 | a\\|b\\nc |\n",
            File.ReadAllText(VerifiedFile));

        File.WriteAllText(
            QueryFile,
            File.ReadAllText(QueryFile).Replace("RETURN 2", "RETURN 3").Replace("MATCH (c:Country)", "MATCH (c:Country) WHERE true"));
        var (code, _, error) = Verify();
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("q.cypher, Two: the answer differs", error);
        Assert.Contains("- | 2 | 0.1 |", error);
        Assert.Contains("1 verified, 1 failed", error);
        Assert.Equal(0, Verify("--only", "North").ExitCode);
        Assert.Equal(0, Verify("--only", "Two", "--accept").ExitCode);
        Assert.Contains("## North", File.ReadAllText(VerifiedFile));
        Assert.Equal((0, "", "2 verified, 0 failed\n"), Verify());
    }

    [Fact]
    public void OneStatementIsAccepted()
    {
        File.WriteAllText(QueryFile, "// name: A\nRETURN 1 AS a;\n// name: C\nRETURN 3 AS c;");
        Verify("--accept");
        File.WriteAllText(QueryFile, "// name: A\nRETURN 2 AS a;\n// name: B\nRETURN 2 AS b;\n// name: C\nRETURN 4 AS c;");
        var (code, _, error) = Verify("--accept", "B", "--accept=C");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("q.cypher, A: the answer differs", error);
        Assert.Contains("2 verified, 1 failed", error);
        Assert.Equal(
            "## A\n\n| a |\n|---|\n| 1 |\n\n## B\n\n| b |\n|---|\n| 2 |\n\n## C\n\n| c |\n|---|\n| 4 |\n", File.ReadAllText(VerifiedFile));
        Assert.True(File.Exists(ReceivedFile));
        Assert.Equal((0, "", "3 verified, 0 failed\n"), Verify("--accept", "A"));
        Assert.False(File.Exists(ReceivedFile));
        Assert.Equal((0, "", "3 verified, 0 failed\n"), TestHost.Run(["verify", "--data", TestHost.Articles, "--accept", QueryFile]));
    }

    [Theory]
    [InlineData("", "No statement is called 'Secnd'. Did you mean 'Second'?")]
    [InlineData("csv", "A snapshot as csv is accepted as a whole, so '--accept' takes no name with it.")]
    public void WhatCannotBeAcceptedIsAMistake(string format, string message)
    {
        File.WriteAllText(QueryFile, "// name: First\nRETURN 1 AS a;\n// name: Second\nRETURN 2 AS b;");
        var (code, _, error) = Verify(["--accept", "Secnd", .. format.Length == 0 ? [] : new[] { "--format", format }]);
        Assert.Equal(ExitCode.Usage, code);
        Assert.StartsWith($"error: {message}", error);
    }

    [Fact]
    public void SnapshotsThatBelongToNothingAreNamed()
    {
        File.WriteAllText(QueryFile, "// name: A\nRETURN 1 AS a;\n// name: B\nRETURN 2 AS b;");
        Verify("--accept");
        File.WriteAllText(QueryFile, "// name: A\nRETURN 1 AS a;");
        File.WriteAllText(Path.Combine(folder, "gone.cypher.verified.txt"), "## X\n");
        var (code, _, error) = Verify();
        Assert.Equal(0, code);
        Assert.Contains("q.cypher, B: this snapshot belongs to no statement", error);
        Assert.Contains("no query file belongs to", error);
        Assert.Contains("gone.cypher.verified.txt", error);
        Verify("--accept");
        Assert.DoesNotContain("## B", File.ReadAllText(VerifiedFile));
    }

    [Fact]
    public void AReportSaysWhatCameOfEachStatement()
    {
        File.WriteAllText(QueryFile, "// name: A\nRETURN 1 AS a;\n// name: B\nRETURN 2 AS b;");
        Verify("--accept");
        File.WriteAllText(QueryFile, "// name: A\nRETURN 1 AS a;\n// name: B\nRETURN '<&\\u0001' AS b;");
        var report = Path.Combine(folder, "report.xml");
        Verify("--report", report);
        var suite = System.Xml.Linq.XDocument.Load(report).Root!.Element("testsuite")!;
        Assert.Equal(("2", "1"), (suite.Attribute("tests")!.Value, suite.Attribute("failures")!.Value));
        Assert.Equal(["A", "B"], suite.Elements("testcase").Select(found => found.Attribute("name")!.Value));
        Assert.StartsWith("the answer differs", suite.Descendants("failure").Single().Attribute("message")!.Value);
    }

    [Fact]
    public void AWholeGraphHasASnapshotToo()
    {
        var snapshot = Path.Combine(folder, "graph.verified.txt");
        string[] line = ["verify", "--graph", snapshot, "--data", TestHost.Articles];
        Assert.Equal(ExitCode.Failure, TestHost.Run(line).ExitCode);
        Assert.Equal(0, TestHost.Run([.. line, "--accept"]).ExitCode);
        Assert.Equal((0, ""), TestHost.Run(line) is var (code, output, _) ? (code, output) : default);
        Assert.Contains("Noordland [Country noordland]", File.ReadAllText(snapshot));
    }

    [Fact]
    public void OneChangedFactFailsExactlyTheStatementsThatTellIt()
    {
        var data = Path.Combine(folder, "data");
        Directory.CreateDirectory(data);
        foreach (var file in Directory.GetFiles(TestHost.Articles))
            File.Copy(file, Path.Combine(data, Path.GetFileName(file)));
        var article = Path.Combine(data, "accord.md");
        File.WriteAllText(
            QueryFile,
            "// name: Members\nMATCH (a)-[r:SENT_TROOPS_TO]->(b) RETURN a, r, b;\n// name: Names\nMATCH (c:Country) RETURN c.name AS name;");
        string[] line = ["verify", QueryFile, "--data", data];
        Assert.Equal(0, TestHost.Run([.. line, "--accept"]).ExitCode);

        var text = File.ReadAllText(article);
        var fact = System.Text.RegularExpressions.Regex.Match(text, @"\(#[a-z-]+\)-\[:SENT_TROOPS_TO[^\n]*").Value;
        Assert.NotEqual("", fact);
        File.WriteAllText(article, text.Replace(fact, ""));
        var (code, _, error) = TestHost.Run(line);
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("q.cypher, Members: the answer differs", error);
        Assert.Contains("1 verified, 1 failed", error);
        Assert.Matches(@"\n- .*-\[SENT_TROOPS_TO", error);

        var (differs, changes, summary) = TestHost.Run(["diff", TestHost.Articles, data]);
        Assert.Equal((ExitCode.Failure, "1 fact removed\n"), (differs, summary));
        Assert.StartsWith("fact removed\n  - ", changes);
        Assert.Equal((0, "", "no difference\n"), TestHost.Run(["diff", data, data]));
    }

    private (int ExitCode, string Output, string Error) Verify(params string[] options) =>
        TestHost.Run(["verify", QueryFile, "--data", TestHost.Articles, .. options]);
}
