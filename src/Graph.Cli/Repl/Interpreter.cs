using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Query;
using Graph.Query.Scripts;
using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

internal enum StepOutcome
{
    Done,

    /// <summary>The reason was written.</summary>
    Failed,

    /// <summary>The user wants to leave.</summary>
    Leave,
}

/// <summary>Runs statements and commands, whether they come from a file, a pipe or the prompt.</summary>
internal sealed class Interpreter
{
    private readonly CommandHost host;
    private readonly QuerySettings settings;
    private readonly DiagnosticRenderer diagnostics;
    private readonly TextWriter output;
    private readonly ActivityLine? activity;
    private readonly StatementRunner runner;
    private readonly bool isInteractive;
    private readonly ResultFolder? folder;
    private ResultSequence results;

    /// <summary>The number of the set of parameters that runs now, from 1; null where there is one only.</summary>
    private int? parameterSet;
    private readonly Dictionary<ScriptStep, PreparedQuery> prepared = new(ReferenceEqualityComparer.Instance);

    public Interpreter(
        CommandHost host, Session session, QuerySettings settings, DiagnosticRenderer diagnostics, TextWriter output, bool isInteractive)
    {
        this.host = host;
        this.settings = settings;
        this.diagnostics = diagnostics;
        this.output = output;
        this.isInteractive = isInteractive;
        activity = host.IsErrorTerminal && !host.IsDumbTerminal ? new ActivityLine(host.Error, host.Clock, host.GetWidth) : null;
        host.BeforeOutput.Action = activity is null ? null : activity.Hide;
        runner = new StatementRunner(diagnostics, activity, host.BeforeOutput);
        folder = settings.OutputFolder is { } path ? new ResultFolder(path) : null;
        results = new ResultSequence(output, isSeparated: !isInteractive, isShared: false);
        State = new PromptState(session, settings);
    }

    public PromptState State { get; }

    private QueryLimits Limits => State.Settings.GetLimits(settings.Limits);

    /// <summary>What was entered before; null where nothing is remembered.</summary>
    public Graph.Terminal.History? History { get; set; }

    /// <summary>A statement or a command failed so far.</summary>
    public bool HasFailed { get; private set; }

    /// <summary>Why there is no answer, by the headings of what failed so far.</summary>
    public Dictionary<string, string> FailedAnswers { get; } = new(StringComparer.Ordinal);

    /// <summary>Says, before anything runs, whether several results go to the output.</summary>
    public void ShareOutput(bool isShared) => results = new ResultSequence(output, isSeparated: !isInteractive, isShared && folder is null);

    public void FinishOutput()
    {
        results.Finish(State.Settings.Mode);
        output.Flush();
    }

    /// <summary>Replaces all parameters by another set.</summary>
    public void UseParameters(IReadOnlyDictionary<string, Value> parameters, int number)
    {
        parameterSet = number;
        State.Parameters.Clear();
        foreach (var (name, value) in parameters)
            State.Parameters[name] = value;
    }

    /// <summary>
    /// Prepares the statements up to the first command that changes the data; false, after all mistakes were written, where there is one.
    /// </summary>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public bool Check(SourceText source, IReadOnlyList<ScriptStep> steps, CancellationToken cancellation)
    {
        var isFine = true;
        foreach (var step in steps)
        {
            if (step.Statement is null && PromptCommands.ChangesData(step.Text))
                break;
            if (step.Statement is { } statement)
                isFine &= !(prepared[step] = Script.Prepare(State.Session.Engine, source, statement, Limits, cancellation)).HasErrors;
        }

        if (!isFine)
            runner.WriteAll([.. steps.Where(prepared.ContainsKey).SelectMany(step => prepared[step].Diagnostics)]);
        return isFine;
    }

