using System.CommandLine;
using Graph.Export;

namespace Graph.Cli.Commands;

/// <summary><c>graph export --query TEXT -o FILE</c>: a part of the graph, or all of it, for other programs.</summary>
internal static class ExportCommand
{
    private static readonly ImmutableArray<string> Names = [.. GraphFormats.All.Select(format => format.Name)];

    public static Command Create(CommandHost host)
    {
        var options = new SelectionOptions();
        var format = new Option<string>("--format", "-f")
        {
            Description = $"What to write, where the ending of the file does not say it: {string.Join(", ", Names)}.",
            HelpName = "FORMAT",
        };
        format.AcceptOnlyFromAmong([.. Names]);
        var command = options.CreateCommand("export", "Write a part of the graph for other programs.", "The file to write; its ending says the format. '-' is standard output.");
        command.Add(format);
        command.SetAction(parse => Run(host, options.Read(parse), parse.GetValue(format)));
        return command;
    }

    private static int Run(CommandHost host, SelectionSettings settings, string? name)
    {
        if (FindFormat(settings.Output, name) is not { } format)
            throw new UsageException($"The ending of '{settings.Output}' names no format; it can be {string.Join(' ', GraphFormats.All.SelectMany(known => known.Endings))}, or '--format' says it.");

        return SelectionExecution.Run(host, settings, (session, diagnostics, cancellation) =>
        {
            if (SelectionReader.Read(host, session, settings, diagnostics, cancellation) is not { } selection)
                return false;

            SelectionExecution.WriteFile(host, settings.Output, output => format.Write(selection, output));
            return true;
        });
    }

    private static GraphFormat? FindFormat(string path, string? name) => name is null ? GraphFormats.FindByEnding(path) : GraphFormats.FindByName(name);
}
