namespace Graph.Terminal;

/// <summary>Where a program keeps what belongs to its user, by the XDG base directories; on Windows in the application data.</summary>
public static class UserFolders
{
    /// <summary><c>$XDG_STATE_HOME</c>, by default <c>~/.local/state</c>; null where the user has no home.</summary>
    public static string? FindState(Func<string, string?> environment) =>
        Find(environment, "XDG_STATE_HOME", Environment.SpecialFolder.LocalApplicationData, Path.Combine(".local", "state"));

    /// <summary><c>$XDG_CONFIG_HOME</c>, by default <c>~/.config</c>; null where the user has no home.</summary>
    public static string? FindConfiguration(Func<string, string?> environment) =>
        Find(environment, "XDG_CONFIG_HOME", Environment.SpecialFolder.ApplicationData, ".config");

    private static string? Find(Func<string, string?> environment, string variable, Environment.SpecialFolder onWindows, string belowHome)
    {
        if (environment(variable) is { Length: > 0 } named && Path.IsPathRooted(named))
            return named;
        if (OperatingSystem.IsWindows())
            return Environment.GetFolderPath(onWindows) is { Length: > 0 } folder ? folder : null;

        // Only what the environment says: without a home, a relative path would land in the working folder.
        return environment("HOME") is { Length: > 0 } home && Path.IsPathRooted(home) ? Path.Combine(home, belowHome) : null;
    }
}
