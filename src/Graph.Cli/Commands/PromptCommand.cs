using System.CommandLine;
using System.CommandLine.Parsing;
using Graph.Cli.Rendering;
using Graph.Cli.Repl;
using Graph.Cli.Sessions;
using Graph.Postgres;

namespace Graph.Cli.Commands;

/// <summary><c>graph [PATH...]</c>: the prompt on a terminal; without one, runs what it reads.</summary>
internal static class PromptCommand
{
    public static RootCommand Create(CommandHost host)
    {
        var options = new CommonOptions();
        var paths = new Argument<string[]>("paths")
        {
            Description = "Files and folders to load. Default: the folder 'data', if there is one.",
            HelpName = "PATH",
            Arity = ArgumentArity.ZeroOrMore,
        };
        var root = new RootCommand("Asks questions of a knowledge graph made of annotated articles. Without a command: opens the prompt.")
        {
            paths,
        };
        var noHistory = new Option<bool>("--no-history") { Description = "Neither read nor keep what is entered at the prompt." };
        var init = new Option<string>("--init") { Description = "Run this file before the first input at the prompt.", HelpName = "FILE" };
        root.Add(noHistory);
        root.Add(init);
        paths.Validators.Add(result => RefuseMistypedCommand(result, root));
        options.AddQuerying(root);
        root.SetAction(parse => Run(
            host,
            QuerySettings.From(parse, options, parse.GetValue(paths)),
            new PromptOptions(
                !parse.GetValue(noHistory),
                DataPaths.RequireFile(parse.GetValue(init)),
                parse.GetResult(options.Format) is { Implicit: false })));
        return root;
    }

    /// <summary>A word that is no command lands here as a path, so a missing path may be a slip in a command's name.</summary>
    private static void RefuseMistypedCommand(ArgumentResult result, RootCommand root)
    {
        if (result.Tokens
            .Select(token => token.Value)
            .FirstOrDefault(path => !Path.Exists(path) && !GraphAddress.IsAddress(path)) is not { } missing)
            return;

        var nearest = NearestName.Find(missing, root.Subcommands.Select(command => command.Name));
        var hint = missing.Contains(' ') ? " A question is asked by 'graph query TEXT'." : NearestName.DidYouMean(nearest);
        result.AddError($"'{missing}' is neither a command nor an existing path.{hint}");
    }

    private static int Run(CommandHost host, QuerySettings settings, PromptOptions options)
    {
        if (!host.IsInputTerminal)
            return ScriptExecution.Run(host, settings, () => ReadScripts(host, options));

        if (settings.ParameterSets.Count > 1)
            throw new UsageException("Several sets of parameters are for scripts; the prompt has one.");

        var diagnostics = host.CreateDiagnosticRenderer(settings.Load.Display);
        if (Open(host, settings, diagnostics) is not { } session)
            return ExitCode.Failure;

        return new Prompt(host, session, settings, options, diagnostics).Run();
    }

    private static IReadOnlyList<SourceText> ReadScripts(CommandHost host, PromptOptions options)
    {
        var input = Script.Read(Script.StandardInput, host);
        return options.InitialFile is { } file ? [Script.Read(file, host), input] : [input];
    }

    /// <summary>Ctrl-C stops loading only here: at the prompt, each statement listens for itself.</summary>
    private static Session? Open(CommandHost host, QuerySettings settings, DiagnosticRenderer diagnostics)
    {
        using var interrupt = new Interrupt();
        return Session.Open(host, settings.Load, diagnostics, interrupt.Token);
    }
}
