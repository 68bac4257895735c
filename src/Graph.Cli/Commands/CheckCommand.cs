using System.CommandLine;
using Graph.Annotations;
using Graph.Cli.Rendering;
using Graph.Cli.Sessions;

namespace Graph.Cli.Commands;

/// <summary><c>graph check PATH...</c>: load, count, and tell everything that is wrong.</summary>
internal static class CheckCommand
{
    private const string Json = "json";

    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files and folders to load, or a stored graph.",
            HelpName = "PATH",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var format = new Option<string>("--format", "-f")
        {
            Description = "How the counts are written.",
            HelpName = "table|json",
            DefaultValueFactory = _ => "table",
        };
        format.AcceptOnlyFromAmong("table", Json);
        var identities = new Option<bool>("--identities")
        {
            Description = "Show which mentions became one entity, and why, instead of the counts.",
        };
        var init = new Option<bool>("--init")
        {
            Description = $"Write a first {CorpusInitialization.FileName} into the folder, with what was found in it.",
        };
        var explain = new Option<bool>("--explain")
        {
            Description = "Show how each file is understood: format, types, properties, and the first article with its mentions marked.",
        };
        var all = new Option<bool>("--all")
        {
            Description = "Show every diagnostic, not only the first ones of each kind.",
        };
        var command = new Command("check", "Load the data and report what is there and what is wrong.")
        {
            paths,
            format,
            identities,
            init,
            all,
            explain
        };
        options.AddLoading(command);
        command.SetAction(parse => Run(
            host,
            LoadSettings.From(parse, options, parse.GetValue(paths)) with { AllDiagnostics = parse.GetValue(all) },
            parse.GetValue(explain)
                ? Report.Explanation
                : parse.GetValue(init) ? Report.Initialize
                : parse.GetValue(identities) ? Report.Identities
                : Report.Counts,
            parse.GetValue(format) == Json));
        return command;
    }

    private enum Report
    {
        Explanation,
        Counts,
        Identities,
        Initialize,
    }

    private static int Run(CommandHost host, LoadSettings settings, Report report, bool isJson)
    {
        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.Display);
        RemoteGraph.Refuse(settings);
        if (StoredGraph.Find(settings) is { } stored)
            return StoredGraphCheck.Run(host, stored, isJson);
        if (report == Report.Explanation)
        {
            ExplanationListing.Write(
                CorpusExplanation.Explain(settings.Paths, new LoadOptions(null) { CorpusFile = settings.Corpus }), host.Output);
            return ExitCode.Success;
        }

        if (Session.Load(host, settings, diagnostics, interrupt.Token) is not { } loaded)
            return ExitCode.Failure;

        if (report == Report.Initialize)
            return CorpusInitialization.Run(host, settings, loaded);
        if (report == Report.Identities)
            IdentityListing.Write(loaded.Identities, isJson, host.Output);
        else if (isJson)
            LoadReport.WriteJson(loaded, host.Output);
        else
            WriteText(host, diagnostics, loaded);
        return loaded.HasErrors ? ExitCode.Failure : ExitCode.Success;
    }

    private static void WriteText(CommandHost host, DiagnosticRenderer diagnostics, LoadResult loaded)
    {
        LoadReport.WriteDiagnostics(loaded, diagnostics, host.Error);
        LoadReport.WriteText(loaded, host.Output);
    }
}
