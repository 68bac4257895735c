using Graph.Cli.Rendering;
using Graph.Cli.Sessions;
using Graph.Query;
using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <summary>What commands change, and what they look back at.</summary>
internal sealed class PromptState(Session session, QuerySettings settings)
{
    /// <summary>The data that questions are about; <c>:load</c> replaces it.</summary>
    public Session Session { get; set; } = session;

    /// <summary>Where the data came from.</summary>
    public LoadSettings Source { get; set; } = settings.Load;

    public PromptSettings Settings { get; } = new() { Mode = settings.Format, Timeout = settings.Limits.Timeout };

    public SortedDictionary<string, Value> Parameters { get; } = new(settings.ParameterSets[0].ToDictionary(), StringComparer.Ordinal);

    public AnsweredStatement? LastStatement { get; set; }
}

/// <summary>A statement that was run, with the parameters it had.</summary>
internal sealed record AnsweredStatement(
    StatementSyntax Syntax, SourceText Source, PreparedQuery Query, IReadOnlyDictionary<string, Value> Parameters);

/// <summary>What a command may see and change.</summary>
internal sealed record PromptContext(
    Interpreter Interpreter,
    CommandHost Host,
    QuerySettings Settings,
    PromptState State,
    TextWriter Output,
    TextWriter Error,
    DiagnosticRenderer Diagnostics,
    RenderOptions RenderOptions,
    bool IsInteractive,
    CancellationToken Cancellation)
{
    /// <summary>What the command was typed in.</summary>
    public required SourceText Source { get; init; }

    /// <summary>Where it stands in that.</summary>
    public required TextSpan Span { get; init; }

    public Session Session => State.Session;

    public GraphStore Store => State.Session.Store;

    /// <summary>A path as a shell would take it: <c>~/</c> is the home of the user.</summary>
    public string ExpandPath(string path) =>
        path.StartsWith("~/", StringComparison.Ordinal) && Host.GetVariable("HOME") is { Length: > 0 } home
            ? Path.Combine(home, path[2..])
            : path;

    /// <summary>A text that may hold colours, on a terminal broken at words; every line begins with the indent.</summary>
    public void WriteWrapped(string text, string indent = "")
    {
        foreach (var line in RenderOptions.Width is { } width ? CellText.Wrap(text, Math.Max(1, width - 1 - indent.Length)) : [text])
            Output.Write($"{indent}{line}\n");
    }

    public StepOutcome Refuse(string message)
    {
        Output.Flush();
        Diagnostics.WriteError(message);
        return StepOutcome.Failed;
    }
}
