namespace Graph.Cli.Tests.Commands;

public sealed class DrawCommandTests
{
    [Theory]
    [InlineData("--all", "-o", "x.png")]
    [InlineData("--all", "-o", "x.svg", "--as", "cloud")]
    [InlineData("-o", "x.svg")]
    public void AskedForWhatCannotBeDrawnTheCommandSaysWhatCan(params string[] arguments)
    {
        var (code, output, error) = TestHost.Run(["draw", "--data", TestHost.Articles, .. arguments]);
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("error: ", error);
    }

    [Theory]
    [InlineData("auto", "6 nodes")]
    [InlineData("timeline", "fact")]
    [InlineData("counts", "")]
    public void APictureIsDrawnAndCounted(string way, string told)
    {
        var folder = Directory.CreateTempSubdirectory("graph-draw").FullName;
        try
        {
            var file = Path.Combine(folder, "x.SVG");
            var (code, output, error) = TestHost.Run(
                ["draw", "--data", TestHost.Articles, "--query", "MATCH (a)-[r]->(b) RETURN r", "--as", way, "-o", file]);
            Assert.True(code == 0, error);
            Assert.Equal("", output);
            Assert.Contains(told, error);
            Assert.Contains("</svg>", File.ReadAllText(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
