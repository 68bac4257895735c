using Sprache;

namespace Graph.Query.Parsing;

/// <summary>The value of a parse, or the diagnostics that say why there is none. A value may come with warnings.</summary>
/// <param name="IsIncomplete">The text ends too early, so more text may mend it.</param>
internal sealed record TextParseResult<T>(T? Value, ImmutableArray<Diagnostic> Diagnostics, bool IsIncomplete)
    where T : class;

/// <summary>A grammar's own words for a failure, such as a form that another language has; null where it has none.</summary>
internal delegate Diagnostic? FailureExplanation(ParseFailure failure);

/// <summary>Runs a grammar over a text, and is the one place that turns a failure into a diagnostic.</summary>
internal static class TextParse
{
    private static readonly Expectation EndOfText = new(ExpectationKind.Literal, "end of text");

    /// <summary>Parses all of the context's text.</summary>
    public static TextParseResult<T> Run<T>(Parser<T> parser, ParseContext context, FailureExplanation? explain = null)
        where T : class
    {
        var start = context.CreateInput();
        var result = parser(start);
        if (context.Fault is null && result.IsSuccess() && result.Place().AtEnd)
            return new TextParseResult<T>(result.Value, [.. context.Warnings], IsIncomplete: false);
        if (result.IsSuccess() && context.Furthest < result.Place().Position)
            Outcome.Expected<T>(result.Place(), EndOfText);
        return Failed<T>(context, explain);
    }

    /// <summary>The result of a parse that failed at the context's furthest place.</summary>
    public static TextParseResult<T> Failed<T>(ParseContext context, FailureExplanation? explain = null)
        where T : class
    {
        if (context.Fault is { } fault)
            return new TextParseResult<T>(null, [.. context.Warnings, fault], fault.Id == SyntaxDiagnostics.UnclosedId);
        var failure = ParseFailure.At(context);
        var diagnostic = failure.LexicalMistake() ?? explain?.Invoke(failure) ?? failure.Explain();
        return new TextParseResult<T>(
            null, [.. context.Warnings, diagnostic], failure.IsAtEnd || diagnostic.Id == SyntaxDiagnostics.UnclosedId);
    }
}
