namespace Graph.Cli.Sessions;

/// <summary>
/// The query files that a command line names: files as they are, folders for the <c>.cypher</c> and <c>.cql</c> files in and below them.
/// </summary>
internal static class QueryFiles
{
    private static readonly string[] Endings = [".cypher", ".cql"];

    /// <exception cref="UsageException">A folder holds no query file.</exception>
    public static IReadOnlyList<string> Find(IEnumerable<string> paths) => [.. paths.SelectMany(Expand)];

    public static bool IsQueryFile(string path) => Endings.Contains(Path.GetExtension(path), StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<string> Expand(string path)
    {
        if (!Directory.Exists(path))
            return [path];

        var files = Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories)
            .Where(IsQueryFile)
            .Order(StringComparer.Ordinal)
            .ToList();
        return files.Count > 0 ? files : throw new UsageException($"There is no query file (.cypher, .cql) in the folder '{path}'.");
    }
}
