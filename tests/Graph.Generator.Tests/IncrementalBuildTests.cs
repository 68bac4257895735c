namespace Graph.Generator.Tests;

/// <summary>This project imports the build targets itself, with the graph type of the case <c>odd</c>.</summary>
public sealed class IncrementalBuildTests
{
    private static readonly string Project = Repository.GetPath("tests", "Graph.Generator.Tests", "Graph.Generator.Tests.csproj");

    [Fact]
    public void BuildWithoutChangesDoesNotGenerate()
    {
        var (exitCode, output, _) = DotnetProcess.Run(
            "msbuild",
            Project,
            "-t:GraphGenerate",
            $"-p:Configuration={Configuration}",
            "-p:BuildProjectReferences=false",
            "-v:n",
            "-nr:false",
            "-nologo");

        Assert.True(exitCode == 0, output);
        Assert.Contains("Skipping target \"GraphGenerate\" because all output files are up-to-date", output);
    }

    private static string Configuration =>
        Path.GetFileName(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory))!);
}
