using Graph.Postgres;

namespace Graph.Cli.Sessions;

/// <summary>A graph on a server, as a command line names it.</summary>
internal static class RemoteGraph
{
    /// <exception cref="UsageException">The text is no address of a graph.</exception>
    public static GraphAddress Parse(string option, string text)
    {
        if (!GraphAddress.IsAddress(text))
            throw new UsageException($"'{option}' needs postgres://user@host:port/DATABASE/NAME, not '{text}'.");

        // The text may hold a password, so it is not repeated.
        return GraphAddress.Parse(text, out var reason) ?? throw new UsageException($"The address of the graph cannot be read: {reason}.");
    }

    /// <summary>The address among the paths of a command line; null where all of them are files and folders.</summary>
    /// <exception cref="UsageException">It stands beside what it cannot be combined with.</exception>
    public static GraphAddress? Find(LoadSettings settings)
    {
        if (settings.Paths.FirstOrDefault(GraphAddress.IsAddress) is not { } text)
            return null;
        if (settings.Paths.Count > 1)
            throw new UsageException("A graph on a server cannot be combined with other paths.");
        if (settings.Schema is not null || settings.Corpus is not null)
            throw new UsageException("A graph on a server has its graph type already.");

        return Parse("--data", text);
    }

    /// <summary>For commands that need the whole graph.</summary>
    /// <exception cref="UsageException">The graph is on a server.</exception>
    public static void Refuse(LoadSettings settings)
    {
        if (settings.Paths.Any(GraphAddress.IsAddress))
            throw new UsageException("A graph on a server answers queries only; name the files it was made from, or a stored graph.");
    }
}