    /// <summary>Holds parameters against what the checked statements ask for, up to the first command that changes them.</summary>
    public bool CheckParameters(IReadOnlyList<ScriptStep> steps, IReadOnlyDictionary<string, Value> parameters)
    {
        var mistakes = steps
            .TakeWhile(step => step.Statement is not null || !PromptCommands.ChangesParameters(step.Text))
            .Where(prepared.ContainsKey)
            .SelectMany(step => State.Session.Engine.CheckParameters(prepared[step], parameters))
            .ToImmutableArray();
        runner.WriteAll(mistakes);
        return mistakes.IsEmpty;
    }

    /// <param name="goesOn">Also after a step that failed.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public StepOutcome RunAll(SourceText source, IReadOnlyList<ScriptStep> steps, bool goesOn, CancellationToken cancellation)
    {
        var result = StepOutcome.Done;
        foreach (var step in steps)
        {
            var outcome = step.Statement is { } statement
                ? RunStatement(source, step, statement, cancellation)
                : RunCommand(source, step, cancellation);
            HasFailed |= outcome == StepOutcome.Failed;
            if (outcome == StepOutcome.Failed)
                FailedAnswers.TryAdd(ResultSequence.GetHeading(step.Label, CopySet()), "it does not run");
            if (outcome == StepOutcome.Leave)
                return outcome;
            if (outcome == StepOutcome.Failed)
                result = outcome;
            if (outcome == StepOutcome.Failed && !goesOn)
                break;
        }

        return result;
    }

    /// <summary>The parameters that tell this run of a statement from others; null where there is one set.</summary>
    private Dictionary<string, Value>? CopySet() => parameterSet is null ? null : new(State.Parameters, StringComparer.Ordinal);

    /// <summary>How many scripts deep the current step is.</summary>
    public int Depth { get; private set; }

    /// <summary>What was typed: several statements are checked as a whole, then run up to the first that fails.</summary>
    public StepOutcome RunInput(SourceText source, CancellationToken cancellation)
    {
        var steps = Script.Split(source, Limits, cancellation);
        return steps.Count > 1 && !CheckAll(source, steps, cancellation)
            ? StepOutcome.Failed
            : RunAll(source, steps, goesOn: false, cancellation);
    }

    private bool CheckAll(SourceText source, IReadOnlyList<ScriptStep> steps, CancellationToken cancellation) =>
        Check(source, steps, cancellation) && CheckParameters(steps, State.Parameters);

    /// <summary>A script that a command names: checked as a whole, then run.</summary>
    public StepOutcome RunScript(SourceText source, CancellationToken cancellation)
    {
        var steps = Script.Split(source, Limits, cancellation);
        if (!settings.FailAtEnd && !CheckAll(source, steps, cancellation))
            return StepOutcome.Failed;

        Depth++;
        try
        {
            return RunAll(source, steps, settings.FailAtEnd, cancellation);
        }
        finally
        {
            Depth--;
        }
    }

    /// <summary>How results look now: as the settings say, on the terminal as wide as it is.</summary>
    public RenderOptions GetRenderOptions()
    {
        var options = host.GetRenderOptions(settings.Load.Display);
        return options with
        {
            UseCaptions = options.IsTerminal && !State.Settings.ShowProperties,
            NumberRows = isInteractive && options.IsTerminal,
            RowLimit = isInteractive && options.IsTerminal ? State.Settings.RowLimit : null,
        };
    }

    /// <summary>Null for none.</summary>
    private Pager? CreatePager(OutputFormat format)
    {
        var isWanted = State.Settings.UsePager ?? !(State.Settings.RowLimit <= PromptSettings.DefaultRowLimit);
        if (!isInteractive || !isWanted || host.IsDumbTerminal || !OutputFormats.IsForPeople(format)
            || host.GetHeight() is not { } height || Pager.Find(host.GetVariable) is not { } command)
            return null;

        return new Pager(output, command, height, () => activity?.Leave());
    }

