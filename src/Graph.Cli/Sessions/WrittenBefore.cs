using System.CommandLine;
using System.CommandLine.Parsing;

namespace Graph.Cli.Sessions;

/// <summary>What stands before a command on the command line, where the library hands it to nobody.</summary>
internal static class WrittenBefore
{
    /// <summary>Of the argument of commands that load what stands behind them.</summary>
    private const string PathsName = "paths";

    /// <summary>The files and folders to load.</summary>
    public static IEnumerable<string> Paths(ParseResult parse) => parse.CommandResult == parse.RootCommandResult
        ? []
        : parse.RootCommandResult.Children.OfType<ArgumentResult>().SelectMany(argument => argument.Tokens).Select(token => token.Value);

    /// <summary>What the command would not have heard of: options, and paths where it has its own.</summary>
    public static IEnumerable<string> FindMistakes(ParseResult parse)
    {
        var command = parse.CommandResult.Command;
        if (command is RootCommand)
            yield break;
        foreach (var option in parse.RootCommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit))
            yield return $"'{option.Option.Name}' stands before '{command.Name}': write 'graph {command.Name} .. {option.Option.Name} ..'.";
        if (!TakesData(command) && Paths(parse).FirstOrDefault() is { } path)
            yield return command.Arguments.Any(argument => argument.Name == PathsName)
                ? $"'{path}' stands before '{command.Name}': write 'graph {command.Name} {path}'."
                : $"'{path}' stands before '{command.Name}', which loads nothing there.";
    }

    /// <summary>Whoever writes the data behind such a command, as other tools have it, has one argument too many.</summary>
    public static IEnumerable<string> Suggest(ParseResult parse)
    {
        var (tokens, command) = (parse.CommandResult.Tokens.Select(token => token.Value), parse.CommandResult.Command);
        if (parse.UnmatchedTokens.Count > 0
            && TakesData(command)
            && tokens.Concat(parse.UnmatchedTokens).FirstOrDefault(Path.Exists) is { } path)
            yield return $"What to load stands before '{command.Name}' or behind '{CommonOptions.DataName}': "
                + $"'graph {path} {command.Name} ..'.";
    }

    private static bool TakesData(Command command) => command.Options.Any(option => option.Name == CommonOptions.DataName);
}
