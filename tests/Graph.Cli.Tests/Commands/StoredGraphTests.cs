using Graph.Cli.Commands;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

public sealed class StoredGraphTests : IDisposable
{
    private const string Query = "MATCH (a:Actor)-[r:SENT_TROOPS_TO]->(p) RETURN a.name, r, p.name, quote(r)";

    private readonly string folder = Directory.CreateTempSubdirectory("graph-stored").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string GraphPath => Path.Combine(folder, "test.graph");

    [Fact]
    public void AStoredGraphAnswersAsItsArticlesDo()
    {
        Build();
        Assert.Equal(TestHost.Run(["query", Query, "--data", TestHost.Articles]), TestHost.Run(["query", Query, "--data", GraphPath]));
    }

    /// <summary>Without its type a stored graph knows what it holds and nothing more.</summary>
    [Theory]
    [InlineData("MATCH (c:Country) RETURN count(c) AS n", ExitCode.Success)]
    [InlineData("MATCH (a)-[r:SENT_TROOPS_TO]->(b) RETURN count(r) AS n", ExitCode.Success)]
    [InlineData("MATCH (n:Nope) RETURN count(n) AS n", ExitCode.Failure)]
    public void AStoredGraphIsOpenedWithoutItsType(string query, int typedCode)
    {
        Build();
        var typed = TestHost.Run(["query", query, "--data", GraphPath]);
        var open = TestHost.Run(["query", query, "--data", GraphPath, "--schema", "none"]);

        Assert.Equal((typedCode, ExitCode.Success), (typed.ExitCode, open.ExitCode));
        Assert.True(typedCode == ExitCode.Failure ? open.Error.Contains("warning GR2006") : typed.Output == open.Output);
    }

    [Fact]
    public void WhatAStoppedWriterLeftIsBuiltAnew()
    {
        Build();
        File.Delete(Path.Combine(GraphPath, GraphFile.ManifestName));

        Build();

        Assert.Equal(ExitCode.Success, TestHost.Run(["check", GraphPath]).ExitCode);
    }

    [Fact]
    public void CheckReadsEveryByte()
    {
        Build();
        Assert.Equal((ExitCode.Success, "6 nodes, 13 relations; every checksum holds\n", ""), TestHost.Run(["check", GraphPath]));
        Assert.Equal(
            "{\n  \"nodes\": 6,\n  \"relations\": 13,\n  \"problems\": []\n}\n",
            TestHost.Run(["check", GraphPath, "--format", "json"]).Output);
        var segment = Directory.EnumerateFiles(GraphPath, "*.arrow").Order(StringComparer.Ordinal).First();
        var bytes = File.ReadAllBytes(segment);
        bytes[^1] ^= 0xFF;
        File.WriteAllBytes(segment, bytes);
        var (code, output, error) = TestHost.Run(["check", GraphPath]);
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.StartsWith($"error: {Path.GetFileName(segment)}: ", error);
    }

    /// <summary>A byte that still makes a plausible value is found only by the checksum.</summary>
    [Theory]
    [InlineData("query", "RETURN 1 AS one", "--data")]
    [InlineData("run", "-", "--data")]
    [InlineData("export", "--all", "--format", "turtle", "-o", "-", "--data")]
    public void ADamagedGraphIsRefusedWhereItIsVerified(params string[] command)
    {
        Build();
        Assert.DoesNotContain("checksum", TestHost.Run([.. command, GraphPath, "--verify"], "RETURN 1 AS one;").Error);
        var segment = Directory.EnumerateFiles(GraphPath, "*.arrow").Order(StringComparer.Ordinal).First();
        var bytes = File.ReadAllBytes(segment);
        bytes[^1] ^= 0xFF;
        File.WriteAllBytes(segment, bytes);
        var (code, output, error) = TestHost.Run([.. command, GraphPath, "--verify"], "RETURN 1 AS one;");
        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.StartsWith($"error: {Path.GetFileName(segment)}: ", error);
    }

    /// <summary>Whatever bytes were changed: an answer, or an error that names the segment; never a fault of the program.</summary>
    [Fact]
    public void ADamagedSegmentIsNamedWhenAQueryMeetsIt()
    {
        Build();
        var named = 0;
        foreach (var segment in Directory.EnumerateFiles(GraphPath, "*.arrow").Order(StringComparer.Ordinal))
        {
            var whole = File.ReadAllBytes(segment);
            var damaged = whole.ToArray();
            damaged.AsSpan(damaged.Length / 4).Fill(0x7F);
            File.WriteAllBytes(segment, damaged);
            var (code, _, error) = TestHost.Run(["query", Query, "--data", GraphPath]);
            Assert.True(code is ExitCode.Success or ExitCode.Failure, error);
            named += code == ExitCode.Failure ? 1 : 0;
            Assert.True(
                code == ExitCode.Success || error.Contains($"is damaged: {Path.GetFileName(segment)}: ", StringComparison.Ordinal), error);
            File.WriteAllBytes(segment, whole);
        }

        Assert.NotEqual(0, named);
    }

    [Theory]
    [InlineData("query", "MATCH (n) RETURN count(*)", "--data")]
    [InlineData("check", null, null)]
    public void AGraphWithoutAManifestIsNoFolderOfArticles(string command, string? query, string? option)
    {
        Build();
        File.Delete(Path.Combine(GraphPath, GraphFile.ManifestName));
        var (code, output, error) = TestHost.Run([.. new[] { command, query, option, GraphPath }.OfType<string>()]);
        Assert.NotEqual(ExitCode.Success, code);
        Assert.Equal("", output);
        Assert.Contains("it has no manifest.json", error, StringComparison.Ordinal);
    }

    [Fact]
    public void ItStandsAlone()
    {
        Build();
        Assert.Equal(ExitCode.Usage, TestHost.Run(["query", Query, "--data", GraphPath, "--data", TestHost.Articles]).ExitCode);
        Assert.Equal(ExitCode.Usage, TestHost.Run(["query", Query, "--data", GraphPath, "--schema", "other.gql"]).ExitCode);
    }

    [Fact]
    public void AnotherFolderIsNeverBuiltOver()
    {
        var file = Path.Combine(folder, "precious.txt");
        File.WriteAllText(file, "mine");
        Assert.Equal(ExitCode.Usage, TestHost.Run(["build", TestHost.Articles, "-o", folder]).ExitCode);
        Assert.Equal(ExitCode.Usage, TestHost.Run(["build", TestHost.Articles, "-o", file]).ExitCode);
        Assert.Equal("mine", File.ReadAllText(file));
    }

    [Fact]
    public void APromptOnAStoredGraphKnowsTheSentences()
    {
        Build();
        var (code, output, error) = TestHost.Run([GraphPath], $"{Query};\n:why 1\n:aliases northland\n:warnings\n");
        Assert.Equal((ExitCode.Success, ""), (code, error));
        Assert.Contains("[Noordland] stuurde in maart", output);
        Assert.Contains("  Northland\n", output);
    }

    private void Build()
    {
        var (code, output, _) = TestHost.Run(["build", TestHost.Articles, "-o", GraphPath]);
        Assert.Equal((ExitCode.Success, ""), (code, output));
    }
}
