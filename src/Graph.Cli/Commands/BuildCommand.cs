using System.CommandLine;
using Graph.Cli.Sessions;

namespace Graph.Cli.Commands;

/// <summary><c>graph build PATH... -o NAME.graph</c>: loads once, to be opened in no time from then on.</summary>
internal static class BuildCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files and folders to load.",
            HelpName = "PATH",
            Arity = ArgumentArity.OneOrMore,
        };
        var output = OutputOption.Create("folder");
        output.Description = $"The folder to write, by custom NAME{GraphFile.Extension}.";
        output.Required = true;
        var command = new Command("build", "Store the graph of files and folders, for '--data'.") { paths, output };
        options.AddLoading(command);
        command.SetAction(parse => Run(host, LoadSettings.From(parse, options, parse.GetValue(paths)), parse.GetRequiredValue(output)));
        return command;
    }

    private static int Run(CommandHost host, LoadSettings settings, string output)
    {
        using var interrupt = new Interrupt();
        if (!GraphFile.CanWrite(output))
            throw new UsageException($"'{output}' is there already and is no stored graph.");
        RemoteGraph.Refuse(settings);
        if (Session.Open(host, settings, host.CreateDiagnosticRenderer(settings.Display), interrupt.Token) is not { } session)
            return ExitCode.Failure;

        LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
        if (session.Store.NodeCount == 0)
        {
            host.Error.Write("Nothing was read, so nothing is stored.\n");
            return ExitCode.Failure;
        }

        // The folder holds the graph of before until the last step, so whoever cancels need not wait for it.
        var write = Task.Run(() => GraphFile.Write(session.Store, output), interrupt.Token);
        Task.WaitAny([write], interrupt.Token);
        write.GetAwaiter().GetResult();
        host.Error.Write($"{session.Summary}\n");
        return ExitCode.Success;
    }
}
