using Graph.Cli.Rendering;
using Graph.Cli.Repl;
using Graph.Query;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>
/// Loads the data and runs scripts. Normally all of them are checked before any of them runs, so that a mistake at the end does not cost the
/// wait for the beginning, and the first statement that fails ends it all.
/// </summary>
internal static class ScriptExecution
{
    public static int Run(CommandHost host, QuerySettings settings, Func<IReadOnlyList<SourceText>> readScripts)
    {
        using var interrupt = new Interrupt();
        var diagnostics = host.CreateDiagnosticRenderer(settings.Load.Display);
        try
        {
            var scripts = readScripts();
            if (Session.Open(host, settings.Load, diagnostics, interrupt.Token) is not { } session)
                return ExitCode.Failure;

            LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
            var interpreter = new Interpreter(host, session, settings, diagnostics, host.Output, isInteractive: false);
            return RunAll(interpreter, scripts, settings, host.Error, interrupt.Token) ? ExitCode.Success : ExitCode.Failure;
        }
        catch (ScriptException exception)
        {
            diagnostics.Write(exception.Diagnostic);
            return ExitCode.Failure;
        }
    }

    /// <summary>False where a statement or a command failed.</summary>
    public static bool RunAll(
        Interpreter interpreter, IReadOnlyList<SourceText> scripts, QuerySettings settings, TextWriter error, CancellationToken cancellation)
    {
        var all = scripts.Select(script => (script, Script.Split(script))).ToList();
        if (!settings.FailAtEnd && !all.Select(script => interpreter.Check(script.script, script.Item2)).ToList().TrueForAll(isFine => isFine))
            return false;

        WarnOfUnused(settings.Parameters.Keys, all.SelectMany(script => script.Item2), error);
        var isFine = true;
        foreach (var (script, steps) in all)
        {
            var outcome = interpreter.RunAll(script, steps, settings.FailAtEnd, cancellation);
            isFine &= outcome != StepOutcome.Failed;
            if (outcome == StepOutcome.Leave || (!isFine && !settings.FailAtEnd))
                break;
        }

        return isFine && !interpreter.HasFailed;
    }

    private static void WarnOfUnused(IEnumerable<string> parameters, IEnumerable<ScriptStep> steps, TextWriter error)
    {
        foreach (var unused in parameters.Where(name => !steps.Any(step => step.Text.Contains($"${name}", StringComparison.Ordinal))))
            error.Write($"warning: no statement uses the parameter '${VisibleText.Show(unused)}'\n");
    }
}
