namespace Graph.Generator.Tests;

/// <summary>
/// Each folder in <c>Cases</c> is a case: a graph type and query files, and beside them what is generated, or what is wrong.
/// </summary>
public sealed class GenerationCaseTests
{
    private static readonly string Folder = Repository.GetPath("tests", "Graph.Generator.Tests", "Cases");

    public static TheoryData<string> Names =>
        [.. Directory.GetDirectories(Folder).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Names))]
    public void GeneratesWhatStandsBesideTheInput(string name)
    {
        var folder = Path.Combine(Folder, name);
        var result = CodeGenerator.Generate(ReadRequest(folder, paths: Path.GetFileName));
        var beside = Path.Combine(folder, "generated");

        var messages = string.Concat(result.Diagnostics.Select(diagnostic => $"{FileGeneration.Format(diagnostic)}\n"));
        if (messages.Length > 0)
            Verifier.Verify(messages, sourceFile: beside, method: "messages");
        foreach (var file in result.Files)
            Verifier.Verify(file.Text, extension: "cs", sourceFile: beside, method: file.Name.Replace(".g.cs", ""));
        Assert.Equal(result.HasErrors, result.Files.IsEmpty);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void OutputDependsOnContentOnly(string name)
    {
        var folder = Path.Combine(Folder, name);
        var here = ReadRequest(folder, paths: path => path);
        var elsewhere = ReadRequest(folder, paths: path => $"other/place/{Path.GetFileName(path)}");
        var fromWindows = elsewhere with
        {
            Schema = WithCarriageReturns(elsewhere.Schema),
            Queries = [.. elsewhere.Queries.Select(WithCarriageReturns)],
        };

        Assert.Equal(CodeGenerator.Generate(here).Text, CodeGenerator.Generate(elsewhere).Text);
        Assert.Equal(CodeGenerator.Generate(here).Text, CodeGenerator.Generate(fromWindows).Text);
    }

    private static GenerationRequest ReadRequest(string folder, Func<string, string> paths) => new(
        Read(Path.Combine(folder, "schema.gql"), paths),
        [.. Directory.GetFiles(folder, "*.cypher").Order(StringComparer.Ordinal).Select(path => Read(path, paths))],
        "Example");

    private static SourceText Read(string path, Func<string, string> paths) => new(File.ReadAllText(path), paths(path));

    private static SourceText WithCarriageReturns(SourceText source) => new(source.Text.ReplaceLineEndings("\r\n"), source.Path);
}
