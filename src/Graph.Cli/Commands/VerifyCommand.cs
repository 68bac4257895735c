using System.CommandLine;
using Graph.Cli.Rendering;
using Graph.Cli.Repl;

namespace Graph.Cli.Commands;

/// <summary>
/// <c>graph verify FILE... --data PATH</c>: holds the answers of query files against <c>FILE.verified.txt</c> beside them.
/// </summary>
internal static class VerifyCommand
{
    public static Command Create(CommandHost host)
    {
        var options = new CommonOptions();
        var files = new Argument<string[]>("files") { Description = "Query files.", HelpName = "FILE", Arity = ArgumentArity.OneOrMore };
        var accept = new Option<bool>("--accept") { Description = "Take what the queries answer now as verified." };
        var command = new Command("verify", "Compare the answers of query files with their verified snapshots.")
        {
            files, options.Data, accept,
        };
        options.AddQuerying(command);
        command.SetAction(parse => Run(
            host,
            QuerySettings.From(parse, options, parse.GetValue(options.Data)),
            parse.GetRequiredValue(files),
            parse.GetValue(accept)));
        return command;
    }

    private static int Run(CommandHost host, QuerySettings settings, string[] files, bool accept)
    {
        if (files.Contains(Script.StandardInput))
            throw new UsageException("A snapshot stands beside its query file, so standard input has none.");

        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.Load.Display);
        try
        {
            var scripts = files.Select(file => Script.Read(file, host)).ToList();
            if (Session.Open(host, settings.Load, diagnostics, interrupt.Token) is not { } session)
                return ExitCode.Failure;

            LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
            if (accept && session is { IsRemote: false, Store.NodeCount: 0 })
            {
                host.Error.Write("Nothing was read, so there is no answer to accept.\n");
                return ExitCode.Failure;
            }

            var failures = scripts.Count(script => !Verify(host, session, script, settings, diagnostics, accept, interrupt.Token));
            host.Error.Write($"{scripts.Count - failures} verified, {failures} failed\n");
            return failures == 0 ? ExitCode.Success : ExitCode.Failure;
        }
        catch (ScriptException exception)
        {
            diagnostics.Write(exception.Diagnostic);
            return ExitCode.Failure;
        }
    }

    /// <summary>What the script prints where no terminal limits it is the answer.</summary>
    private static bool Verify(
        CommandHost host, Session session, SourceText script, QuerySettings settings, DiagnosticRenderer diagnostics, bool accept, CancellationToken cancellation)
    {
        var answer = new StringWriter();
        var interpreter = new Interpreter(host with { GetWidth = () => null }, session, settings, diagnostics, answer, isInteractive: false);
        return ScriptExecution.RunAll(interpreter, [script], settings, host.Error, cancellation)
            && new Snapshot(script.Path).Verify(answer.ToString(), accept, host.Error);
    }
}
