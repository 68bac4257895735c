using System.Text.Json;
using Graph.Cli.Commands;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

/// <summary>Query files as commands run them: names, parameters, folders, outputs.</summary>
public sealed class QueryFileTests : IDisposable
{
    private const string Named = """
        #!/usr/bin/env -S graph run
        // name: North :many
        // The country in the north.
        MATCH (c:Country {key: 'noordland'}) RETURN c.name AS name;

        // name: Two :scalar
        // param: $two INTEGER
        RETURN $two AS two;

        RETURN 3 AS three;
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("graph-run").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void OnlyTheNamedStatementsRun() =>
        Assert.Equal((0, "name\nNoordland\n", ""), Run(Named, "--only", "North", "--format", "csv"));

    [Fact]
    public void ANameThatIsNotThereIsWrongUsage()
    {
        var (code, _, error) = Run(Named, "--only", "Nort");
        Assert.Equal(
            (ExitCode.Usage, "error: No statement is called 'Nort'. Did you mean 'North'?\nTry 'graph run --help'.\n"), (code, error));
    }

    [Fact]
    public void SeveralStatementsInJsonAreOneDocument()
    {
        var (code, output, _) = Run(Named, "--param", "two=2", "--format", "json");
        Assert.Equal(0, code);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(
            """[{"statement":"North","rows":[{"name":"Noordland"}]},{"statement":"Two","rows":[{"two":2}]},{"statement":null,"rows":[{"three":3}]}]""",
            JsonSerializer.Serialize(document.RootElement));
    }

    [Fact]
    public void RowsInJsonLinesCarryTheNameOfTheirStatement() => Assert.Equal(
        "{\"statement\":\"North\",\"row\":{\"name\":\"Noordland\"}}\n{\"statement\":\"Two\",\"row\":{\"two\":2}}\n{\"three\":3}\n",
        Run(Named, "--param", "two=2", "--format", "jsonl").Output);

    [Fact]
    public void OneStatementInJsonIsItsRows() =>
        Assert.Equal("[\n  {\"two\":2}\n]\n", Run(Named, "--only", "Two", "--param", "two=2", "--format", "json").Output);

    [Fact]
    public void ADocumentStaysValidWhereAStatementFailsOnItsWay()
    {
        var (code, output, error) = Run(
            "RETURN 1 AS a; UNWIND [1, 0] AS x RETURN 1 / x AS y; RETURN 2 AS b;", "--format", "json", "--fail-at-end");
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("GR5002", error);
        using var document = JsonDocument.Parse(output);
        Assert.Equal(3, document.RootElement.GetArrayLength());
        Assert.Equal("Division by zero.", document.RootElement[1].GetProperty("error").GetString());
    }

    [Theory]
    [InlineData("two='x'", "GR2019 Parameter '$two' is declared INTEGER")]
    [InlineData(null, "GR2013 Parameter '$two' has no value")]
    public void ParametersAreCheckedBeforeAnythingRuns(string? assignment, string expected)
    {
        var (code, output, error) = Run(Named, assignment is null ? [] : ["--param", assignment]);
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains(expected.Split(' ')[0], error);
        Assert.Contains(expected.Split(' ', 2)[1], error);
        Assert.Contains("q.cypher:7:4", error);
    }

    [Fact]
    public void ACommandMayGiveAParameter() => Assert.Equal((0, "x\n5\n", ""), Run(":param x=5\nRETURN $x AS x;", "--format", "csv"));

    [Fact]
    public void SetsOfParametersRunEverythingOnceForEach()
    {
        var (code, output, error) = Run(
            "// name: Two\nRETURN $two AS two, $list AS list;", "--params",
            Write("p.json", """[{"two": 1, "list": [1.5, "a", null]}, {"two": {"a": true}}]"""), "--param", "list=[]", "--format", "jsonl");
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            "{\"statement\":\"Two\",\"parameters\":{\"list\":[],\"two\":1},\"row\":{\"two\":1,\"list\":[]}}\n"
            + "{\"statement\":\"Two\",\"parameters\":{\"list\":[],\"two\":{\"a\":true}},\"row\":{\"two\":{\"a\":true},\"list\":[]}}\n",
            output);
    }

    [Theory]
    [InlineData("{\"a\": }", ":1:7: ")]
    [InlineData("[1]", ": Item 1 is no object of parameters")]
    [InlineData("[]", "holds no set of parameters")]
    [InlineData("{\"a\": 1, \"$a\": 2}", ": The parameter '$a' is given twice.")]
    [InlineData("{\"a\": 92233720368547758080}", "goes beyond the 64-bit integers")]
    public void AMistakeInAFileOfParametersIsToldWithItsPlace(string json, string expected)
    {
        var (code, _, error) = Run("RETURN $a AS a;", "--params", Write("p.json", json));
        Assert.Equal(ExitCode.Usage, code);
        Assert.Contains(expected, error);
    }

    [Theory]
    [InlineData("csv", "North.csv Two.csv q-3.csv")]
    [InlineData("markdown", "North.md Two.md q-3.md")]
    [InlineData("table", "North.txt Two.txt q-3.txt")]
    [InlineData("jsonl", "North.jsonl Two.jsonl q-3.jsonl")]
    public void EachAnswerHasAFileOfItsOwn(string format, string files)
    {
        var results = Path.Combine(folder, "out", "deep");
        Assert.Equal((0, "", ""), Run(Named, "--param", "two=2", "--format", format, "--output", results));
        Assert.Equal(files, string.Join(' ', Directory.GetFiles(results).Select(Path.GetFileName).Order(StringComparer.Ordinal)));
    }

    [Fact]
    public void AStatementThatFailsLeavesNoFile()
    {
        var results = Path.Combine(folder, "out");
        Assert.Equal(
            1, Run(
                "UNWIND [1, 0] AS x RETURN 1 / x AS y; // two\nRETURN 1 AS a;", "--fail-at-end", "--output", results, "--format",
                "csv").ExitCode);
        Assert.Equal(["q-2.csv"], Directory.GetFiles(results).Select(Path.GetFileName));
    }

    [Fact]
    public void AFolderIsItsQueryFiles()
    {
        Write("b/two.cypher", "RETURN 2 AS n;");
        Write("b/one.cql", "RETURN 1 AS n;");
        Write("b/c/three.cypher", "RETURN 3 AS n;");
        Write("b/notes.txt", "no query");
        Assert.Equal(
            "{\"n\":3}\n{\"n\":1}\n{\"n\":2}\n",
            TestHost.Run(["run", Path.Combine(folder, "b"), "--data", TestHost.Articles, "--format", "jsonl"]).Output);
    }

    [Fact]
    public void AFolderWithoutQueryFilesIsWrongUsage()
    {
        Directory.CreateDirectory(Path.Combine(folder, "b"));
        Assert.Equal(ExitCode.Usage, TestHost.Run(["run", Path.Combine(folder, "b"), "--data", TestHost.Articles]).ExitCode);
    }

    [Theory]
    [InlineData("file")]
    [InlineData("pipe")]
    [InlineData("verify")]
    [InlineData("generate")]
    [InlineData("--only A")]
    [InlineData("--only B")]
    public void ACommentThatIsNeverClosedIsAMistakeEverywhere(string way)
    {
        const string text = "// name: A :many\nRETURN 1 AS a;\n/* never closed; RETURN 2 AS a;\n";
        var file = Write("q.cypher", text);
        var (code, output, error) = way switch
        {
            "file" => TestHost.Run(["run", file, "--data", TestHost.Articles]),
            "pipe" => TestHost.Run(["run", "-", "--data", TestHost.Articles], text),
            "--only A" or "--only B" => TestHost.Run(["run", file, .. way.Split(' '), "--data", TestHost.Articles]),
            "verify" => TestHost.Run(["verify", file, "--accept", "--data", TestHost.Articles]),
            _ =>
                TestHost.Run(
                    ["generate", Write("s.gql", "CREATE GRAPH TYPE G AS { (:A => {key STRING NOT NULL}) }"), file, "-o",
                        Path.Combine(folder, "x.cs"), "-n", "N"]),
        };
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains("GR1002", error);
        Assert.Contains(way == "generate" ? "(3,1)" : "3:1", error);
    }

    [Theory]
    [InlineData(":one", 0, "gave no row and should give exactly one, as ':one' says.")]
    [InlineData(":one", 1, "")]
    [InlineData(":one", 2, "gave 2 rows and should give exactly one, as ':one' says.")]
    [InlineData(":one?", 0, "")]
    [InlineData(":one?", 2, "gave 2 rows and should give at most one, as ':one?' says.")]
    [InlineData(":scalar", 0, "")]
    [InlineData(":scalar", 2, "gave 2 rows and should give at most one, as ':scalar' says.")]
    [InlineData(":exists", 0, "")]
    [InlineData(":exists", 2, "")]
    [InlineData(":many", 0, "")]
    [InlineData(":stream", 2, "")]
    public void ANumberOfRowsThatTheHeaderForbidsIsToldBelowThem(string mark, int rows, string message)
    {
        var (code, output, error) = Run(
            $"// name: Some {mark}\nUNWIND range(1, {rows}) AS n RETURN n;\nRETURN 9 AS n;", "--format", "jsonl", "--fail-at-end");
        var answer = string.Concat(Enumerable.Range(1, rows).Select(row => $"{{\"statement\":\"Some\",\"row\":{{\"n\":{row}}}}}\n"));
        Assert.Equal((message.Length == 0 ? 0 : ExitCode.Failure, $"{answer}{{\"n\":9}}\n"), (code, output));
        if (message.Length > 0)
            Assert.Contains($"q.cypher:1:10: error GR7015: The query 'Some' {message}\n", error);
        else
            Assert.DoesNotContain("error", error);
    }

    [Fact]
    public void AWrongNumberOfRowsEndsTheScript() =>
        Assert.Equal(
            (ExitCode.Failure, "n\n1\n2\n"),
            Run("// name: Two :one\nUNWIND [1, 2] AS n RETURN n;\nRETURN 9 AS n;", "--format", "csv") is var (code, output, _)
                ? (code, output)
                : default);

    [Fact]
    public void AScalarOfTwoColumnsIsAMistakeBeforeAnythingRuns()
    {
        var (code, output, error) = Run("RETURN 1 AS a;\n// name: Two :scalar\nRETURN 1 AS a, 2 AS b;");
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains("q.cypher:2:10: error GR7005: A query with ':scalar' returns one column, not 2.", error);
    }

    [Fact]
    public void TimesAreGivenAsTexts() => Assert.Equal(
        (0, "later\n11:30\n", ""),
        Run("// param: $at LOCAL TIME\n// param: $after DURATION\nRETURN $at + $after AS later;", "--params", Write(
            "p.json", """{"at": "10:30"}"""), "--param", "after=PT1H", "--format", "csv"));

    [Fact]
    public void AMistakeInAHeaderIsAWarning()
    {
        var (code, output, error) = Run("// name: the name of it\nRETURN 1 AS a;", "--format", "csv");
        Assert.Equal((0, "a\n1\n"), (code, output));
        Assert.Contains("warning GR7002", error);
    }

    private (int ExitCode, string Output, string Error) Run(string text, params string[] options) =>
        TestHost.Run(["run", Write("q.cypher", text), "--data", TestHost.Articles, .. options]);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }
}
