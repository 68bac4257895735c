using Graph.Cli.Rendering;
using Graph.Cli.Repl;
using Graph.Cli.Sessions;
using Graph.Query;
using Graph.Terminal;

namespace Graph.Cli.Commands;

/// <summary>
/// Loads the data and runs scripts. Normally all of them are checked before any of them runs, so that a mistake at the end does not cost
/// the wait for the beginning, and the first statement that fails ends it all.
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
            if (session is { IsRemote: false, Store.NodeCount: 0 })
                diagnostics.WriteNote($"Nothing was read. {FirstQuestions.WhatToDo}");
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
    /// <param name="goesOn">Also after a statement that failed while it ran, as with <c>--fail-at-end</c>, but not past a mistake.</param>
    /// <exception cref="UsageException">No statement has a name that is asked for.</exception>
    public static bool RunAll(
        Interpreter interpreter,
        IReadOnlyList<SourceText> scripts,
        QuerySettings settings,
        TextWriter error,
        CancellationToken cancellation,
        bool goesOn = false)
    {
        var all = Select(
            scripts.Select(source => new SplitScript(source, Script.Split(source, settings.Limits, cancellation))).ToList(), settings.Only);
        if (!settings.FailAtEnd && !Check(interpreter, all, settings.ParameterSets, cancellation))
            return false;

        WarnOfUnused(settings.ParameterSets.SelectMany(set => set.Keys).Distinct(StringComparer.Ordinal), all, error);
        interpreter.ShareOutput(isShared: IsShared(all, settings.ParameterSets.Count));
        try
        {
            return RunSets(interpreter, all, settings with { FailAtEnd = settings.FailAtEnd || goesOn }, cancellation)
                && !interpreter.HasFailed;
        }
        finally
        {
            interpreter.FinishOutput();
        }
    }

    private sealed record SplitScript(SourceText Source, IReadOnlyList<ScriptStep> Steps);

    /// <exception cref="UsageException">No step has one of the names.</exception>
    public static void RequireNames(IReadOnlyList<string> names, IEnumerable<ScriptStep> steps)
    {
        var known = steps.Select(step => step.Name).OfType<string>().ToList();
        if (names.FirstOrDefault(name => !known.Contains(name, StringComparer.Ordinal)) is { } missing)
            throw new UsageException($"No statement is called '{missing}'.{NearestName.DidYouMean(NearestName.Find(missing, known))}");
    }

    /// <summary>
    /// The statements with one of the names. Commands stay, as they set what statements need, and so does what is never closed: what it
    /// swallows may have the name.
    /// </summary>
    private static List<SplitScript> Select(List<SplitScript> all, IReadOnlyList<string> names)
    {
        if (!all.Exists(script => script.Steps.Any(step => step.IsOpen)))
            RequireNames(names, all.SelectMany(script => script.Steps));
        return names.Count == 0
            ? all
            : [
                .. all.Select(script => script with
                {
                    Steps = [.. script.Steps.Where(
                        step => step.Statement is null || step.IsOpen || names.Contains(step.Name, StringComparer.Ordinal))]
                })
            ];
    }

    private static bool Check(
        Interpreter interpreter,
        List<SplitScript> all,
        IReadOnlyList<IReadOnlyDictionary<string, Value>> sets,
        CancellationToken cancellation)
    {
        var isFine = true;
        foreach (var script in all)
            isFine &= interpreter.Check(script.Source, script.Steps, cancellation);
        return isFine && CheckParameters(interpreter, all, sets);
    }

    private static bool CheckParameters(
        Interpreter interpreter, List<SplitScript> all, IReadOnlyList<IReadOnlyDictionary<string, Value>> sets)
    {
        // What a command changes in one script holds in the next.
        ScriptStep[] steps = [.. all.SelectMany(script => script.Steps)];
        return sets.All(set => interpreter.CheckParameters(steps, set));
    }

    private static bool RunSets(Interpreter interpreter, List<SplitScript> all, QuerySettings settings, CancellationToken cancellation)
    {
        var isFine = true;
        for (var set = 0; set < settings.ParameterSets.Count; set++)
        {
            if (settings.ParameterSets.Count > 1)
                interpreter.UseParameters(settings.ParameterSets[set], set + 1);
            foreach (var script in all)
            {
                var outcome = interpreter.RunAll(script.Source, script.Steps, settings.FailAtEnd, cancellation);
                isFine &= outcome != StepOutcome.Failed;
                if (outcome == StepOutcome.Leave || (!isFine && !settings.FailAtEnd))
                    return isFine;
            }
        }

        return isFine;
    }

    private static bool IsShared(List<SplitScript> all, int sets)
    {
        // Where commands write between the results, nobody reads the whole as one document.
        var steps = all.SelectMany(script => script.Steps).ToList();
        if (steps.Exists(step => step.Statement is null && PromptCommands.WritesText(step.Text)))
            return false;

        return (steps.Count(step => step.Statement is not null) * sets) > 1
            || steps.Exists(step => step.Statement is null && PromptCommands.RunsStatements(step.Text));
    }

    private static void WarnOfUnused(IEnumerable<string> parameters, List<SplitScript> all, TextWriter error)
    {
        var texts = all.SelectMany(script => script.Steps).Select(step => step.Text).ToList();
        foreach (var unused in parameters.Where(name => !texts.Exists(text => Mentions(text, name))))
            error.Write($"warning: no statement uses the parameter '${VisibleText.Show(unused)}'\n");
    }

    private static bool Mentions(string text, string parameter)
    {
        if (text.Contains($"$`{parameter.Replace("`", "``", StringComparison.Ordinal)}`", StringComparison.Ordinal))
            return true;

        var mark = $"${parameter}";
        for (var at = text.IndexOf(mark, StringComparison.Ordinal); at >= 0; at = text.IndexOf(mark, at + 1, StringComparison.Ordinal))
        {
            if (at + mark.Length == text.Length || !(char.IsLetterOrDigit(text[at + mark.Length]) || text[at + mark.Length] == '_'))
                return true;
        }

        return false;
    }
}
