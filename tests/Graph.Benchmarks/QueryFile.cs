namespace Graph.Benchmarks;

/// <summary>A benchmark query: its name is the file's, its text the file without comment lines, as the peers' runners read it.</summary>
internal sealed record QueryFile(string Name, string Text)
{
    /// <param name="only">Prefixes of the names to take; empty for all.</param>
    public static IReadOnlyList<QueryFile> ReadFolder(string folder, IReadOnlyList<string> only) =>
    [
        .. Directory.EnumerateFiles(folder, "*.cypher")
            .Order(StringComparer.Ordinal)
            .Select(Read)
            .Where(query => only.Count == 0 || only.Any(prefix => query.Name.StartsWith(prefix, StringComparison.Ordinal))),
    ];

    private static QueryFile Read(string path)
    {
        var lines = File.ReadLines(path).Where(line => !line.StartsWith("//", StringComparison.Ordinal));
        return new QueryFile(Path.GetFileNameWithoutExtension(path), string.Join(' ', lines).Trim());
    }
}
