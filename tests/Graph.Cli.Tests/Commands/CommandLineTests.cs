using Graph.Cli.Commands;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

public sealed class CommandLineTests
{
    private const string Count = "MATCH (c:Country) RETURN count(c) AS n";

    [Theory]
    [InlineData("--version", ExitCode.Success)]
    [InlineData("--help", ExitCode.Success)]
    [InlineData("query --help", ExitCode.Success)]
    [InlineData("query", ExitCode.Usage)]
    [InlineData("run", ExitCode.Usage)]
    [InlineData("verify", ExitCode.Usage)]
    [InlineData("chekc", ExitCode.Usage)]
    [InlineData("no-such-path", ExitCode.Usage)]
    [InlineData("@arguments", ExitCode.Usage)]
    [InlineData("--unknown", ExitCode.Usage)]
    [InlineData("check no-such-path", ExitCode.Usage)]
    [InlineData("query x --data no-such-path", ExitCode.Usage)]
    [InlineData("query x --data {data} --format xml", ExitCode.Usage)]
    [InlineData("query x --data {data} --schema no-such.gql", ExitCode.Usage)]
    [InlineData("query x --data {data} --param x", ExitCode.Usage)]
    [InlineData("query x --data {data} --param =1", ExitCode.Usage)]
    [InlineData("query x --data {data} --param x=1 --param x=2", ExitCode.Usage)]
    [InlineData("query x --data {data} --timeout soon", ExitCode.Usage)]
    [InlineData("query x --data {data} --max-memory 0", ExitCode.Usage)]
    [InlineData("query x y --data {data}", ExitCode.Usage)]
    [InlineData("run no-such.cypher --data {data}", ExitCode.Usage)]
    [InlineData("verify - --data {data}", ExitCode.Usage)]
    [InlineData("query x --data {data}", ExitCode.Failure)]
    [InlineData("query {count} --data {data}", ExitCode.Success)]
    [InlineData("query {count} --data {data}/accord.md --data {data}/denial.md", ExitCode.Success)]
    [InlineData("query {count} --data {data} --schema none --timeout 10s --max-memory 1GB --no-color --format json", ExitCode.Success)]
    [InlineData("check {data}", ExitCode.Success)]
    [InlineData("schema", ExitCode.Success)]
    [InlineData("{data}", ExitCode.Success)]
    public void TheExitCodeTellsWrongUsageFromFailure(string line, int exitCode)
    {
        var (code, output, error) = TestHost.Run(Split(line));
        Assert.True(code == exitCode, $"{code}\n{output}\n{error}");
        Assert.Equal(exitCode == ExitCode.Success, error.Length == 0);
    }

    [Theory]
    [InlineData("chekc", "error: 'chekc' is neither a command nor an existing path. Did you mean 'check'?\nTry 'graph --help'.\n")]
    [InlineData("@x", "error: '@x' is neither a command nor an existing path.\nTry 'graph --help'.\n")]
    [InlineData("query x --data nope", "error: There is no file or folder 'nope'.\nTry 'graph query --help'.\n")]
    [InlineData("query x --data {data} --timeout soon", "error: 'soon' is not a time such as 500ms, 10s or 2m.\nTry 'graph query --help'.\n")]
    [InlineData("push {data} --to postgres://h/d/g --partition key:0", "error: 'key:0' is neither key:N, N from 1 to 1024, nor year.\nTry 'graph push --help'.\n")]
    [InlineData("push {data} --to postgres://h/d/g --partition year --shard postgres://h/d", "error: Tables on other servers are cut by node: --partition key:1 or more parts.\nTry 'graph push --help'.\n")]
    [InlineData("push {data} --to postgres://h/d/g --shard h", "error: '--shard' needs postgres://user@host:port/DATABASE, not 'h'.\nTry 'graph push --help'.\n")]
    [InlineData("query x --data {data} --param x", "error: 'x' does not have the form name=value.\nTry 'graph query --help'.\n")]
    public void AUsageErrorIsOneSentence(string line, string error) => Assert.Equal(error, TestHost.Run(Split(line)).Error);

    [Theory]
    [InlineData("What to load stands before 'query' or behind '--data': 'graph . query ..'.", "query", ".", "RETURN 1")]
    [InlineData("What to load stands before 'export' or behind '--data': 'graph . export ..'.", "export", ".", "--all", "-o", "x.ttl")]
    [InlineData("'.' stands before 'check': write 'graph check .'.", ".", "check")]
    [InlineData("'.' stands before 'schema', which loads nothing there.", ".", "schema")]
    [InlineData("'--format' stands before 'query': write 'graph query .. --format ..'.", "--format", "csv", "query", "RETURN 1")]
    [InlineData("A question is asked by 'graph query TEXT'.", "RETURN 1")]
    public void AnArgumentInAnotherPlaceIsTold(string hint, params string[] arguments) =>
        Assert.Contains(hint, TestHost.Run(arguments).Error);

