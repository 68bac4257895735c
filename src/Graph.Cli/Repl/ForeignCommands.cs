namespace Graph.Cli.Repl;

/// <summary>Commands of the prompts of other engines, with what does it here.</summary>
internal static class ForeignCommands
{
    private static readonly Dictionary<string, string> Hints = new(StringComparer.Ordinal)
    {
        [":play"] = "':help' lists what can be asked and done",
        [":guide"] = "':help' lists what can be asked and done",
        [":use"] = "one graph is asked at a time, and ':load PATH' asks another",
        [":dbs"] = "one graph is asked at a time, and ':load PATH' asks another",
        [":connect"] = "':load PATH' asks other data, and there is no server to connect to",
        [":disconnect"] = "there is no server to leave",
        [":server"] = "there is no server to ask",
        [":sysinfo"] = "there is no server to ask",
        [":queries"] = "there is no server to ask",
        [":begin"] = "queries only read, so there are no transactions",
        [":commit"] = "queries only read, so there are no transactions",
        [":rollback"] = "queries only read, so there are no transactions",
        [":auto"] = "queries only read, so write the query without it",
        [":style"] = "':draw' draws the last result",
        [":config"] = "':set' lists all settings",
        [":clear"] = "Ctrl-L clears the screen",
        [":export"] = "':save FILE' writes the last result",
        [":import"] = "':load PATH' asks other data",
    };

    /// <summary>What to do instead, or null.</summary>
    public static string? FindHint(string name) => Hints.GetValueOrDefault(name);
}
