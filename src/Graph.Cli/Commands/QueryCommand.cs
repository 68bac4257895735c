using System.CommandLine;
using Graph.Cli.Sessions;

namespace Graph.Cli.Commands;

/// <summary><c>graph query TEXT --data PATH</c></summary>
internal static class QueryCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var text = new Argument<string>("text") { Description = "One query, or several with ';' between them.", HelpName = "TEXT" };
        var command = new Command("query", "Answer a question on the data.") { text, options.Data };
        options.AddQuerying(command);
        command.SetAction(parse => ScriptExecution.Run(
            host,
            QuerySettings.From(parse, options, options.GetData(parse)),
            () => [new SourceText(parse.GetRequiredValue(text))]));
        return command;
    }
}
