using Graph.Terminal;

namespace Graph.Cli.Sessions;

/// <summary>A graph that was built before, among the paths of a command line.</summary>
internal static class StoredGraph
{
    /// <summary>Its folder; null where the paths are files and folders of articles.</summary>
    /// <exception cref="UsageException">It stands beside what it cannot be combined with.</exception>
    public static string? Find(LoadSettings settings)
    {
        if (settings.Paths.FirstOrDefault(IsGraph) is not { } path)
            return null;
        if (settings.Paths.Count > 1)
            throw new UsageException($"'{path}' is a stored graph and cannot be combined with other paths.");
        if (settings.Schema is not (null or GraphTypeSource.Open) || settings.Corpus is not null)
            throw new UsageException($"'{path}' is a stored graph and has its graph type already.");

        return path;
    }

    /// <summary>What is damaged, by file.</summary>
    public static void WriteProblems(IReadOnlyList<GraphFileProblem> problems, TextWriter error)
    {
        foreach (var problem in problems)
            error.Write($"error: {VisibleText.Show(problem.File)}: {VisibleText.Show(problem.Message)}\n");
    }

    /// <summary>The first graph among the paths whose files are not what was written, and which; null where all are.</summary>
    public static string? DescribeDamage(IEnumerable<string> paths)
    {
        foreach (var path in paths.Where(GraphFile.Exists))
        {
            if (FindProblem(path) is { } problem)
                return $"The graph '{path}' is damaged: {problem.File}: {problem.Message}; build it again.";
        }

        return null;
    }

    private static GraphFileProblem? FindProblem(string path)
    {
        try
        {
            return GraphFile.FindProblem(path);
        }
        catch (GraphFileException exception)
        {
            return new GraphFileProblem(GraphFile.ManifestName, exception.Problem);
        }
    }

    /// <summary>
    /// A folder that is called a graph and has no manifest is one that was not written to its end, and no folder of articles.
    /// </summary>
    private static bool IsGraph(string path) =>
        GraphFile.Exists(path)
        || (Directory.Exists(path)
            && Path.TrimEndingDirectorySeparator(path).EndsWith(GraphFile.Extension, StringComparison.OrdinalIgnoreCase));
}
