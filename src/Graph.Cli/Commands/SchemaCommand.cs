using System.CommandLine;
using Graph.Cli.Sessions;
using Graph.Query.Schema;

namespace Graph.Cli.Commands;

/// <summary><c>graph schema [--expanded]</c>: prints the graph type in use.</summary>
internal static class SchemaCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var expanded = new Option<bool>("--expanded") { Description = "As plain GQL: every label, property and pair of ends written out." };
        var command = new Command("schema", "Print the graph type.") { expanded, options.Schema, options.NoColor };
        command.SetAction(parse => Run(host, parse.GetValue(options.Schema), parse.GetValue(expanded), options.GetDisplay(parse)));
        return command;
    }

    private static int Run(CommandHost host, string? schema, bool isExpanded, DisplaySettings display)
    {
        if (schema == GraphTypeSource.Open)
            throw new UsageException("An open graph has no graph type to print.");
        if (!GraphTypeSource.TryRead(schema, host.CreateDiagnosticRenderer(display), out var type))
            return ExitCode.Failure;

        host.Output.Write(isExpanded ? SchemaPrinter.PrintExpanded(type!) : GraphTypeSource.ReadText(schema).Text);
        return ExitCode.Success;
    }
}
