namespace Graph.Benchmarks;

/// <summary>
/// A benchmark query: its name is the file's, its text the file without comment lines. A comment that begins with <c>peers:</c> is the same
/// question for peers that spell it otherwise.
/// </summary>
internal sealed record QueryFile(string Name, string Text, string PeerText)
{
    private const string PeerPrefix = "// peers:";

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
        var all = File.ReadAllLines(path);
        var text = string.Join(' ', all.Where(line => !line.StartsWith("//", StringComparison.Ordinal))).Trim();
        var peers = all.FirstOrDefault(line => line.StartsWith(PeerPrefix, StringComparison.Ordinal));
        return new QueryFile(Path.GetFileNameWithoutExtension(path), text, peers is null ? text : peers[PeerPrefix.Length..].Trim());
    }
}
