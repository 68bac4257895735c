using System.Text.Json;
using Graph.Cli.Commands;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

public sealed class CheckCommandTests
{
    [Fact]
    public void ReportsCountsForPeople()
    {
        var (code, output, error) = TestHost.Run(["check", TestHost.Articles]);
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Verifier.Verify(output);
    }

    [Fact]
    public void ReportsCountsForPrograms() =>
        Verifier.Verify(TestHost.Run(["check", TestHost.Articles, "--format", "json"]).Output, extension: "json");

    [SkippableFact]
    public void TheSeedArticleIsLoadedWhole()
    {
        var (code, output, _) = TestHost.Run(["check", SharedData.Require("corpora/seed"), "--format", "json"]);
        using var report = JsonDocument.Parse(output);
        var counts = (string[])["articles", "mentions", "entities", "relations", "malformed"];
        Assert.Equal(ExitCode.Success, code);
        Assert.Equal([1, 57, 34, 24, 0], counts.Select(name => report.RootElement.GetProperty(name).GetInt32()));
    }

    /// <summary>Long names move the numbers of all lines, and a mention of no type is called so.</summary>
    [Fact]
    public void NumbersStandBelowEachOther()
    {
        var folder = Directory.CreateTempSubdirectory("graph-wide").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "a.jsonl"), """{"text": "Ada", "label": [[0, 3, "a type with a name that is long"], [0, 1]]}""");

            var lines = TestHost.Run(["check", folder]).Output.Split('\n').TakeWhile(line => !line.Contains("warning")).ToList();

            Assert.Contains(lines, line => line.StartsWith("  (no type) ", StringComparison.Ordinal));
            Assert.Single(lines.Select(line => line.Length).Distinct());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void StrictRefusesDataThatDoesNotFit()
    {
        var folder = Directory.CreateTempSubdirectory("graph-strict").FullName;
        try
        {
            File.WriteAllText(
                Path.Combine(folder, "a.md"),
                "---\nid: a\ntitle: A\n---\n\n[Ada]{.Person #ada} saw [Bo]{.Person #bo}.\n\n```facts\n(#ada)-[:PRESIDENT_OF]->(#bo)\n```\n");
            Assert.Equal(ExitCode.Success, TestHost.Run(["check", folder]).ExitCode);
            Assert.Equal(ExitCode.Failure, TestHost.Run(["check", folder, "--strict"]).ExitCode);
            Assert.Equal(ExitCode.Failure, TestHost.Run(["query", "RETURN 1", "--strict", "--data", folder]).ExitCode);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
