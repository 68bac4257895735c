using System.CommandLine;

namespace Graph.Cli.Commands;

/// <summary><c>graph run FILE... --data PATH</c></summary>
internal static class RunCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var files = new Argument<string[]>("files")
        {
            Description = "Query files; '-' is standard input. Statements end with ';'.",
            HelpName = "FILE",
            Arity = ArgumentArity.OneOrMore,
        };
        var command = new Command("run", "Run query files on the data.") { files, options.Data };
        options.AddQuerying(command);
        command.SetAction(parse => ScriptExecution.Run(
            host,
            QuerySettings.From(parse, options, parse.GetValue(options.Data)),
            () => [.. parse.GetRequiredValue(files).Select(file => Script.Read(file, host))]));
        return command;
    }
}
