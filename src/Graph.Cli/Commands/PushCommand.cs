using System.CommandLine;
using Graph.Annotations;
using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Core;
using Graph.Postgres;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary><c>graph push PATH... --to postgres://...</c>: the graph as tables of a PostgreSQL database, for '--data'.</summary>
internal static class PushCommand
{
    private const int MostRefused = 20;

    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files and folders to load, or a stored graph.",
            HelpName = "PATH",
            Arity = ArgumentArity.OneOrMore,
        };
        var target = new Option<string>("--to")
        {
            Description = "Where to write: postgres://user@host:port/DATABASE/NAME. A graph of that name is replaced when the new one is "
                + "complete.",
            HelpName = "URL",
            Required = true,
        };
        var partition = new Option<string>("--partition")
        {
            Description = "Cut the tables: into N parts by node (key:N), or by the year of the article (year).",
            HelpName = "key:N|year",
        };
        var shards = new Option<string[]>("--shard")
        {
            Description = "A database that holds parts of the tables, postgres://user@host:port/DATABASE, reached from that of the graph; "
                + "may "
                + "be repeated.",
            HelpName = "URL",
            Arity = ArgumentArity.OneOrMore,
            AllowMultipleArgumentsPerToken = false,
        };
        var append = new Option<bool>("--append")
        {
            Description = "Add the articles to the graph that is there. Those that it has already are skipped.",
        };
        var command = new Command("push", "Write the graph of files and folders as tables of a PostgreSQL database.")
        {
            paths, target, append, partition, shards
        };
        options.AddLoading(command);
        command.SetAction(parse => Run(
            host,
            LoadSettings.From(parse, options, parse.GetValue(paths)),
            PushTarget.Parse(
                parse.GetRequiredValue(target), parse.GetValue(append), parse.GetValue(partition), parse.GetValue(shards) ?? [])));
        return command;
    }

    private static int Run(CommandHost host, LoadSettings settings, PushTarget target)
    {
        using var interrupt = new Interrupt();
        RemoteGraph.Refuse(settings);
        if (Session.Open(host, settings, host.CreateDiagnosticRenderer(settings.Display), interrupt.Token) is not { } session)
            return ExitCode.Failure;

        LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
        if (session.Store.NodeCount == 0)
        {
            host.Error.Write("Nothing was read, so nothing is pushed.\n");
            return ExitCode.Failure;
        }

        if (target.IsAppend)
            return Append(host, session.Store, target.Address, interrupt.Token);
        var result = GraphPush.Run(session.Store, target.Address, target.Partitioning, target.Shards, interrupt.Token);
        if (result.Kept > 0)
            host.Error.Write($"Went on with a push that was stopped: {result.Kept} of {result.Pieces} pieces were there.\n");
        host.Error.Write($"{session.Summary}\n");
        return ExitCode.Success;
    }

    private static int Append(CommandHost host, GraphStore store, GraphAddress address, CancellationToken cancellation)
    {
        var result = GraphAppend.Run(store, address, ProperName.Is, cancellation);
        foreach (var refused in result.Refused.Take(MostRefused))
        {
            var what = refused.Key.Length > 0 ? $"Article '{refused.Key}'" : "What no article says";
            host.Error.Write($"{VisibleText.Show($"{what} was not taken: {refused.Reason}.")}\n");
        }

        if (result.Refused.Length > MostRefused)
            host.Error.Write($"{result.Refused.Length - MostRefused} more were not taken.\n");
        if (result.Kept > 0)
            host.Error.Write(
                $"{LoadReport.Count(result.Kept, "value says", "values say")} something else than what is there, which stays.\n");
        host.Error.Write(
            $"{LoadReport.Count(result.Added, "article")} added, {result.Known} there already, "
                + $"{LoadReport.Count(result.Nodes, "new node")}, {LoadReport.Count(result.Relations, "new relation")}, "
                + $"{result.Completed} completed\n");
        return result.Refused.IsEmpty ? ExitCode.Success : ExitCode.Failure;
    }
}
