namespace Graph.Core;

public enum DiagnosticSeverity
{
    Note,
    Warning,
    Error,
}

/// <summary>The openCypher TCK's name for an error, such as <c>SyntaxError</c> with detail <c>UndefinedVariable</c>.</summary>
public readonly record struct ErrorClass(string Type, string Detail);

/// <summary>
/// Something a user should know about a text they wrote: an id such as <c>GR2001</c>, a place and one sentence
/// (a suggestion is part of the sentence). Made only by the factories of a layer, one per id.
/// </summary>
public sealed record Diagnostic(string Id, DiagnosticSeverity Severity, TextSpan Span, string Message, DiagnosticLocation Location)
{
    /// <summary>What the openCypher TCK calls this error; null where it has no name for it.</summary>
    public ErrorClass? ErrorClass { get; init; }

    public static Diagnostic Create(string id, DiagnosticSeverity severity, SourceText source, TextSpan span, string message) =>
        new(id, severity, span, message, DiagnosticLocation.From(source, span));
}

/// <summary>
/// Where a diagnostic stands, kept apart from the text so that a diagnostic does not keep a large file alive.
/// Line and column count from 1; <paramref name="Length"/> is the part of the span on its first line, in UTF-16 units.
/// </summary>
public sealed record DiagnosticLocation(string Path, int Line, int Column, string LineText, int Length)
{
    public static DiagnosticLocation From(SourceText source, TextSpan span)
    {
        var (line, column) = source.GetPosition(Math.Min(span.Start, source.Text.Length));
        var lineSpan = source.GetLine(line);
        var length = Math.Min(span.Length, Math.Max(0, lineSpan.End - span.Start));
        return new DiagnosticLocation(source.Path, line, column, source.GetText(lineSpan), length);
    }
}
