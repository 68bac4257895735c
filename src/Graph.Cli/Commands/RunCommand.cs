using System.CommandLine;
using Graph.Cli.Sessions;

namespace Graph.Cli.Commands;

/// <summary><c>graph run FILE|FOLDER... --data PATH</c></summary>
internal static class RunCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var files = new Argument<string[]>("files")
        {
            Description = "Query files, or folders of them; '-' is standard input. Statements end with ';'.",
            HelpName = "FILE|FOLDER",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = OutputOption.Create("folder");
        output.Description = "Write each answer to a file in this folder, named by the statement.";
        var command = new Command("run", "Run query files on the data.") { files, options.Data, options.Only, output };
        options.AddQuerying(command);
        command.SetAction(parse => ScriptExecution.Run(
            host,
            QuerySettings.From(parse, options, options.GetData(parse)) with
            {
                Only = parse.GetValue(options.Only) ?? [],
                OutputFolder = parse.GetValue(output),
            },
            () => [.. QueryFiles.Find(parse.GetRequiredValue(files)).Select(file => Script.Read(file, host))]));
        return command;
    }
}
