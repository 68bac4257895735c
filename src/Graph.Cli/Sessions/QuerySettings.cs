using System.CommandLine;
using Graph.Cli.Rendering;
using Graph.Query;

namespace Graph.Cli.Sessions;

/// <summary>What a command line says of loading.</summary>
/// <param name="Schema">A file, <c>none</c>, or null for the built-in graph type.</param>
/// <param name="Corpus">The mapping file for all paths, or null for those beside the files.</param>
internal sealed record LoadSettings(IReadOnlyList<string> Paths, string? Schema, bool Strict, DisplaySettings Display, string? Corpus)
{
    /// <summary>Keep every diagnostic of the load, not only the first ones of each kind.</summary>
    public bool AllDiagnostics { get; init; }

    /// <summary>The only annotator to read; null for what was curated, else all.</summary>
    public string? Annotator { get; init; }

    /// <summary>A stored graph is asked only after all its checksums were compared.</summary>
    public bool VerifiesChecksums { get; init; }

    /// <exception cref="UsageException">No path is named and there is no default, or a path does not exist.</exception>
    public static LoadSettings From(ParseResult parse, CommonOptions options, IReadOnlyList<string>? paths) => new(
        DataPaths.Resolve(paths),
        parse.GetValue(options.Schema),
        parse.GetValue(options.Strict),
        options.GetDisplay(parse),
        DataPaths.RequireFile(parse.GetValue(options.Corpus)))
    {
        Annotator = parse.GetValue(options.Annotator),
        VerifiesChecksums = parse.GetValue(options.Verify),
    };
}

/// <summary>What a command line says of running queries.</summary>
/// <param name="ParameterSets">At least one; everything runs once for each.</param>
internal sealed record QuerySettings(
    LoadSettings Load,
    OutputFormat Format,
    IReadOnlyList<IReadOnlyDictionary<string, Value>> ParameterSets,
    QueryLimits Limits,
    bool FailAtEnd)
{
    /// <summary>The names of the only statements to run; empty for all.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>The folder for a file per result; null where results go to standard output.</summary>
    public string? OutputFolder { get; init; }

    /// <exception cref="UsageException">A parameter or a path is wrong.</exception>
    public static QuerySettings From(ParseResult parse, CommonOptions options, IReadOnlyList<string>? paths) => new(
        LoadSettings.From(parse, options, paths),
        OutputFormats.Parse(parse.GetValue(options.Format)!)!.Value,
        ReadParameters(parse.GetValue(options.Parameters) ?? [], parse.GetValue(options.ParameterFiles) ?? []),
        new QueryLimits(parse.GetValue(options.Timeout), parse.GetValue(options.MaximumMemory)),
        parse.GetValue(options.FailAtEnd));

    /// <summary>The sets of the files, each with what the command line itself gives, which counts more.</summary>
    private static IReadOnlyList<IReadOnlyDictionary<string, Value>> ReadParameters(string[] assignments, string[] files)
    {
        var given = ParameterParser.Parse(assignments);
        if (files.Length == 0)
            return [given];

        var sets = files.SelectMany(ParameterFile.Read).ToList();
        return sets.Count == 0
            ? throw new UsageException($"'{files[0]}' holds no set of parameters, so nothing would run.")
            : [.. sets.Select(set => Merge(set, given))];
    }

    private static IReadOnlyDictionary<string, Value> Merge(
        IReadOnlyDictionary<string, Value> set, IReadOnlyDictionary<string, Value> given)
    {
        var merged = new Dictionary<string, Value>(set, StringComparer.Ordinal);
        foreach (var (name, value) in given)
            merged[name] = value;
        return merged;
    }
}
