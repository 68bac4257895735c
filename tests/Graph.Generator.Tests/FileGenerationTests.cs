using System.Diagnostics;

namespace Graph.Generator.Tests;

public sealed class FileGenerationTests : IDisposable
{
    private const string Usage = "Usage: Graph.Generator.Tool SCHEMA [QUERIES...] -o FILE --namespace NAME\n";

    private readonly string folder = Directory.CreateTempSubdirectory("graph-generator-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void WritesOneFileWithEverything()
    {
        var output = Path.Combine(folder, "new", "Shop.g.cs");
        var messages = new StringWriter();

        Assert.True(FileGeneration.Run(Options("shop", ["queries.cypher"], output), messages));
        Assert.Equal("", messages.ToString());
        var text = File.ReadAllText(output);
        Assert.Equal(9, text.Split("namespace Example").Length - 1);
        Assert.DoesNotContain(folder, text);
    }

    [Fact]
    public void WritesNothingWhereSomethingIsWrong()
    {
        var output = Path.Combine(folder, "Shop.g.cs");
        var messages = new StringWriter();

        Assert.False(FileGeneration.Run(Options("mistaken-schema", [], output), messages));
        Assert.False(File.Exists(output));
        Assert.Contains("schema.gql(4,28): error GR6004: Endpoint 'Produkt' is not a node type.", messages.ToString());
    }

    [Fact]
    public void ToolTellsMistakesFromWrongUseAndCrashes()
    {
        var output = Path.Combine(folder, "Out.g.cs");
        var missing = Path.Combine(folder, "missing.gql");
        var schema = CasePath("shop", "schema.gql");

        Assert.Equal((0, ""), RunTool(schema, "-o", output, "--namespace", "Example"));
        Assert.Equal((2, Usage), RunTool(schema, "-o", output, "--nmespace", "E"));
        Assert.Equal((2, Usage), RunTool(schema, "--namespace", "E", "-o"));
        Assert.Equal(
            (1, $"{missing}(1,1): error GR9999: Could not find file '{missing}'.\n"),
            RunTool(missing, "-o", output, "--namespace", "Example"));
    }

    private static FileGenerationOptions Options(string name, IEnumerable<string> queries, string output) =>
        new(CasePath(name, "schema.gql"), [.. queries.Select(query => CasePath(name, query))], output, "Example");

    private static string CasePath(string name, string file) => Repository.GetPath("tests", "Graph.Generator.Tests", "Cases", name, file);

    private static (int ExitCode, string Messages) RunTool(params string[] arguments)
    {
        var tool = Path.Combine(AppContext.BaseDirectory, "Graph.Generator.Tool.dll");
        return DotnetProcess.Run([tool, .. arguments]) is var (exitCode, _, messages)
            ? (exitCode, messages)
            : throw new UnreachableException();
    }
}
