using System.Text.RegularExpressions;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests;

/// <summary>What the README shows is what happens.</summary>
public sealed class ReadmeTests
{
    private static readonly string Readme = File.ReadAllText(Repository.GetPath("README.md"));
    private static readonly string Data = Repository.GetPath("data");

    [Fact]
    public void EveryQueryAnswers()
    {
        // Those with names are query files of the chapter on C#, on a graph type of its own, which another test compiles.
        var queries = GetBlocks("cypher").Where(query => !query.StartsWith("// name:", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(queries);
        Verifier.Verify(string.Join('\n', queries.Select(query => $"{query}{Answer(query)}")));
    }

    [Fact]
    public void TheSessionIsAsShown()
    {
        var session = Assert.Single(GetBlocks("console"));
        var typed = Regex.Matches(session, @"^(?:graph>|  \.\.\.>) (.*)$", RegexOptions.Multiline).Select(match => match.Groups[1].Value);
        var state = Directory.CreateTempSubdirectory("graph-readme").FullName;
        try
        {
            var screen = TestHost.RunPrompt(
                [Data], $"{string.Concat(typed.Select(line => $"{line.Replace("<", "<lt>")}<Enter>"))}:quit<Enter>", state, width: 110);
            var lines = screen.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(Normalize).Where(line => line != "graph> :quit");
            Assert.All(lines, line => Assert.Contains(line, Normalize(session)));
        }
        finally
        {
            Directory.Delete(state, recursive: true);
        }
    }

    [Fact]
    public void ThePictureIsWhatItsCommandDraws()
    {
        var command = Regex.Match(Readme, """^    graph draw --data data --query "(.*)" -o (\S+)$""", RegexOptions.Multiline);
        var folder = Directory.CreateTempSubdirectory("graph-readme").FullName;
        try
        {
            var file = Path.Combine(folder, "picture.svg");
            Assert.Equal(0, TestHost.Run(["draw", "--data", Data, "--query", command.Groups[1].Value, "-o", file]).ExitCode);
            Assert.Equal(File.ReadAllText(Repository.GetPath(command.Groups[2].Value)), File.ReadAllText(file));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static string Answer(string query)
    {
        var (code, output, error) = TestHost.Run(["query", query, "--data", Data, "--format", "csv"]);
        Assert.True(code == 0, error);
        return output;
    }

    private static List<string> GetBlocks(string language) =>
        [.. Regex.Matches(Readme, $"^```{language}\n(.*?)^```", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => match.Groups[1].Value)];

    /// <summary>Sentences are shown without the line ends of the article, and may be wrapped.</summary>
    private static string Normalize(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
