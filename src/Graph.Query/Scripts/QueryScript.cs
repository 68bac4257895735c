using Graph.Query.Parsing;
using Graph.Query.Syntax;

namespace Graph.Query.Scripts;

/// <summary>A statement with what the comments above it say, or a command to whoever runs the script.</summary>
/// <param name="Statement">Null for a command.</param>
/// <param name="IsOpen">The text ends inside a string, a quoted name or a comment.</param>
internal sealed record ScriptPart(TextSpan Span, ParseResult<StatementSyntax>? Statement, StatementHeader Header, bool IsOpen)
{
    /// <summary>What reading the statement took.</summary>
    public TimeSpan Spent { get; init; }
}

/// <summary>
/// A text of statements, taken apart. However it came (a file, a pipe, the prompt, a build), it means the same, and every position counts
/// from its beginning.
/// </summary>
/// <param name="Diagnostics">Names that no statement follows.</param>
internal sealed record QueryScript(ImmutableArray<ScriptPart> Parts, ImmutableArray<Diagnostic> Diagnostics)
{
    /// <param name="commandSign">A line that begins with it, where a statement could begin, is a command; null where there are
    /// none.</param>
    /// <param name="limits">Of each statement; one that goes beyond them has an error that says so.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static QueryScript Read(
        SourceText source, char? commandSign = null, QueryLimits? limits = null, CancellationToken cancellation = default)
    {
        var parts = ImmutableArray.CreateBuilder<ScriptPart>();
        ImmutableArray<Diagnostic> loose = [];
        foreach (var range in StatementSplitter.Split(source, commandSign))
        {
            cancellation.ThrowIfCancellationRequested();
            if (range.Span.Length == 0)
                loose = [.. HeaderReader.FindNames(source, range.Above).Select(line => HeaderDiagnostics.NoStatement(source, line))];
            else
                parts.Add(ReadPart(source, range, commandSign, limits ?? new QueryLimits(), cancellation));
        }

        return new QueryScript(parts.ToImmutable(), loose);
    }

    private static ScriptPart ReadPart(
        SourceText source, StatementRange range, char? commandSign, QueryLimits limits, CancellationToken cancellation)
    {
        using var preparation = Preparation.Begin(limits, cancellation);
        var isCommand = source.Text[range.Span.Start] == commandSign;
        var statement = isCommand ? null : Parse(source, range.Span);
        return new ScriptPart(range.Span, statement, HeaderReader.Read(source, range.Above), range.IsOpen) { Spent = preparation.Elapsed };
    }

    private static ParseResult<StatementSyntax> Parse(SourceText source, TextSpan range)
    {
        try
        {
            return QueryParser.ParseStatement(source, range);
        }
        catch (QueryException exception) when (exception.IsLimit)
        {
            return new ParseResult<StatementSyntax>(null, [exception.At(source, range).Diagnostic]);
        }
    }
}
