namespace Graph.Cli.Tests.Repl;

/// <summary>What tests of the prompt share: a home of their own, and a session over the articles of the tests.</summary>
public abstract class PromptTest : IDisposable
{
    /// <summary>The folder that settings and history are kept in.</summary>
    private protected string State { get; } = Directory.CreateTempSubdirectory("graph-state").FullName;

    public void Dispose()
    {
        Directory.Delete(State, recursive: true);
        GC.SuppressFinalize(this);
    }

    private protected static string Ask(string input) => TestHost.Run([TestHost.Articles], input).Output;

    private protected string Type(string keys) => TestHost.RunPrompt([TestHost.Articles], keys.ReplaceLineEndings(""), State);
}
