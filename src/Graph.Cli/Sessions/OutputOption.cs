using System.CommandLine;

namespace Graph.Cli.Sessions;

/// <summary>Options that name what is written, which an empty text cannot.</summary>
internal static class OutputOption
{
    /// <summary><c>--output</c> or <c>-o</c></summary>
    /// <param name="kind">What is written: a file or a folder.</param>
    public static Option<string> Create(string kind) =>
        Check(new Option<string>("--output", "-o") { HelpName = kind.ToUpperInvariant() }, kind);

    /// <summary>An empty value is a mistake of the command line.</summary>
    public static Option<string> Check(Option<string> option, string kind)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
                result.AddError($"'{option.Name}' needs the name of a {kind}.");
        });
        return option;
    }
}
