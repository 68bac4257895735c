using System.CommandLine;
using Graph.Cli.Rendering;

namespace Graph.Cli.Sessions;

/// <summary>The options that commands share, and what a command line says with them.</summary>
internal sealed class CommonOptions
{
    public const string DataName = "--data";

    public Option<string[]> Data { get; } = new(DataName, "-d")
    {
        Description = "A file, folder or .graph to load; may be repeated. Default: the folder 'data', if there is one.",
        HelpName = "PATH",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    /// <summary>What to load, for a command with <see cref="Data"/>: also what stands before it.</summary>
    public string[] GetData(ParseResult parse) => [.. WrittenBefore.Paths(parse), .. parse.GetValue(Data) ?? []];

    public Option<string> Format { get; } = CreateFormat();

    public Option<string[]> Parameters { get; } = new("--param", "-p")
    {
        Description = "A value for $name: a literal of the language, else the text as it stands. May be repeated.",
        HelpName = "NAME=VALUE",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string[]> ParameterFiles { get; } = new("--params")
    {
        Description = "Values for parameters: a JSON object, or an array of objects to run everything once for each. May be repeated.",
        HelpName = "FILE.json",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string[]> Only { get; } = new("--only")
    {
        Description = "Only the statements with this name. May be repeated.",
        HelpName = "NAME",
        Arity = ArgumentArity.OneOrMore,
        AllowMultipleArgumentsPerToken = false,
    };

    public Option<string> Schema { get; } = new("--schema", "-s")
    {
        Description = "The graph type to use instead of the built-in one: a .gql file, or 'none' for an open graph.",
        HelpName = "FILE|none",
    };

    public Option<string> Corpus { get; } = new("--corpus")
    {
        Description = "How to read the files: a corpus.yaml for all paths, instead of those beside the files.",
        HelpName = "FILE",
    };

    public Option<string> Annotator { get; } = new("--annotator")
    {
        Description = "Of documents that several annotated, read what this one made; without it what was curated, else what all made.",
        HelpName = "NAME",
    };

    public Option<bool> Strict { get; } = new("--strict")
    {
        Description = "Refuse data that does not fit the graph type, instead of keeping and reporting it.",
    };

    public Option<bool> Verify { get; } = new("--verify")
    {
        Description = "Read all of a stored graph first, and refuse it where a checksum does not hold.",
    };

    public Option<bool> NoColor { get; } = new("--no-color") { Description = "Write no colours. The variable NO_COLOR does the same." };

    public Option<bool> Ascii { get; } = new("--ascii") { Description = "Draw tables with + - and | only." };

    public Option<bool> Excel { get; } = new("--excel")
    {
        Description = "Write csv for spreadsheets: formulas are made inert, texts quoted, the encoding marked. Without it, csv changes no "
            + "value.",
    };

    public Option<bool> FailFast { get; } = new("--fail-fast")
    {
        Description = "Check all statements first, and stop at the first that fails (the default).",
    };

    public Option<bool> FailAtEnd { get; } = new("--fail-at-end")
    {
        Description = "Run every statement, whatever happens to the others; the exit code still tells that one failed.",
    };

    public Option<TimeSpan?> Timeout { get; } = new("--timeout")
    {
        Description = "Stop a query after this time, such as 500ms, 10s or 2m.",
        HelpName = "TIME",
        CustomParser = result => LimitParser.ParseTime(result),
    };

    public Option<long?> MaximumMemory { get; } = new("--max-memory")
    {
        Description = "Stop a query that needs more than this, such as 512MB or 2GB.",
        HelpName = "SIZE",
        CustomParser = result => LimitParser.ParseSize(result),
    };

    public void AddLoading(Command command)
    {
        command.Add(Schema);
        command.Add(Corpus);
        command.Add(Annotator);
        command.Add(Strict);
        command.Add(Verify);
        command.Add(NoColor);
    }

    public void AddQuerying(Command command)
    {
        command.Add(Format);
        command.Add(Excel);
        command.Add(Ascii);
        command.Add(Parameters);
        command.Add(ParameterFiles);
        AddLoading(command);
        command.Add(Timeout);
        command.Add(MaximumMemory);
        command.Add(FailFast);
        command.Add(FailAtEnd);
        command.Validators.Add(result =>
        {
            if (result.GetResult(FailFast) is { Implicit: false } && result.GetResult(FailAtEnd) is { Implicit: false })
                result.AddError("'--fail-fast' and '--fail-at-end' exclude each other.");
        });
    }

    public DisplaySettings GetDisplay(ParseResult parse) => new(parse.GetValue(NoColor), parse.GetValue(Ascii), parse.GetValue(Excel));

    private static Option<string> CreateFormat()
    {
        var option = new Option<string>("--format", "-f")
        {
            Description = "How results are written; auto is a table, or lines where that is wider than the terminal.",
            HelpName = string.Join('|', OutputFormats.Names),
            DefaultValueFactory = _ => OutputFormats.GetName(OutputFormat.Auto),
        };
        option.AcceptOnlyFromAmong([.. OutputFormats.Names]);
        return option;
    }
}
