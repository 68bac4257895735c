using System.CommandLine;
using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Export;
using Graph.Query;

namespace Graph.Cli.Commands;

/// <summary><c>graph export --query TEXT -o FILE</c>: a part of the graph, all of it, or the rows of a query, for other programs.</summary>
internal static class ExportCommand
{
    private static readonly ImmutableArray<string> Names =
    [
        .. GraphFormats.All.Select(format => format.Name),
        .. FolderFormats.All.Select(format => format.Name),
        .. TableFormats.All.Select(format => format.Name),
        .. RowFiles.Names
    ];

    public static Command Create(CommandHost host)
    {
        var options = new SelectionOptions();
        var format = new Option<string>("--format", "-f")
        {
            Description = $"What to write, where the ending of the file does not say it: {string.Join(", ", Names)}.",
            HelpName = "FORMAT",
        };
        format.AcceptOnlyFromAmong([.. Names]);
        var command = options.CreateCommand(
            "export",
            "Write a part of the graph, or the rows of a query, for other programs.",
            "The file to write; its ending says the format. '-' is standard output. Some formats are a folder of files.");
        command.Add(format);
        command.SetAction(parse => Run(host, options.Read(parse), parse.GetValue(format)));
        return command;
    }

    private static int Run(CommandHost host, SelectionSettings settings, string? name)
    {
        var graph = name is null ? GraphFormats.FindByEnding(settings.Output) : GraphFormats.FindByName(name);
        var files = name is null ? null : FolderFormats.FindByName(name);
        if (files is not null)
            return RunFolder(host, settings, files);

        var table = graph is not null ? null : name is null ? TableFormats.FindByEnding(settings.Output) : TableFormats.FindByName(name);
        var text = graph is not null || table is not null
            ? null
            : name is null ? RowFiles.FindByEnding(settings.Output)
            : RowFiles.FindByName(name);
        if (graph is null && table is null && text is null)
            throw new UsageException(
                $"The ending of '{settings.Output}' names no format; it can be {string.Join(' ', ListEndings())}, or '--format' says it.");

        var isRows = settings.Query is not null && settings.Around == 0;
        if (graph is null && !isRows && table is not { HoldsGraphs: true })
            throw new UsageException(
                "A table holds the rows of a '--query'; a graph can be a folder of tables as parquet, arrow or arrows.");

        if (settings.Output == SelectionExecution.StandardOutput && table is not null && !isRows)
            throw new UsageException("A whole graph as tables is a folder, which standard output is not.");
        if (settings.Output == SelectionExecution.StandardOutput && table is { NeedsFile: true })
            throw new UsageException($"'{table.Name}' needs a file; for standard output there is 'arrows'.");

        return SelectionExecution.Run(host, settings, (session, diagnostics, cancellation) =>
        {
            if (graph is null && isRows)
                return WriteRows(host, session, settings, diagnostics, table, text, cancellation);
            if (SelectionReader.Read(host, session, settings, diagnostics, cancellation) is not { } selection)
                return false;

            if (graph is not null)
                SelectionExecution.WriteFile(host, settings.Output, output => graph.Write(selection, output), cancellation);
            else
                SelectionExecution.Tell(
                    host.Error,
                    settings.Output,
                    ExportFolder.Write(settings.Output, folder => GraphTables.Write(table!, selection, folder, cancellation)));
            return true;
        });
    }

    private static int RunFolder(CommandHost host, SelectionSettings settings, FolderFormat format)
    {
        if (settings.Output == SelectionExecution.StandardOutput)
            throw new UsageException($"'{format.Name}' is a folder of files, which standard output is not.");

        return SelectionExecution.Run(host, settings, (session, diagnostics, cancellation) =>
        {
            if (SelectionReader.Read(host, session, settings, diagnostics, cancellation) is not { } selection)
                return false;

            SelectionExecution.Tell(
                host.Error,
                settings.Output,
                ExportFolder.Write(settings.Output, folder => format.Write(selection, folder, cancellation)));
            return true;
        });
    }

    private static bool WriteRows(
        CommandHost host,
        Session session,
        SelectionSettings settings,
        DiagnosticRenderer diagnostics,
        TableFormat? table,
        OutputFormat? text,
        CancellationToken cancellation)
    {
        var query = new SelectionQuery(session, settings, diagnostics);
        if (query.Prepare(host, cancellation) is not { } statements)
            return false;
        if (statements is not [var statement])
            throw new UsageException("A table holds the rows of one statement.");

        try
        {
            SelectionExecution.WriteFile(host, settings.Output, output => table is not null
                ? ResultTable.Write(table, query.Run(statement, cancellation), output, cancellation)
                : RowFiles.Write(text!.Value, query.Run(statement, cancellation), output, cancellation), cancellation);
            return true;
        }
        catch (QueryException exception)
        {
            diagnostics.Write(exception.Diagnostic);
            return false;
        }
    }

    private static IEnumerable<string> ListEndings() =>
        GraphFormats.All.SelectMany(format => format.Endings)
            .Concat(TableFormats.All.SelectMany(format => format.Endings))
            .Concat(RowFiles.Endings);
}
