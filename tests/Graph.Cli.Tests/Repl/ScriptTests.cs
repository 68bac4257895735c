using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Repl;

/// <summary>Statements and commands that come from a file or a pipe.</summary>
public sealed class ScriptTests : PromptTest
{
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
        var file = Path.Combine(State, "script.cypher");
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
        var file = Path.Combine(State, "latin.cypher");
        File.WriteAllBytes(file, bytes);
        foreach (var command in new[] { "run", "verify" })
        {
            var (code, _, error) = TestHost.Run([command, file, "--data", TestHost.Articles]);
            Assert.Equal(ExitCode.Failure, code);
            Assert.StartsWith($"{file}:{message}", error);
        }
    }

    [Fact]
    public void TheQueryFilesOfAFolderAreRunInTurn()
    {
        File.WriteAllText(Path.Combine(State, "b.cypher"), "RETURN 2 AS b;");
        File.WriteAllText(Path.Combine(State, "a.cypher"), "RETURN 1 AS a;");
        var (_, output, error) = TestHost.Run([TestHost.Articles, "--format", "csv"], $":run {State}\n:run {State}/none\n");
        Assert.Equal("a\n1\n\nb\n2\n", output);
        Assert.Equal($"error: There is no query file '{State}/none'.\n", error);
    }

    [Fact]
    public void AScriptThatLeavesEndsItselfAlone()
    {
        var file = Path.Combine(State, "leaves.cypher");
        File.WriteAllText(file, "RETURN 1 AS one;\n:quit\nRETURN 2 AS two;\n");
        var (code, output, _) = TestHost.Run([TestHost.Articles, "--format", "csv"], $":run {file}\nRETURN 3 AS three;\n");
        Assert.Equal((ExitCode.Success, "one\n1\n\nthree\n3\n"), (code, output));
    }

    [Fact]
    public void AScriptOfTheStartIsCheckedBeforeItRuns()
    {
        var file = Path.Combine(State, "init.cypher");
        File.WriteAllText(file, "RETURN 1 AS one;\nMATCH (n:Contry) RETURN n;");
        var screen = TestHost.RunPrompt([TestHost.Articles, "--init", file], ":quit<Enter>", State);
        Assert.Contains("Contry", screen);
        Assert.DoesNotContain("│ one │", screen);
    }
}
