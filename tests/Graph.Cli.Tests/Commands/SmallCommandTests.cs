using Graph.Cli.Commands;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

public sealed class SmallCommandTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-small").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void IdentitiesTellWhatWasJoinedAndWhy()
    {
        Verifier.Verify(TestHost.Run(["check", TestHost.Articles, "--identities"]).Output, "text");
        Verifier.Verify(TestHost.Run(["check", TestHost.Articles, "--identities", "--format", "json"]).Output, "json");
    }

    /// <summary>Coreference alone gives entities without a type.</summary>
    [Fact]
    public void AnEntityWithoutATypeIsListedWithoutOne()
    {
        File.WriteAllText(
            Path.Combine(folder, "a.jsonlines"), """{"doc_key": "d", "sentences": [["Mira", "left", "."]], "clusters": [[[0, 0]]]}""");

        Assert.Equal("Mira (key :mira)\n  Mira (once)\n", TestHost.Run(["check", folder, "--identities", "--schema", "none"]).Output);
    }

    [Fact]
    public void InitWritesAMappingOnceAndNeverOver()
    {
        File.WriteAllText(Path.Combine(folder, "a.md"), "---\nid: a\ntitle: A\n---\n\n[Ada]{.Persona #ada} spoke.\n");
        Assert.Equal(ExitCode.Success, TestHost.Run(["check", folder, "--init"]).ExitCode);
        Assert.Contains("Persona", File.ReadAllText(Path.Combine(folder, "corpus.yaml")));
        Assert.Equal(ExitCode.Usage, TestHost.Run(["check", folder, "--init"]).ExitCode);
        Assert.Equal(ExitCode.Usage, TestHost.Run(["check", Path.Combine(folder, "a.md"), "--init"]).ExitCode);
    }

    [Fact]
    public void TheExpandedSchemaIsAGraphTypeToo()
    {
        var file = Path.Combine(folder, "expanded.gql");
        var (code, output, _) = TestHost.Run(["schema", "--expanded"]);
        Assert.Equal(ExitCode.Success, code);
        File.WriteAllText(file, output);
        Assert.Equal(ExitCode.Success, TestHost.Run(["schema", "--schema", file]).ExitCode);
        Assert.Equal(ExitCode.Usage, TestHost.Run(["schema", "--schema", "none"]).ExitCode);
    }

    [Fact]
    public void AMistakeInASchemaIsShownAtItsPlace()
    {
        var file = Path.Combine(folder, "wrong.gql");
        File.WriteAllText(file, "CREATE GRAPH TYPE G AS {\n  (:A => {x STRNG})\n}\n");
        var (code, output, error) = TestHost.Run(["query", "RETURN 1", "--schema", file, "--data", TestHost.Articles]);
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains("wrong.gql:2:13: error GR6012", error);
        Assert.Contains("  |   (:A => {x STRNG})\n  |             ^~~~~\n", error);
    }

    [Fact]
    public void GenerateWritesCodeOrSaysWhyNot()
    {
        var schema = Repository.GetPath("grammar", "news.gql");
        var output = Path.Combine(folder, "News.cs");
        Assert.Equal((ExitCode.Success, "", ""), TestHost.Run(["generate", schema, "-o", output, "-n", "My.News"]));
        Assert.Contains("namespace My.News", File.ReadAllText(output));
        File.Delete(output);
        File.WriteAllText(Path.Combine(folder, "q.cypher"), "// name: Wrong :many\nMATCH (c:Contry) RETURN c.name;");
        var (code, _, error) = TestHost.Run(["generate", schema, Path.Combine(folder, "q.cypher"), "-o", output, "-n", "My.News"]);
        Assert.Equal(ExitCode.Failure, code);
        Assert.Contains("q.cypher(2,10): error GR2006:", error);
        Assert.False(File.Exists(output));
        Assert.Equal(ExitCode.Usage, TestHost.Run(["generate", "no-such.gql", "-o", output, "-n", "N"]).ExitCode);
    }

    [Fact]
    public void RunStopsBeforeTheFirstStatementIfAnyIsWrong()
    {
        var file = Path.Combine(folder, "two.cypher");
        File.WriteAllText(file, "RETURN 1 AS one;\nRETURN x;\n");
        var (code, output, error) = TestHost.Run(["run", file, "--data", TestHost.Articles]);
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains("two.cypher:2:8: error GR2001", error);
    }

    [Fact]
    public void RunStopsAtTheFirstStatementThatFails()
    {
        var (code, output, error) = TestHost.Run(
            ["run", "-", "--format", "csv", "--data", TestHost.Articles],
            "RETURN 1 AS one; UNWIND [1, 0] AS x RETURN 1 / x AS y; RETURN 3 AS three;");
        Assert.Equal(ExitCode.Failure, code);
        Assert.StartsWith("one\n1\n", output);
        Assert.DoesNotContain("three", output);
        Assert.Contains("error GR5002: Division by zero.", error);
    }
}
