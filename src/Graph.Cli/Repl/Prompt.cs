using System.Runtime.InteropServices;
using System.Text;
using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Terminal;

namespace Graph.Cli.Repl;

/// <summary>A conversation: reads statements and commands one after the other and answers them, until there are no more.</summary>
internal sealed class Prompt(
    CommandHost host, Session session, QuerySettings settings, PromptOptions options, DiagnosticRenderer diagnostics)
{
    private const string FirstPrompt = "graph> ";
    private const string ContinuationPrompt = "  ...> ";

    private readonly Interpreter interpreter = new(host, session, settings, diagnostics, host.Output, isInteractive: true);

    public int Run()
    {
        // Between two inputs nobody else listens, and a Ctrl-C that comes too late for one must not end them all.
        using var survival = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => context.Cancel = true);
        SettingsFile.Default(host)?.Load(interpreter.State.Settings, host.Error);
        if (options.IsFormatGiven)
            interpreter.State.Settings.Mode = settings.Format;
        using (var welcome = new StringWriter())
        {
            welcome.Write($"{session.Summary}. Type :help.\n");
            LoadReport.WriteBrief(session.Loaded, welcome, ":warnings shows them.");
            WriteWrapped(welcome.ToString().TrimEnd('\n'));
        }

        foreach (var line in FirstQuestions.Suggest(session))
            WriteWrapped(VisibleText.Show(line), line.StartsWith(' ') ? "      " : "");
        if (options.InitialFile is { } file && Answer(token => interpreter.RunScript(Script.Read(file, host), token)) == StepOutcome.Leave)
            return ExitCode.Success;

        IInputReader input = host.IsDumbTerminal ? CreatePlainInput() : CreateEditorInput();
        while (Read(input) is { } text && Answer(token => RunInput(text, token)) != StepOutcome.Leave)
        {
        }

        return ExitCode.Success;
    }

    /// <summary>Broken at words; every further line of a line begins with the indent.</summary>
    private void WriteWrapped(string text, string indent = "")
    {
        var width = (host.GetWidth() ?? int.MaxValue) - 1;
        foreach (var line in text.Split('\n'))
        {
            var isFirst = true;
            foreach (var part in CellText.Wrap(line, Math.Max(1, CellText.Measure(line) > width ? width - indent.Length : width)))
            {
                host.Error.Write($"{(isFirst ? "" : indent)}{part}\n");
                isFirst = false;
            }
        }
    }

    /// <summary>
    /// A fault of the editor costs the input at hand, and only one that comes back at once the session: then no key can be pressed any
    /// more.
    /// </summary>
    private string? Read(IInputReader input)
    {
        const int MostFaults = 3;
        for (var faults = 1; ; faults++)
        {
            try
            {
                return input.Read();
            }
            catch (Exception exception) when (faults < MostFaults && InternalErrorException.Explains(exception))
            {
                new InternalErrorException("", exception).Write(host);
            }
        }
    }

    private StepOutcome RunInput(string text, CancellationToken cancellation)
    {
        var outcome = StepOutcome.Done;
        foreach (var source in PromptInput.Split(text).Select(part => new SourceText(part)))
        {
            outcome = interpreter.RunInput(source, cancellation);
            if (outcome != StepOutcome.Done)
                break;
        }

        return outcome;
    }

    /// <summary>Nothing that goes wrong with one input, nor any number of Ctrl-C, ends the session.</summary>
    private StepOutcome Answer(Func<CancellationToken, StepOutcome> run)
    {
        using var interrupt = new Interrupt(endsOnSecond: false);
        try
        {
            return run(interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            return Tell("cancelled");
        }
        catch (InternalErrorException exception)
        {
            return Fail(exception);
        }
        catch (ScriptException exception)
        {
            diagnostics.Write(exception.Diagnostic);
            return StepOutcome.Failed;
        }
        catch (Exception exception) when (exception is (IOException and not Platform.OutputClosedException) or UnauthorizedAccessException
            or UsageException)
        {
            host.Output.Flush();
            diagnostics.WriteError(exception.Message);
            return StepOutcome.Failed;
        }
        catch (Exception exception) when (InternalErrorException.Explains(exception))
        {
            return Fail(new InternalErrorException("", exception));
        }
    }

    private StepOutcome Fail(InternalErrorException exception)
    {
        host.Output.Flush();
        if (!exception.TryExplain(diagnostics, interpreter.State.Source.Paths))
            exception.Write(host);
        return StepOutcome.Failed;
    }

    private StepOutcome Tell(string message)
    {
        host.Output.Flush();
        host.Error.Write($"{message}\n");
        return StepOutcome.Failed;
    }

    private PlainInput CreatePlainInput() =>
        new(
            new StreamReader(host.OpenInput(), Encoding.UTF8),
            host.IsOutputTerminal ? host.Output : host.Error,
            FirstPrompt,
            ContinuationPrompt);

    private EditorInput CreateEditorInput()
    {
        var (history, file) = LoadHistory();
        interpreter.History = history;
        var completion = new PromptCompletion(interpreter.State);
        completion.Prepare();
        var editorOptions = new LineEditorOptions(
            history,
            FirstPrompt,
            ContinuationPrompt,
            PromptInput.IsComplete,
            QueryHighlighter.Highlight,
            completion.Complete,
            host.GetRenderOptions(settings.Load.Display).UseColor)
        {
            Suggest = text => completion.Suggest(text, history),
        };
        return new EditorInput(host.OpenTerminal!, editorOptions, file, host.Error);
    }

    /// <summary>A session without its history is better than none; the path is nobody's business.</summary>
    private (History History, HistoryFile? File) LoadHistory()
    {
        if (!options.KeepsHistory)
            return (new History([]), null);
        if (HistoryFile.Default("graph", host.GetVariable) is not { } file)
        {
            host.Error.Write("There is no home to keep a history in, so this session has none.\n");
            return (new History([]), null);
        }

        try
        {
            return (new History(file.Load()), file);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            host.Error.Write("The history cannot be read, so this session has none.\n");
            return (new History([]), null);
        }
    }
}

/// <param name="InitialFile">Run before the first input; null for none.</param>
/// <param name="IsFormatGiven">The command line names a format, which then counts more than what was set for all sessions.</param>
internal sealed record PromptOptions(bool KeepsHistory, string? InitialFile, bool IsFormatGiven);
