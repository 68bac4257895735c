namespace Graph.Query.Parsing;

/// <summary>What can be wrong with a text before any meaning is looked at: one factory per id, GR1001 to GR1023.</summary>
public static class SyntaxDiagnostics
{
    public const string UnexpectedId = "GR1001";
    public const string UnclosedId = "GR1002";

    /// <param name="found">The token that stands there, or null at the end of the text.</param>
    public static Diagnostic Unexpected(SourceText source, TextSpan span, string? found, IReadOnlyList<string> expected, string? nearest)
    {
        var what = found is null ? "end of text" : $"'{found}'";
        var list = expected.Count == 0 ? "" : "; expected " + Enumeration(expected, "or");
        return Error(UnexpectedId, source, span, $"Unexpected {what}{list}.{NearestName.DidYouMean(nearest)}");
    }

    /// <param name="what">A string, comment or name.</param>
    public static Diagnostic Unclosed(SourceText source, string what, TextSpan span)
    {
        var (line, column) = source.GetPosition(span.Start);
        return Error(UnclosedId, source, span, $"The {what} that opens at {line}:{column} is never closed.");
    }

    public static Diagnostic UnmatchedBracket(SourceText source, TextSpan span, int open)
    {
        var (line, column) = source.GetPosition(open);
        var bracket = source.Text[open];
        return Error("GR1004", source, span, $"'{bracket}' at {line}:{column} has no matching '{BracketTable.ClosingOf(bracket)}'.");
    }

    /// <param name="part">What is nested: <c>The expression</c>.</param>
    public static Diagnostic NestedTooDeeply(ParseContext context, int position, string part, int limit)
    {
        var span = new TextSpan(position, Math.Min(1, context.End - position));
        return Error("GR1015", context.Source, span, $"{part} is nested too deeply (more than {limit} levels).");
    }

    /// <summary><c>a, b or c</c></summary>
    public static string Enumeration(IReadOnlyList<string> items, string conjunction) => items.Count switch
    {
        0 => "",
        1 => items[0],
        _ => $"{string.Join(", ", items.SkipLast(1))} {conjunction} {items[^1]}",
    };

    private static Diagnostic Error(string id, SourceText source, TextSpan span, string message, string detail = "UnexpectedSyntax") =>
        Diagnostic.Create(id, DiagnosticSeverity.Error, source, span, message) with { ErrorClass = new ErrorClass("SyntaxError", detail) };
}
