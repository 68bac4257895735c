namespace Graph.Cli.Tests.Commands;

/// <summary>What was not read is said by every command, and nothing is stored or accepted of a load of nothing.</summary>
public sealed class LossTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("graph-loss-").FullName;

    [Fact]
    public void AQueryOnWhatCannotBeReadSaysSo()
    {
        var file = Write("a.xml", "<x/>");

        var (code, output, error) = Run("query", "MATCH (n) RETURN count(n) AS n", "--data", folder, "--format", "jsonl");

        Assert.Equal((0, "{\"n\":0}\n"), (code, output));
        Assert.Contains($"1 file was not read: {file}\n", error);
    }

    [Fact]
    public void AFileThatIsNamedAndNotReadIsAnError()
    {
        var (code, output, error) = Run("query", "MATCH (n) RETURN count(n) AS n", "--data", Write("a.xml", "<x/>"));

        Assert.Equal((1, ""), (code, output));
        Assert.Contains(
            "error GR6116: No format reads this file: it is XML with the root <x>, which no format has. There are native, catma, i2b2, factrueval,", error);
    }

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 1)]
    public void ACheckDoesNotSayThatAllIsWell(bool isStrict, int expected)
    {
        Write("a.xml", "<x/>");

        var (code, output, _) = Run(["check", folder, .. isStrict ? new[] { "--strict" } : []]);

        Assert.Equal(expected, code);
        Assert.DoesNotContain("nothing to complain about", output);
    }

    /// <summary>What was passed over without a fault is named where it would say that there is nothing to complain about.</summary>
    [Fact]
    public void ACheckNamesWhatWasPassedOver()
    {
        Write(
            "a.conllu",
            "# newdoc id = a\n1\tMira\tMira\tPROPN\t_\t_\t0\troot\t_\tEntity=(e1-person-1-)\n1.1\t_\t_\tPRON\t_\t_\t_\t_\t_\tEntity=(e1-person-1-)\n\n");

        Assert.EndsWith("\nnothing wrong; not taken: mentions without words\n", Run("check", folder, "--schema", "none").Output);
    }

    [Fact]
    public void NothingIsStoredOfNothing()
    {
        Write("a.xml", "<x/>");
        var target = Path.Combine(folder, "x.graph");

        var (code, _, error) = Run("build", folder, "-o", target);

        Assert.Equal(1, code);
        Assert.Contains("Nothing was read, so nothing is stored.", error);
        Assert.False(Directory.Exists(target));
    }

    [Fact]
    public void NoAnswerOfNothingIsAccepted()
    {
        var data = Directory.CreateDirectory(Path.Combine(folder, "data")).FullName;
        var query = Write("q.cypher", "MATCH (n) RETURN count(n) AS n;\n");

        var (code, _, error) = Run("verify", query, "--data", data, "--accept");

        Assert.Equal(1, code);
        Assert.Contains("Nothing was read, so there is no answer to accept.", error);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Write(string name, string text)
    {
        var path = Path.Combine(folder, name);
        File.WriteAllText(path, text);
        return path;
    }

    private static (int Code, string Output, string Error) Run(params string[] arguments) => TestHost.Run(arguments);
}
