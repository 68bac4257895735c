using Graph.Cli.Commands;

namespace Graph.Cli.Tests.Commands;

public sealed class VerifyCommandTests : IDisposable
{
    private const string Query = "MATCH (c:Country) RETURN c.name ORDER BY c.name;";

    private readonly string folder = Directory.CreateTempSubdirectory("graph-verify").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string QueryFile => Path.Combine(folder, "q.cypher");

    private string VerifiedFile => $"{QueryFile}.verified.txt";

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

    private (int ExitCode, string Output, string Error) Verify(params string[] options) =>
        TestHost.Run(["verify", QueryFile, "--data", TestHost.Articles, .. options]);
}
