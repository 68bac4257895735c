using Graph.Cli.Commands;
using Graph.Cli.Sessions;

namespace Graph.Cli.Tests.Repl;

/// <summary>What <c>:help</c> knows.</summary>
public sealed class HelpTests : PromptTest
{
    /// <summary>What the grammar takes at the beginning of a statement, and behind each of these words.</summary>
    [Fact]
    public void TheHelpKnowsEveryWordThatBeginsAStatement()
    {
        var loaded = Graph.Cli.Repl.LoadedExamples.Of(Open());
        string[] words = [.. BeginningsAfter(""),
            .. BeginningsAfter("")
                .SelectMany(word => BeginningsAfter($"{word} ").Where(next => word is "EXPLAIN" or "PROFILE" or "OPTIONAL"))];
        Assert.Contains("VERBOSE", words);
        Assert.Equal([], words.Distinct().Where(word => Graph.Cli.Repl.HelpTopics.Find(word, loaded) is null));
    }

    [Fact]
    public void TheListOfTheHelpHasEveryCommandAndFitsAScreen()
    {
        var list = TestHost.Run([TestHost.Articles], ":help\n").Output;
        Assert.All(Graph.Cli.Repl.PromptCommands.All, command => Assert.Contains(command.Name, list));
        Assert.Contains("EXPLAIN [VERBOSE], PROFILE", list);
        Assert.InRange(list.Split('\n').Length, 1, 24);
        Assert.DoesNotContain("…", list);
        Assert.All(Type(":help<Enter>:quit<Enter>").Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void EveryExampleOfTheHelpRuns()
    {
        var loaded = Graph.Cli.Repl.LoadedExamples.Of(Open());
        foreach (var topic in Graph.Cli.Repl.HelpTopics.Names)
        {
            var example = Graph.Cli.Repl.HelpTopics.Find(topic, loaded)!.Example;
            var (code, _, error) = TestHost.Run([TestHost.Articles], example);
            Assert.True(code == ExitCode.Success, $"{topic}: {example}\n{error}");
        }
    }

    private static IEnumerable<string> BeginningsAfter(string text) =>
        Graph.Query.Syntax.CompletionContext.At(new SourceText(text), text.Length).Expected
        .Where(expected => expected.Kind == Graph.Query.Parsing.ExpectationKind.Keyword)
        .Select(expected => expected.Text);

    private static Session Open()
    {
        var loaded = Graph.Annotations.GraphLoader.Load(
            [TestHost.Articles], new Graph.Annotations.LoadOptions(Graph.News.NewsSchema.GraphType));
        return new Session(loaded.Store, loaded);
    }
}
