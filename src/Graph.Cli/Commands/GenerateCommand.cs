using System.CommandLine;
using Graph.Cli.Sessions;
using Graph.Generator;

namespace Graph.Cli.Commands;

/// <summary>
/// <c>graph generate SCHEMA [QUERIES...] -o FILE --namespace NAME</c>: the typed C# API of a graph type, as a build makes it.
/// </summary>
internal static class GenerateCommand
{
    public static Command Create(CommandHost host)
    {
        var schema = new Argument<string>("schema") { Description = "The file of the graph type.", HelpName = "SCHEMA" };
        var queries = new Argument<string[]>("queries")
        {
            Description = "Query files to make methods of.",
            HelpName = "QUERIES",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var output = OutputOption.Create("file");
        output.Description = "The C# file to write.";
        output.Required = true;
        var @namespace = new Option<string>("--namespace", "-n")
        {
            Description = "The namespace of the generated types.",
            HelpName = "NAME",
            Required = true,
        };
        var command = new Command("generate", "Generate typed C# from a graph type and query files.")
        {
            schema, queries, output, @namespace,
        };
        command.SetAction(parse => Run(
            host,
            new FileGenerationOptions(
                parse.GetRequiredValue(schema),
                parse.GetValue(queries) ?? [],
                parse.GetRequiredValue(output),
                parse.GetRequiredValue(@namespace))));
        return command;
    }

    private static int Run(CommandHost host, FileGenerationOptions options)
    {
        if (options.Queries.Prepend(options.Schema).FirstOrDefault(path => !File.Exists(path)) is { } missing)
            throw new UsageException($"There is no file '{missing}'.");

        return FileGeneration.Run(options, host.Error) ? ExitCode.Success : ExitCode.Failure;
    }
}
