using Graph.Cli.Commands;
using Graph.Cli.Rendering;
using Graph.Terminal;
using Graph.Query;
using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <summary>Reads statements and commands one after the other and answers them, until there are no more.</summary>
internal sealed class Prompt
{
    private readonly CommandHost host;
    private readonly Session session;
    private readonly QuerySettings settings;
    private readonly DiagnosticRenderer diagnostics;
    private readonly StatementRunner runner;
    private readonly PromptState state;

    public Prompt(CommandHost host, Session session, QuerySettings settings, DiagnosticRenderer diagnostics)
    {
        this.host = host;
        this.session = session;
        this.settings = settings;
        this.diagnostics = diagnostics;
        runner = new StatementRunner(session.Engine, settings.Limits, host.Output, diagnostics, separateResults: !host.IsInputTerminal);
        state = new PromptState(settings.Format, settings.Parameters);
    }

    /// <summary>A conversation: mistakes are told and the next input is read.</summary>
    public int RunInteractively()
    {
        host.Error.Write($"{session.Summary}. Type :help.\n");
        LoadReport.WriteBrief(session.Loaded, host.Error, ":warnings shows them.");
        var input = CreateEditorInput();
        while (input.Read() is { } text && AnswerUninterrupted(text))
        {
        }

        return ExitCode.Success;
    }

    /// <summary>A script: everything is run, and one mistake makes it a failure.</summary>
    public int RunRedirected(CancellationToken cancellation)
    {
        LoadReport.WriteBrief(session.Loaded, host.Error, "'graph check' shows them.");
        var input = new StreamInput(host.Input);
        while (input.Read() is { } text && Answer(text, cancellation))
        {
        }

        return state.HasFailed ? ExitCode.Failure : ExitCode.Success;
    }

    private bool AnswerUninterrupted(string text)
    {
        using var interrupt = new Interrupt();
        try
        {
            return Answer(text, interrupt.Token);
        }
        catch (OperationCanceledException)
        {
            host.Output.Flush();
            host.Error.Write("cancelled\n");
            return true;
        }
        catch (InternalErrorException exception)
        {
            host.Output.Flush();
            exception.Write(host.Error);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            host.Error.Write($"error: {VisibleText.Show(exception.Message)}\n");
            return true;
        }
    }

    /// <summary>False when the user wants to leave.</summary>
    private bool Answer(string text, CancellationToken cancellation)
    {
        if (InputRules.IsCommand(text))
            return RunCommand(text.Trim(), cancellation);

        var source = new SourceText(text);
        foreach (var parsed in QueryParser.ParseScript(source))
        {
            if (!RunStatement(source, parsed, cancellation))
                break;
        }

        return true;
    }

    private bool RunCommand(string text, CancellationToken cancellation)
    {
        var options = host.GetRenderOptions(settings.Load.NoColor);
        var context = new PromptContext(session, settings, state, host.Output, host.Error, diagnostics, options, cancellation);
        var goesOn = PromptCommands.Run(text, context);
        host.Output.Flush();
        return goesOn;
    }

    private bool RunStatement(SourceText source, ParseResult<StatementSyntax> parsed, CancellationToken cancellation)
    {
        var query = Script.Prepare(session.Engine, source, parsed);
        var options = host.GetRenderOptions(settings.Load.NoColor);
        if (runner.Run(query, state.Format, options, state.Parameters, cancellation) is not { } rows)
        {
            state.HasFailed = true;
            return false;
        }

        if (parsed.Syntax is { Mode: StatementMode.Run } statement)
            state.LastStatement = new AnsweredStatement(statement, source);
        if (host.IsInputTerminal)
            host.Error.Write(rows == 1 ? "1 row\n" : $"{rows} rows\n");
        return true;
    }

    private EditorInput CreateEditorInput()
    {
        var file = HistoryFile.Default("graph", host.GetVariable);
        var (history, keptFile) = LoadHistory(file);
        var options = new LineEditorOptions(
            history,
            "graph> ",
            "  ...> ",
            InputRules.IsCompleteAtPrompt,
            QueryHighlighter.Highlight,
            new PromptCompletion(session.Engine, state).Complete,
            host.GetRenderOptions(settings.Load.NoColor).UseColor);
        return new EditorInput(host.OpenTerminal!, options, keptFile);
    }

    /// <summary>A session without its history is better than none; the path is nobody's business.</summary>
    private (History History, HistoryFile? File) LoadHistory(HistoryFile file)
    {
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
