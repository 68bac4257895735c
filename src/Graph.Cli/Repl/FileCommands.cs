using System.Diagnostics;
using System.Globalization;
using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>Commands about files: scripts, data, the history.</summary>
internal static class FileCommands
{
    private const int DeepestScript = 16;
    private const int ShownInputs = 20;

    public static StepOutcome Run(PromptContext context, string path)
    {
        if (path.Length == 0)
            return context.Refuse("Say which file: ':run questions.cypher'.");
        if (context.Interpreter.Depth == DeepestScript)
            return context.Refuse($"'{path}' is run by a script that is run by a script, {DeepestScript} deep.");

        try
        {
            var sources = QueryFiles.Find([context.ExpandPath(path)]).Select(file => Script.Read(file, context.Host)).ToList();
            return RunInTurn(context, sources);
        }
        catch (UsageException exception)
        {
            return context.Refuse(exception.Message);
        }
        catch (ScriptException exception)
        {
            context.Diagnostics.Write(exception.Diagnostic);
            return StepOutcome.Failed;
        }
    }

    /// <summary>Up to the first that fails, unless the session goes on after mistakes. A script that leaves ends itself alone.</summary>
    private static StepOutcome RunInTurn(PromptContext context, List<SourceText> sources)
    {
        var result = StepOutcome.Done;
        foreach (var source in sources)
        {
            var outcome = context.Interpreter.RunScript(source, context.Cancellation);
            if (outcome == StepOutcome.Failed && !context.Settings.FailAtEnd)
                return outcome;
            if (outcome == StepOutcome.Failed)
                result = outcome;
        }

        return result;
    }

    /// <summary>One path, which may hold blanks where it exists as it stands, or several.</summary>
    public static StepOutcome Load(PromptContext context, string path)
    {
        if (path.Length == 0)
            return context.Refuse("Say what: ':load data' or ':load NAME.graph'.");

        IEnumerable<string> paths = Path.Exists(context.ExpandPath(path)) ? [path] : CommandArgument.Split(path);
        return Open(context, context.State.Source with { Paths = [.. paths.Select(context.ExpandPath)] });
    }

    public static StepOutcome Reload(PromptContext context, string argument) => Open(context, context.State.Source);

    /// <summary>The data at hand stays where the other cannot be read.</summary>
    private static StepOutcome Open(PromptContext context, LoadSettings source)
    {
        try
        {
            DataPaths.Resolve(source.Paths);
            if (Session.Open(context.Host, source, context.Diagnostics, context.Cancellation) is not { } session)
                return StepOutcome.Failed;
            if (session is { IsRemote: false, Store.NodeCount: 0 } && context.Session.Store.NodeCount > 0)
            {
                return context.Refuse($"Nothing was read there; the graph is the one before. {FirstQuestions.WhatToDo}");
            }

            (context.State.Session, context.State.Source, context.State.LastStatement) = (session, source, null);
            context.Error.Write($"{session.Summary}\n");
            LoadReport.WriteBrief(session.Loaded, context.Error, ":warnings shows them.");
            return StepOutcome.Done;
        }
        catch (UsageException exception)
        {
            return context.Refuse(exception.Message);
        }
    }

    public static StepOutcome Edit(PromptContext context, string argument)
    {
        if (!context.IsInteractive)
            return context.Refuse("':edit' needs a terminal.");
        if ((First(context, "VISUAL") ?? First(context, "EDITOR")) is not { } editor)
            return context.Refuse("Neither VISUAL nor EDITOR names an editor.");

        var file = Path.Combine(Path.GetTempPath(), $"graph-{Environment.ProcessId}.cypher");
        try
        {
            File.WriteAllText(file, context.State.LastStatement is { } last ? $"{last.Source.Text.Trim()}\n" : "");
            var before = File.ReadAllText(file);
            using (var process = Process.Start(StartEditor(editor, file))!)
            {
                process.WaitForExit();
                if (process.ExitCode != 0)
                    return context.Refuse($"The editor ended with {process.ExitCode}; nothing was run.");
            }

            var source = Script.Read(file, context.Host);
            if (string.IsNullOrWhiteSpace(source.Text) || source.Text == before)
                return StepOutcome.Done;

            context.Interpreter.History?.Add(source.Text.Trim());
            context.Error.Write($"{VisibleText.Show(source.Text.Trim().ReplaceLineEndings(" "))}\n");
            return context.Interpreter.RunScript(new SourceText(source.Text), context.Cancellation);
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return context.Refuse($"'{editor}' cannot be started: {exception.Message}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    public static StepOutcome ShowHistory(PromptContext context, string argument)
    {
        var entries = context.Interpreter.History?.Entries ?? [];
        var count = ShownInputs;
        if (argument.Length > 0 && !(int.TryParse(argument, NumberStyles.None, CultureInfo.InvariantCulture, out count) && count > 0))
            return context.Refuse($"'{argument}' is no number of inputs: ':history {ShownInputs}' shows the last {ShownInputs}.");
        foreach (var entry in entries.Skip(Math.Max(0, entries.Count - count)))
            context.Output.Write($"{VisibleText.Show(entry.ReplaceLineEndings(" "))}\n");
        return StepOutcome.Done;
    }

    public static StepOutcome ShowWarnings(PromptContext context, string argument)
    {
        if (context.Session.Loaded is { Diagnostics.IsEmpty: false } loaded)
            LoadReport.WriteDiagnostics(loaded, context.Diagnostics, context.Error, context.Cancellation);
        else
            context.Output.Write("Nothing was wrong with the data.\n");
        return StepOutcome.Done;
    }

    private static string? First(PromptContext context, string variable) =>
        context.Host.GetVariable(variable) is { Length: > 0 } value ? value : null;

    /// <summary>The variable may hold options too, so a shell takes it apart; the file comes as an argument.</summary>
    private static ProcessStartInfo StartEditor(string editor, string file) => OperatingSystem.IsWindows()
        ? new ProcessStartInfo(editor, [file])
        : new ProcessStartInfo("/bin/sh", ["-c", $"{editor} \"$1\"", "sh", file]);
}
