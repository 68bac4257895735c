using Graph.Postgres;

namespace Graph.Cli.Sessions;

/// <summary>Which files and folders to load.</summary>
internal static class DataPaths
{
    private const string DefaultFolder = "data";

    /// <exception cref="UsageException">No path is named and there is no default, or a path does not exist.</exception>
    public static IReadOnlyList<string> Resolve(IReadOnlyList<string>? paths)
    {
        if (paths is null or [])
            return Directory.Exists(DefaultFolder)
                ? [DefaultFolder]
                : throw new UsageException($"Name the files or folders to load; there is no folder '{DefaultFolder}' here.");

        return paths.FirstOrDefault(path => !Path.Exists(path) && !GraphAddress.IsAddress(path)) is { } missing
            ? throw new UsageException($"There is no file or folder '{missing}'.")
            : paths;
    }

    /// <exception cref="UsageException">A file is named and does not exist.</exception>
    public static string? RequireFile(string? path) =>
        path is null || File.Exists(path) ? path : throw new UsageException($"There is no file '{path}'.");
}