    [Fact]
    public void DataMayStandBeforeACommandAndBehindAnOption()
    {
        const string Count = "MATCH (a:Article) RETURN count(a) AS n";
        var (before, behind) = (TestHost.Run([TestHost.Articles, "query", Count]),
            TestHost.Run(["query", Count, "--data", TestHost.Articles]));
        Assert.Equal((ExitCode.Success, behind.Output), (before.ExitCode, before.Output));
    }

    [Theory]
    [InlineData("run", "query.cypher", "--output", "folder")]
    [InlineData("generate", "type.gql --namespace X", "--output", "file")]
    [InlineData("build", "{data}", "--output", "folder")]
    [InlineData("draw", "--all --data {data}", "--output", "file")]
    [InlineData("export", "--all --data {data}", "--output", "file")]
    [InlineData("export", "--all --data {data} --format graphml", "--output", "file")]
    [InlineData("verify", "query.cypher", "--report", "file")]
    [InlineData("verify", "query.cypher --accept", "--graph", "file")]
    public void AnEmptyNameIsNoFileToWrite(string command, string line, string option, string kind)
    {
        foreach (var name in (string[])["", "  "])
        {
            var expected = $"error: '{option}' needs the name of a {kind}.\nTry 'graph {command} --help'.\n";
            Assert.Equal((ExitCode.Usage, "", expected), TestHost.Run([command, .. Split(line), option, name]));
        }
    }

    [Theory]
    [InlineData("x=3", "3")]
    [InlineData("x=-3", "-3")]
    [InlineData("x=-1.5", "-1.5")]
    [InlineData("x='3'", "'3'")]
    [InlineData("x=Rusland", "'Rusland'")]
    [InlineData("x=Sint Maarten", "'Sint Maarten'")]
    [InlineData("x=", "''")]
    [InlineData("x=a=b", "'a=b'")]
    [InlineData("x=null", "null")]
    [InlineData("x=TRUE", "true")]
    [InlineData("x=[1, 'a', [2.0]]", "[1, 'a', [2.0]]")]
    [InlineData("x={a: 1, b: {c: null}}", "{a: 1, b: {c: null}}")]
    [InlineData("x='{a: 1, a: 2}'", "'{a: 1, a: 2}'")]
    [InlineData("x= b", "' b'")]
    [InlineData("x = b", "'b'")]
    [InlineData("x=date('2022-01')", "2022-01")]
    [InlineData("x=date('soon')", "'date(\\'soon\\')'")]
    [InlineData("x=1 + 1", "'1 + 1'")]
    [InlineData("$x=1", "1")]
    public void AParameterIsALiteralElseText(string assignment, string value) =>
        Assert.Equal(("x", value), Format(ParameterParser.ParseAssignment(assignment)));

    [Fact]
    public void AParameterReachesTheQuery()
    {
        var (_, output, _) = TestHost.Run(
            ["query", "MATCH (c:Country) WHERE c.name = $name RETURN c.key", "--param", "name=Noordland", "--format", "csv", "--data",
                TestHost.Articles]);
        Assert.Equal("c.key\nnoordland\n", output);
    }

    [Fact]
    public void AParameterThatNoStatementUsesIsReported()
    {
        string[] line = ["query", "RETURN $x AS x; RETURN 2 AS y;", "--param", "x=1", "--param", "z=1", "--format", "csv", "--data",
            TestHost.Articles];
        Assert.Equal((ExitCode.Success, "x\n1\n\ny\n2\n", "warning: no statement uses the parameter '$z'\n"), TestHost.Run(line));
    }

    [Fact]
    public void AFaultOfTheProgramIsToldAsOneWithTheStatement()
    {
        var error = new StringWriter();
        var host = new CommandHost(
            () => Stream.Null, new FaultyWriter(), error, IsInputTerminal: false, IsErrorTerminal: false, () => null, _ => null, null);

        var exitCode = GraphProgram.Run(["query", "RETURN 1 AS x;\nMATCH (n)\nRETURN n", "--data", TestHost.Articles], host);

        Assert.Equal(ExitCode.InternalError, exitCode);
        Assert.Equal(
            "internal error: InvalidOperationException: out of order\nThis is a fault of graph and not of the query, which was:\n  RETURN 1 AS x;\n",
            error.ToString());
    }

    private sealed class FaultyWriter : StringWriter
    {
        public override void Write(char value) => throw new InvalidOperationException("out of order");

        public override void Write(string? value) => throw new InvalidOperationException("out of order");

        public override void Write(ReadOnlySpan<char> buffer) => throw new InvalidOperationException("out of order");
    }

    private static (string, string) Format((string Name, Value Value) parameter) => (parameter.Name, ValueText.Format(parameter.Value));

    private static string[] Split(string line) =>
        [.. line.Split(' ')
            .Select(part => part.Replace("{data}", TestHost.Articles, StringComparison.Ordinal)
                .Replace("{count}", Count, StringComparison.Ordinal))];
}
