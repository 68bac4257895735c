using System.CommandLine;
using Graph.Cli.Rendering;
using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary>What a command line says of loading.</summary>
/// <param name="Schema">A file, <c>none</c>, or null for the built-in graph type.</param>
/// <param name="Corpus">The mapping file for all paths, or null for those beside the files.</param>
internal sealed record LoadSettings(IReadOnlyList<string> Paths, string? Schema, bool Strict, DisplaySettings Display, string? Corpus)
{
    /// <summary>Keep every diagnostic of the load, not only the first ones of each kind.</summary>
    public bool AllDiagnostics { get; init; }

    /// <summary>The only annotator to read; null for what was curated, else all.</summary>
    public string? Annotator { get; init; }

    /// <exception cref="UsageException">No path is named and there is no default, or a path does not exist.</exception>
    public static LoadSettings From(ParseResult parse, CommonOptions options, IReadOnlyList<string>? paths) => new(
        DataPaths.Resolve(paths),
        parse.GetValue(options.Schema),
        parse.GetValue(options.Strict),
        options.GetDisplay(parse),
        DataPaths.RequireFile(parse.GetValue(options.Corpus)))
    {
        Annotator = parse.GetValue(options.Annotator),
    };
}

/// <summary>What a command line says of running queries.</summary>
internal sealed record QuerySettings(
    LoadSettings Load,
    OutputFormat Format,
    IReadOnlyDictionary<string, Value> Parameters,
    QueryLimits Limits,
    bool FailAtEnd)
{
    /// <exception cref="UsageException">A parameter or a path is wrong.</exception>
    public static QuerySettings From(ParseResult parse, CommonOptions options, IReadOnlyList<string>? paths) => new(
        LoadSettings.From(parse, options, paths),
        OutputFormats.Parse(parse.GetValue(options.Format)!)!.Value,
        ParameterParser.Parse(parse.GetValue(options.Parameters) ?? []),
        new QueryLimits(parse.GetValue(options.Timeout), parse.GetValue(options.MaximumMemory)),
        parse.GetValue(options.FailAtEnd));
}
