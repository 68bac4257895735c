namespace Graph.Cli.Tests;

/// <summary>
/// The command as a program of its own: the published binary that <c>GRAPH_COMMAND</c> names, which starts at once, or what was built,
/// which compiles itself anew at every start.
/// </summary>
internal static class CommandProgram
{
    /// <summary>The program and its first arguments.</summary>
    public static IReadOnlyList<string> Words => Environment.GetEnvironmentVariable("GRAPH_COMMAND") is { Length: > 0 } published
        ? [published]
        : ["dotnet", Path.Combine(AppContext.BaseDirectory, "graph.dll")];
}