    /// <summary>Whoever writes a command below a statement that is not ended has made it a part of that.</summary>
    private void ExplainCommands(string text)
    {
        var command = text.Split('\n').Skip(1).Select(line => line.Trim()).FirstOrDefault(PromptCommands.IsKnown);
        if (command is not null)
            diagnostics.WriteNote($"'{command}' is a command only where an input begins; Ctrl-C drops a statement that was begun.");
    }

    private StepOutcome RunCommand(SourceText source, ScriptStep step, CancellationToken cancellation)
    {
        var text = step.Text;
        var context = new PromptContext(
            this, host, settings, State, output, host.Error, diagnostics, GetRenderOptions(), isInteractive, cancellation)
        {
            Source = source,
            Span = step.Span,
        };
        var guard = new RenderGuard(cancellation.ThrowIfCancellationRequested);
        using var watched = PromptCommands.RunsStatements(text) ? null : host.BeforeOutput.Watch(guard);
        using var shown = PromptCommands.TakesTerminal(text) ? null : activity?.Begin(new QueryActivity());
        try
        {
            return PromptCommands.Run(text, context);
        }
        catch (QueryException exception)
        {
            output.Flush();
            diagnostics.Write(exception.Diagnostic);
            return StepOutcome.Failed;
        }
        catch (Exception exception) when (exception is not ScriptException && InternalErrorException.Explains(exception))
        {
            throw new InternalErrorException(text, exception);
        }
        finally
        {
            output.Flush();
        }
    }

    private StepOutcome RunStatement(SourceText source, ScriptStep step, ScriptPart statement, CancellationToken cancellation)
    {
        var session = State.Session;
        var query = prepared.GetValueOrDefault(step) ?? Script.Prepare(session.Engine, source, statement, Limits, cancellation);
        var (format, options) = (State.Settings.Mode, GetRenderOptions());
        var pager = CreatePager(format);
        var isResult = !query.HasErrors && statement.Statement?.Syntax is { Mode: StatementMode.Run };

        // Commands about the last result mean this one from here on, also where its rows are not read to their end.
        if (isResult)
            State.LastStatement = new AnsweredStatement(
                statement.Statement!.Syntax!, source, query, new Dictionary<string, Value>(State.Parameters, StringComparer.Ordinal));
        var setParameters = CopySet();
        StatementAnswer? answer;
        try
        {
            using var file = query.HasErrors ? null : folder?.Create(parameterSet is { } set ? $"{step.Label}-{set}" : step.Label, format);
            var target = file is not null ? ResultSequence.Single(file.Writer) : pager is not null ? ResultSequence.Single(pager) : results;
            answer = runner.Run(
                target,
                session.Engine,
                query,
                step.Label,
                format,
                options,
                State.Parameters,
                setParameters,
                Limits,
                cancellation);
            if (answer is not null)
                file?.Commit();
        }
        catch (PagerLeftException)
        {
            return StepOutcome.Done;
        }
        finally
        {
            pager?.Finish();
            output.Flush();
        }

        if (answer is not { } found)
        {
            if (isInteractive && query.HasErrors)
                ExplainCommands(step.Text);
            return StepOutcome.Failed;
        }

        foreach (var reason in isResult && found.Rows.Total == 0 && !session.IsRemote
            ? EmptyResult.Explain(session.Engine, query, State.Parameters)
            : [])
            diagnostics.WriteNote(reason);
        if (isInteractive)
            host.Error.Write($"{AnswerSummary.Describe(found, State.Settings.ShowTime)}\n");

        // The rows are there to be read, but whoever goes on with them was promised another number.
        if (isResult && found.Rows.Total is { } rows && statement.Header.FindWrongRows(source, rows) is { } wrong)
        {
            diagnostics.Write(wrong);
            FailedAnswers[ResultSequence.GetHeading(step.Label, setParameters)] = "it gives another number of rows than it declares";
            return StepOutcome.Failed;
        }

        return StepOutcome.Done;
    }
}
