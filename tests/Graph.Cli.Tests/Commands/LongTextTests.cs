using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Commands;

/// <summary>A query text that is longer than its limits allow ends as a mistake with its place, whoever reads it.</summary>
public sealed class LongTextTests : IDisposable
{
    private static readonly string Text = $"RETURN 1 AS x;\nRETURN [{string.Join(", ", Enumerable.Range(0, 20_000))}] AS x;";

    private readonly string folder = Directory.CreateTempSubdirectory("graph-long").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Theory]
    [InlineData("query TEXT --data DATA", "2:1")]
    [InlineData("run FILE --data DATA", "FILE:2:1")]
    [InlineData("verify FILE --data DATA", "FILE:2:1")]
    [InlineData("export --query TEXT --data DATA -o FILE.csv", "2:1")]
    [InlineData("draw --query FILE --data DATA -o FILE.svg", "FILE:2:1")]
    public void ALimitReachesTheReadingOfATextEverywhere(string command, string place)
    {
        var file = Path.Combine(folder, "q.cypher");
        File.WriteAllText(file, Text);
        string[] arguments =
        [
            .. command.Split(' ').Select(word => word == "TEXT" ? Text : word.Replace("FILE", file).Replace("DATA", TestHost.Articles)),
            "--max-memory", "1MB",
        ];
        var (code, output, error) = TestHost.Run(arguments);

        Assert.Equal((ExitCode.Failure, ""), (code, output));
        Assert.Contains(
            $"{place.Replace("FILE", file)}: error GR5006: Stopped: memory limit of 1048576 bytes reached while the query was read and planned.", error);
        Assert.Equal([file], Directory.GetFiles(folder));
    }
}
