using System.CommandLine;
using Graph.Query;

namespace Graph.Cli.Sessions;

/// <summary>The options of commands that take a part of the graph, and what a command line says with them.</summary>
internal sealed class SelectionOptions
{
    public const int MostSteps = 100;

    private readonly CommonOptions common = new();

    private readonly Option<string> query = new("--query", "-q")
    {
        Description = "What to take: the nodes, relations and paths in the rows of this query, or of a query file.",
        HelpName = "TEXT|FILE",
    };

    private readonly Option<bool> all = new("--all", "-a") { Description = "Take the whole graph." };

    private readonly Option<int> around = new("--around")
    {
        Description = "Take also what facts lead to from there, in so many steps.",
        HelpName = "N",
    };

    public Option<string> Output { get; } = OutputOption.Create("file");

    public Command CreateCommand(string name, string description, string output)
    {
        Output.Description = output;
        Output.Required = true;
        var command = new Command(name, description) { query, all, around, common.Data, Output, common.Parameters };
        common.AddLoading(command);
        command.Add(common.Timeout);
        command.Add(common.MaximumMemory);
        command.Validators.Add(result =>
        {
            var isAll = result.GetValue(all);
            if (isAll == result.GetResult(query) is { Implicit: false })
                result.AddError("Say what to take: either '--query' or '--all'.");
            else if (isAll && result.GetResult(around) is { Implicit: false })
                result.AddError("'--around' widens what '--query' takes; '--all' takes everything already.");
            else if (result.GetValue(around) is < 0 or > MostSteps)
                result.AddError($"'--around' needs a number of steps from 0 to {MostSteps}.");
        });
        return command;
    }

    /// <exception cref="UsageException">A parameter or a path is wrong.</exception>
    public SelectionSettings Read(ParseResult parse) => new(
        LoadSettings.From(parse, common, common.GetData(parse)),
        parse.GetValue(query),
        parse.GetValue(around),
        ParameterParser.Parse(parse.GetValue(common.Parameters) ?? []),
        new QueryLimits(parse.GetValue(common.Timeout), parse.GetValue(common.MaximumMemory)),
        parse.GetRequiredValue(Output));
}

/// <summary>What a command line says of a part of the graph and where it goes.</summary>
/// <param name="Query">The text or the file of a query; null for the whole graph.</param>
/// <param name="Around">How many facts away from there.</param>
internal sealed record SelectionSettings(
    LoadSettings Load, string? Query, int Around, IReadOnlyDictionary<string, Value> Parameters, QueryLimits Limits, string Output);
