using System.Runtime.CompilerServices;

namespace Graph.Testing;

/// <summary>
/// Corpora and conformance suites that are too large, or not ours, to stand in the repository: in <c>../shared</c> beside it,
/// or where the environment variable <c>GRAPH_SHARED</c> points.
/// </summary>
public static class SharedData
{
    public static string Root { get; } =
        Environment.GetEnvironmentVariable("GRAPH_SHARED") ?? Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared"));

    /// <summary>The full path of a file or folder of the shared data; skips the test where it is not there.</summary>
    public static string Require(string relativePath)
    {
        var path = Path.Combine(Root, relativePath);
        Skip.IfNot(Path.Exists(path), $"The shared data is not here: {relativePath}. Set GRAPH_SHARED to its folder.");
        return path;
    }
}

public static class Repository
{
    /// <summary>The folder that holds <c>Graph.sln</c>.</summary>
    public static string Root { get; } = FindRoot();

    public static string GetPath(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    private static string FindRoot([CallerFilePath] string sourceFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(sourceFile)!, "..", ".."));
}
