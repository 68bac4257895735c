using System.CommandLine;

namespace Graph.Cli.Commands;

/// <summary><c>graph schema</c>: prints the graph type in use.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var command = new Command("schema", "Print the graph type.") { options.Schema, options.NoColor };
        command.SetAction(parse => Run(host, parse.GetValue(options.Schema)));
        return command;
    }

    private static int Run(CommandHost host, string? schema)
    {
        host.Output.Write(Session.ReadSchemaText(schema).Text);
        return ExitCode.Success;
    }
}
