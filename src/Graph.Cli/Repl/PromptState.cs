using Graph.Cli.Commands;
using Graph.Cli.Rendering;
using Graph.Query.Syntax;

namespace Graph.Cli.Repl;

/// <summary>What commands at the prompt change, and what they look back at.</summary>
internal sealed class PromptState(OutputFormat format, IReadOnlyDictionary<string, Value> parameters)
{
    public OutputFormat Format { get; set; } = format;

    public SortedDictionary<string, Value> Parameters { get; } = new(parameters.ToDictionary(), StringComparer.Ordinal);

    public AnsweredStatement? LastStatement { get; set; }

    public bool HasFailed { get; set; }
}

/// <summary>A statement that was run to its end.</summary>
internal sealed record AnsweredStatement(StatementSyntax Syntax, SourceText Source);

/// <summary>What a command at the prompt may see and change.</summary>
internal sealed record PromptContext(
    Session Session,
    QuerySettings Settings,
    PromptState State,
    TextWriter Output,
    TextWriter Error,
    DiagnosticRenderer Diagnostics,
    RenderOptions RenderOptions,
    CancellationToken Cancellation);
