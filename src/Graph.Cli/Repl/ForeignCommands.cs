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
        ["clear"] = "Ctrl-L clears the screen",
        ["cls"] = "Ctrl-L clears the screen",
        ["ls"] = "':schema' shows what the graph contains, ':articles' the articles",
        ["dir"] = "':schema' shows what the graph contains, ':articles' the articles",
        ["history"] = "':history' shows the last inputs",
    };

    /// <summary>What psql, sqlite3 and DuckDB call it.</summary>
    private static readonly Dictionary<string, string> Marked = new(StringComparer.OrdinalIgnoreCase)
    {
        ["q"] = "':quit' leaves",
        ["quit"] = "':quit' leaves",
        ["exit"] = "':quit' leaves",
        ["d"] = "':schema' shows what the graph contains",
        ["dt"] = "':schema' shows what the graph contains",
        ["l"] = "':schema' shows what the graph contains",
        ["tables"] = "':schema' shows what the graph contains",
        ["schema"] = "':schema' shows what the graph contains",
        ["databases"] = "':load PATH' asks other data",
        ["c"] = "':load PATH' asks other data",
        ["open"] = "':load PATH' asks other data",
        ["i"] = "':run FILE' runs a query file",
        ["read"] = "':run FILE' runs a query file",
        ["e"] = "':edit' opens the last statement",
        ["edit"] = "':edit' opens the last statement",
        ["x"] = "':mode line' writes a column a line",
        ["mode"] = "':mode' says how results are written",
        ["pset"] = "':mode' says how results are written",
        ["o"] = "':save FILE' writes the last result",
        ["output"] = "':save FILE' writes the last result",
        ["once"] = "':save FILE' writes the last result",
        ["g"] = "':save FILE' writes the last result",
        ["copy"] = "':save FILE' writes the last result",
        ["timing"] = "':timing on' shows how long a query takes",
        ["timer"] = "':timing on' shows how long a query takes",
        ["set"] = "':param NAME = VALUE' sets $NAME",
        ["s"] = "':history' shows the last inputs",
    };

    private const string Help = "':help' lists what there is";

    /// <summary>What to do instead, or null.</summary>
    public static string? FindHint(string name) => name is ['\\' or '.', .. var word]
        ? Marked.GetValueOrDefault(word, Help)
        : Hints.GetValueOrDefault(name);
}
